package se.vagvisaren.search;

/// How sure it is that a part of a text is about what was found: a softmax over all that was found and over its being
/// vague or nothing of ours, of a weighted sum of signs.
///
/// The weights are fitted by `ConfidenceFitting` in the tests on labelled questions, and printed with how well they do on
/// those that were held back.
final class Confidence {

    /// What a person writes with the words of a phrase is what the phrase stands for, the more so word for word. That
    /// cannot be fitted: no question that is held back stands among the phrases.
    static final int AS_A_PHRASE = 4;

    /// What speaks for one life event, service or emergency.
    ///
    /// @param score    its score as a part of the best score of all
    /// @param amount   how much it explains, from 0 to 1: little for a word that many have, much for several rare ones
    /// @param likeness how like its phrases the text is to [PhraseClassifier], about -1 to 1
    /// @param exactly  whether the text is one of its names or phrases, word for word, and no other's
    record Signs(double score, double amount, double likeness, boolean exactly, Unit.Sort sort) {

        /// As numbers to weigh.
        double[] asVector() {
            return new double[] {score, amount, likeness, is(sort == Unit.Sort.LIFE_EVENT), is(exactly), is(sort == Unit.Sort.CRISIS)};
        }

        private static double is(boolean so) {
            return so ? 1 : 0;
        }
    }

    /// What speaks for its being nothing that was found.
    ///
    /// @param amount     the most that anything explains
    /// @param information how much there is to be explained, from 0 to 1
    /// @param recognised the share of words that belong to the language
    /// @param likeness   how like what is vague, or what is no errand, the text is to [PhraseClassifier]
    record NoneSigns(double amount, double information, double recognised, double likeness) {

        double[] asVector() {
            return new double[] {1, amount, information, recognised, likeness};
        }
    }

    /// The weights of all signs.
    record Weights(double[] found, double[] vague, double[] foreign) {

        double of(Signs signs) {
            return dot(found, signs.asVector());
        }

        double ofVague(NoneSigns signs) {
            return dot(vague, signs.asVector());
        }

        double ofForeign(NoneSigns signs) {
            return dot(foreign, signs.asVector());
        }

        private static double dot(double[] weights, double[] signs) {
            double sum = 0;
            for (int at = 0; at < signs.length; at++) {
                sum += weights[at] * signs[at];
            }
            return sum;
        }
    }

    static final Weights IN_USE = new Weights(
            new double[] {3.61, 2.01, 6.19, -1.08, 5.0, -0.51},
            new double[] {3.06, -0.93, -2.03, 3.43, 5.55},
            new double[] {2.46, -0.37, 1.47, 0.49, 5.88});

    private Confidence() {
    }
}
