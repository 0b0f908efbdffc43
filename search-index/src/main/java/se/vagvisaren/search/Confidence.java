package se.vagvisaren.search;

/// How sure it is that a text is about what was found, comparable between searches: a logistic function of six signs.
///
/// The weights were fitted on labelled questions, half of them about what no content covers, on the content's own
/// phrases and on those of life events that were taken away. `ConfidenceFitting` in the tests fits them anew and prints
/// how well they do on questions that were held back.
final class Confidence {

    private static final double BASE = -1.87;
    private static final double LEAD = 0.76;
    private static final double AMOUNT = 2.56;
    private static final double BORNE_OUT = 0.33;
    private static final double NAMED = 0.95;
    private static final double LIKENESS = 0.64;
    private static final double PREFERENCE = 3.13;

    /// What speaks for one life event or service, those of words from 0 to 1.
    ///
    /// @param lead     its score less that of the best other, as a part of the best score of all, from -1 to 1
    /// @param amount   how much it explains: little for a word that many have, much for several rare ones
    /// @param borneOut the same of words that the entity has more than once; a word of a single phrase may be chance
    /// @param named    the part of one of its names that the text says
    /// @param likeness   how like its phrases the text is to [PhraseClassifier], about -1 to 1
    /// @param preference the same less that of the best other
    record Signs(double lead, double amount, double borneOut, double named, double likeness, double preference) {

        /// As numbers to weigh, in the order of [#weights()], with 1 for the base.
        double[] asVector() {
            return new double[] {1, lead, amount, borneOut, named, likeness, preference};
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
        return new double[] {BASE, LEAD, AMOUNT, BORNE_OUT, NAMED, LIKENESS, PREFERENCE};
    }
}
