package se.vagvisaren.api.terminal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import se.vagvisaren.engine.GuidanceEngine;
import se.vagvisaren.engine.GuidanceRequest;
import se.vagvisaren.knowledge.ContentFile;
import se.vagvisaren.knowledge.ContentLoader;

/// Fits the weights of the engine's `ErrandChoice` on the labelled questions that are not held back, and prints how many
/// answers are right there and on the rest.
///
/// Each way to take a question's text is answered, and scored. The weights are those under which the ways with a right
/// answer are likeliest together (a conditional logit), with a little regularisation; Adam finds them.
///
/// Arguments: the content's folder, then files of labelled questions.
final class ErrandChoiceFitting {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final int ROUNDS = 400;
    private static final double RATE = .05;
    private static final double REGULARISATION = .003;

    /// A question with what speaks for each way to take it, and how right each is.
    private record Example(boolean fit, double[][] signs, Score[] scores) {

        double[] likelihoods(double[] weights) {
            double[] worth = Arrays.stream(signs).mapToDouble(each -> worth(each, weights)).toArray();
            double most = Arrays.stream(worth).max().orElse(0);
            double[] likelihoods = Arrays.stream(worth).map(each -> Math.exp(each - most)).toArray();
            double sum = DoubleStream.of(likelihoods).sum();
            return Arrays.stream(likelihoods).map(each -> each / sum).toArray();
        }

        private static double worth(double[] signs, double[] weights) {
            double worth = 0;
            for (int at = 0; at < signs.length; at++) {
                worth += signs[at] * weights[at];
            }
            return worth;
        }

        Score taken(double[] weights) {
            var likelihoods = likelihoods(weights);
            int best = 0;
            for (int way = 1; way < likelihoods.length; way++) {
                best = likelihoods[way] > likelihoods[best] ? way : best;
            }
            return scores[best];
        }
    }

    private ErrandChoiceFitting() {
    }

    public static void main(String[] arguments) throws IOException {
        var questions = new ArrayList<LabelledQuestion>();
        Arrays.stream(arguments).skip(1).forEach(file -> questions.addAll(LabelledQuestion.of(file)));
        var knowledge = ContentLoader.load(ContentFile.below(Path.of(arguments[0]))).orThrow().asOf(DAY);
        try (var engine = new GuidanceEngine(knowledge)) {
            var examples = questions.parallelStream().map(question -> example(question, engine)).toList();
            var weights = fit(examples.stream().filter(Example::fit).toList());
            System.out.println("weights as fitted: " + Arrays.stream(weights).mapToObj(weight -> String.format(Locale.ROOT, "%.2f", weight))
                    .collect(Collectors.joining(", ")));
            report("fitted", examples.stream().filter(Example::fit).toList(), weights);
            report("held back and others", examples.stream().filter(example -> !example.fit()).toList(), weights);
        }
    }

    private static Example example(LabelledQuestion question, GuidanceEngine engine) {
        var ways = engine.ways(new GuidanceRequest(question.text(), question.lang(), List.of(), List.of(), Map.of(), Map.of(), null, DAY, null));
        return new Example(!"held".equals(question.half()), ways.stream().map(GuidanceEngine.Way::signs).toArray(double[][]::new),
                ways.stream().map(way -> Score.of(question, way.guidance(), engine)).toArray(Score[]::new));
    }

    private static double[] fit(List<Example> examples) {
        var telling = examples.stream().filter(example -> example.signs().length > 1)
                .filter(example -> Arrays.stream(example.scores()).anyMatch(Score::all)).toList();
        var weights = new double[telling.getFirst().signs()[1].length];
        var mean = new double[weights.length];
        var square = new double[weights.length];
        for (int round = 1; round <= ROUNDS; round++) {
            var slope = new double[weights.length];
            for (var example : telling) {
                var likelihoods = example.likelihoods(weights);
                double right = 0;
                for (int way = 0; way < likelihoods.length; way++) {
                    right += example.scores()[way].all() ? likelihoods[way] : 0;
                }
                for (int way = 0; way < likelihoods.length; way++) {
                    double push = (example.scores()[way].all() ? likelihoods[way] / right : 0) - likelihoods[way];
                    for (int at = 0; at < example.signs()[way].length; at++) {
                        slope[at] += push * example.signs()[way][at];
                    }
                }
            }
            for (int at = 0; at < weights.length; at++) {
                double push = slope[at] / telling.size() - REGULARISATION * weights[at];
                mean[at] = .9 * mean[at] + .1 * push;
                square[at] = .999 * square[at] + .001 * push * push;
                weights[at] += RATE * (mean[at] / (1 - Math.pow(.9, round))) / (Math.sqrt(square[at] / (1 - Math.pow(.999, round))) + 1e-8);
            }
        }
        return weights;
    }

    private static void report(String name, List<Example> examples, double[] weights) {
        System.out.printf(Locale.ROOT, "%s: %d, right %.3f, no wrong referral %.3f, right in some way %.3f%n", name, examples.size(),
                share(examples.stream().filter(each -> each.taken(weights).all()).count(), examples),
                share(examples.stream().filter(each -> each.taken(weights).noWrong()).count(), examples),
                share(examples.stream().filter(each -> Arrays.stream(each.scores()).anyMatch(Score::all)).count(), examples));
    }

    private static double share(long count, List<Example> all) {
        return count / (double) Math.max(1, all.size());
    }
}
