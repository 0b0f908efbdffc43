package se.vagvisaren.engine;

/// Whether what a part of a text seems to be about is an errand that the visitor has: a logistic function of signs.
///
/// The weights are fitted by `AcceptanceFitting` in the tests on labelled questions.
final class Acceptance {

    /// What speaks for it.
    ///
    /// @param together how sure it is that this, or what leads the same way, is meant by the part
    /// @param alone    how sure it is of this by itself
    /// @param borneOut how sure it is that this, or what leads the same way, is meant by the text without what is asked
    ///                 elsewhere in it
    /// @param whole    the same for the whole text
    /// @param none     how sure it is that the part is vague or nothing of ours
    /// @param noneOfAll the same for the whole text
    /// @param asks     how many questions the part puts
    /// @param asked    how many the text puts
    /// @param all      whether the part is the whole text
    /// @param sentence whether it is made of whole sentences
    /// @param share    how much of the text it is, from 0 to 1
    /// @param words    how many words it has
    /// @param event    whether it is a life event
    /// @param agrees   whether it leads the same way as what the whole text seems to be about
    /// @param matched  how many of its words speak for it
    record Signs(double together, double alone, double borneOut, double whole, double none, double noneOfAll, int asks, int asked, boolean all, boolean sentence, double share, int words,
                 boolean event, boolean agrees, int matched) {

        double[] asVector() {
            double onlyStates = is(asks == 0 && asked > 0);
            double oneOfSome = is(asks == 1 && asked > 1);
            double several = is(asks > 1);
            double part = is(!all);
            return new double[] {1, logOdds(together), logOdds(alone), logOdds(borneOut), logOdds(whole), is(all), is(sentence && !all), share, Math.min(1, words / 10.0),
                is(event), is(agrees), Math.min(1, matched / 5.0), is(asks == 1 && asked == 1), onlyStates, oneOfSome, several,
                onlyStates * logOdds(together), oneOfSome * logOdds(together), several * logOdds(together), onlyStates * logOdds(borneOut), oneOfSome * logOdds(borneOut),
                part * logOdds(together), is(event) * onlyStates, is(event) * logOdds(together), part * is(agrees), is(asked == 0), is(event && asked == 0),
                is(asked == 0) * logOdds(whole), logOdds(none), logOdds(noneOfAll)};
        }

        private static double is(boolean so) {
            return so ? 1 : 0;
        }
    }

    private static final double[] WEIGHTS = {-0.75, 0.1, 0.01, 0.14, 0.44, -0.08, 0.06, -1.13, 0.99, 0.6, 0.19, 0.25, -0.1, -0.53, 0.0, 0.18, 0.01, -0.1, -0.15, -0.17, 0.05, 0.25, -0.02, -0.15, -0.12, -0.3, 0.43, 0.01, 0.06, -0.38};

    private Acceptance() {
    }

    static double logOdds(double confidence) {
        double safe = Math.min(.99, Math.max(.01, confidence));
        return Math.log(safe / (1 - safe));
    }

    /// How likely it is an errand by its signs, in log odds, within what is sure enough for anything.
    static double odds(double[] vector) {
        return logOdds(probability(vector, WEIGHTS));
    }

    static double probability(double[] vector, double[] weights) {
        return 1 / (1 + Math.exp(-product(vector, weights)));
    }

    static double product(double[] vector, double[] weights) {
        double sum = 0;
        for (int at = 0; at < vector.length; at++) {
            sum += vector[at] * weights[at];
        }
        return sum;
    }

    static double[] weights() {
        return WEIGHTS.clone();
    }
}
