package se.vagvisaren.search;

/// How sure it is that a text is about what was found, comparable between searches: a logistic function of four signs.
///
/// The weights were fitted on labelled questions, half of them about what no content covers; `ConfidenceFitting` in the
/// tests reads them, prints how well they do on held-back questions, and fits them anew.
final class Confidence {

    private static final double BASE = -6;
    private static final double SHARE = 6;
    private static final double LIKENESS = 4;
    private static final double LEAD = 2;
    private static final double AMOUNT = 3;

    /// What speaks for one life event or service.
    ///
    /// @param share    the part of what the text tells that the entity's words explain, from 0 to 1; unknown words tell most
    /// @param likeness how like the text is to the entity's most similar phrase or description, from 0 to 1
    /// @param lead     its score less that of the best other, as a part of the best score of all, from -1 to 1
    /// @param amount   how much of what it explains is specific, from 0 for common words to 1 for many rare ones
    record Signs(double share, double likeness, double lead, double amount) {
    }

    private Confidence() {
    }

    /// From 0 to 1.
    static double of(Signs signs) {
        double sum = BASE + SHARE * signs.share() + LIKENESS * signs.likeness() + LEAD * signs.lead()
                + AMOUNT * signs.amount();
        return 1 / (1 + Math.exp(-sum));
    }
}
