package se.vagvisaren.api.terminal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.vagvisaren.engine.GuidanceEngine;
import se.vagvisaren.engine.GuidanceRequest;
import se.vagvisaren.knowledge.ContentFile;
import se.vagvisaren.knowledge.ContentLoader;

/// Fits the weights of the engine's `ErrandChoice` on the labelled questions that are not held back, and prints how many
/// answers are right there and on the rest.
///
/// Each way to take a question's text is answered, and scored. The weights are those under which the best ways, see
/// `best`, are likeliest together (a conditional logit), with a little regularisation; Adam finds them.
///
/// Life events as their phrases tell them, by themselves, two and three at a time, are added: people who only tell what has
/// happened are few among the questions.
///
/// Arguments: the content's folder, then files of labelled questions.
final class ErrandChoiceFitting {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final int ROUNDS = 400;
    private static final double RATE = .05;
    private static final double REGULARISATION = .001;
    private static final double OF_TOLD = .3;
    private static final int TOLD_PAIRS = 200;
    /// Those written for fitting are harder than what people ask.
    private static final String WRITTEN_FOR_FITTING = "choice-";
    private static final double OF_WRITTEN = .2;
    /// To ask back, or to say no, is seldom right, and to guess instead costs most.
    private static final double OF_NO_ERRAND = 2;
    private static final Set<String> NO_ERRAND = Set.of("vague", "out-of-scope");

    /// A question with what speaks for each way to take it, how right each is, and which should be taken.
    private record Example(boolean fit, double weight, double[][] signs, Score[] scores, boolean[] best) {

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

    private static final String TOLD = "told";

    private ErrandChoiceFitting() {
    }

    public static void main(String[] arguments) throws IOException {
        var questions = new ArrayList<LabelledQuestion>();
        Arrays.stream(arguments).skip(1).forEach(file -> questions.addAll(LabelledQuestion.of(file)));
        var knowledge = ContentLoader.load(ContentFile.below(Path.of(arguments[0]))).orThrow().asOf(DAY);
        try (var engine = new GuidanceEngine(knowledge)) {
            var engines = engines(questions, engine);
            var examples = examples(questions, engines, engine);
            var told = examples(told(engine), engines, engine);
            var weights = fit(Stream.concat(examples.stream().filter(Example::fit), told.stream()).toList());
            System.out.println("weights as fitted: " + Arrays.stream(weights).mapToObj(weight -> String.format(Locale.ROOT, "%.2f", weight))
                    .collect(Collectors.joining(", ")));
            report("fitted", examples.stream().filter(Example::fit).toList(), weights);
            report("told", told, weights);
            report("held back and others", examples.stream().filter(example -> !example.fit()).toList(), weights);
        }
    }

    /// Engines that know how much a text asks for from all questions and phrases but those of one turn.
    private static List<GuidanceEngine> engines(List<LabelledQuestion> questions, GuidanceEngine engine) {
        var fitting = Stream.concat(questions.stream().filter(question -> BreadthFitting.isToFit(question) && !question.kind().equals("crisis")),
                BreadthFitting.phrases(engine.knowledge())).toList();
        return IntStream.range(0, BreadthFitting.TURNS).mapToObj(turn -> engine.with(BreadthFitting.without(turn, fitting, engine.knowledge()))).toList();
    }

    private static List<Example> examples(List<LabelledQuestion> questions, List<GuidanceEngine> engines, GuidanceEngine engine) {
        return questions.parallelStream().map(question -> example(question, BreadthFitting.isToFit(question) ? engines.get(BreadthFitting.turn(question)) : engine)).toList();
    }

    /// Events as they are told in the fewest words, with the authorities to which their lists lead.
    private static List<LabelledQuestion> told(GuidanceEngine engine) {
        var told = new ArrayList<LabelledQuestion>();
        engine.knowledge().lifeEvents().values().forEach(event -> {
            var answer = engine.guide(new GuidanceRequest("", "sv", List.of(event.id()), List.of(), Map.of(), Map.of(), null, DAY, null));
            var authorities = answer.steps().stream().map(step -> step.role() != null ? step.role() : step.authority().id()).distinct().toList();
            List.of("sv", "en").forEach(language -> event.phrases().getOrDefault(language, List.of()).stream().filter(phrase -> !phrase.endsWith("?"))
                    .sorted(Comparator.comparingInt(String::length)).skip(5).limit(4)
                    .forEach(phrase -> told.add(new LabelledQuestion(TOLD, "fit", language, phrase, authorities, List.of(), List.of(event.id()), "life-event"))));
        });
        var swedish = told.stream().filter(each -> each.lang().equals("sv")).toList();
        var random = new Random(20261130);
        for (int pair = 0; pair < TOLD_PAIRS; pair++) {
            var one = swedish.get(random.nextInt(swedish.size()));
            var other = swedish.get(random.nextInt(swedish.size()));
            if (!one.authorities().equals(other.authorities())) {
                var both = together(one, pair % 2 == 0 ? " och " : ". ", other);
                var third = swedish.get(random.nextInt(swedish.size()));
                told.add(both);
                if (pair % 2 == 0 && !both.authorities().containsAll(third.authorities())) {
                    told.add(together(third, ", ", both));
                }
            }
        }
        return told;
    }

    private static LabelledQuestion together(LabelledQuestion one, String joined, LabelledQuestion other) {
        return new LabelledQuestion(TOLD, "fit", "sv", one.text() + joined + other.text(),
                Stream.concat(one.authorities().stream(), other.authorities().stream()).distinct().toList(), List.of(),
                Stream.concat(one.targets().stream(), other.targets().stream()).distinct().toList(), "multi");
    }

    private static Example example(LabelledQuestion question, GuidanceEngine engine) {
        var ways = engine.ways(new GuidanceRequest(question.text(), question.lang(), List.of(), List.of(), Map.of(), Map.of(), null, DAY, null));
        var scores = ways.stream().map(way -> Score.of(question, way.guidance(), engine)).toArray(Score[]::new);
        return new Example(!"held".equals(question.half()), weight(question), ways.stream().map(GuidanceEngine.Way::signs).toArray(double[][]::new),
                scores, best(question, ways, scores));
    }

    /// The way that takes just what is wanted for wanted, where somebody has said what that is; otherwise any that names the
    /// right authorities: that a wrong service names them too is luck, and nothing to learn from.
    private static boolean[] best(LabelledQuestion question, List<GuidanceEngine.Way> ways, Score[] scores) {
        var wanted = Set.copyOf(question.targets());
        boolean isKnown = !wanted.isEmpty() && ways.stream().anyMatch(way -> way.errands().equals(wanted));
        var best = new boolean[scores.length];
        for (int way = 0; way < best.length; way++) {
            best[way] = isKnown ? ways.get(way).errands().equals(wanted) : scores[way].all();
        }
        return best;
    }

    private static double weight(LabelledQuestion question) {
        return (question.id().equals(TOLD) ? OF_TOLD : question.id().startsWith(WRITTEN_FOR_FITTING) ? OF_WRITTEN : 1)
                * (NO_ERRAND.contains(question.kind()) ? OF_NO_ERRAND : 1);
    }

    private static double[] fit(List<Example> examples) {
        var telling = examples.stream().filter(example -> example.signs().length > 1)
                .filter(example -> IntStream.range(0, example.best().length).anyMatch(way -> example.best()[way])).toList();
        var weights = new double[telling.getFirst().signs()[1].length];
        double all = telling.stream().mapToDouble(Example::weight).sum();
        var mean = new double[weights.length];
        var square = new double[weights.length];
        for (int round = 1; round <= ROUNDS; round++) {
            var slope = new double[weights.length];
            for (var example : telling) {
                var likelihoods = example.likelihoods(weights);
                double right = 0;
                for (int way = 0; way < likelihoods.length; way++) {
                    right += example.best()[way] ? likelihoods[way] : 0;
                }
                for (int way = 0; way < likelihoods.length; way++) {
                    double push = example.weight() * ((example.best()[way] ? likelihoods[way] / right : 0) - likelihoods[way]);
                    for (int at = 0; at < example.signs()[way].length; at++) {
                        slope[at] += push * example.signs()[way][at];
                    }
                }
            }
            for (int at = 0; at < weights.length; at++) {
                double push = slope[at] / all - REGULARISATION * weights[at];
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
