package se.vagvisaren.search;

/// How sure it is that a text is about what was found, comparable between searches: a logistic function of five signs.
///
/// The weights were fitted on labelled questions, half of them about what no content covers, on the content's own
/// phrases and on those of life events that were taken away. `ConfidenceFitting` in the tests fits them anew and prints
/// how well they do on questions that were held back.
final class Confidence {

    private static final double BASE = -5.19;
    private static final double SHARE = 2.19;
    private static final double LEAD = 1.32;
    private static final double AMOUNT = 2.64;
    private static final double BORNE_OUT = 1.89;
    private static final double NAMED = 1.65;

    /// What speaks for one life event or service, each but the lead from 0 to 1.
    ///
    /// @param share    the part of what the text tells that the entity's words explain; unknown words tell most
    /// @param lead     its score less that of the best other, as a part of the best score of all, from -1 to 1
    /// @param amount   how much it explains: little for a word that many have, much for several rare ones
    /// @param borneOut the same of words that the entity has more than once; a word of a single phrase may be chance
    /// @param named    the part of one of its names that the text says
    record Signs(double share, double lead, double amount, double borneOut, double named) {

        /// As numbers to weigh, in the order of [#weights()], with 1 for the base.
        double[] asVector() {
            return new double[] {1, share, lead, amount, borneOut, named};
        }
    }

    private Confidence() {
    }

    /// From 0 to 1.
    static double of(Signs signs) {
        return of(signs, weights());
    }

    /// The same with other weights.
    static double of(Signs signs, double[] weights) {
        var vector = signs.asVector();
        double sum = 0;
        for (int sign = 0; sign < vector.length; sign++) {
            sum += weights[sign] * vector[sign];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /// The weights in use.
    static double[] weights() {
        return new double[] {BASE, SHARE, LEAD, AMOUNT, BORNE_OUT, NAMED};
    }
}
