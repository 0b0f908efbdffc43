package se.vagvisaren.api.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.vagvisaren.engine.GuidanceEngine;
import se.vagvisaren.engine.GuidanceRequest;
import se.vagvisaren.engine.Limits;
import se.vagvisaren.knowledge.ContentFile;
import se.vagvisaren.knowledge.ContentLoader;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Fits [Limits] on the labelled questions whose `half` is `fit`: the share that is right in all three, with wrong
/// referrals counting a little more. Prints what it found and what the others make of it.
///
/// Arguments: the content's folder, then files of labelled questions.
final class LimitsFitting {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final double WRONG = .4;
    private static final int PASSES = 2;
    /// By limit, in the order of the record, the values tried.
    private static final double[][] TRIED = {
        {.2, .35, .5, 1}, {.06, .1, .15, .2, .3}, {.2, .35, .5, .7, 1}, {.25, .3, .35, .4, .5}};

    private record Asked(LabelledQuestion question, boolean fit) {
    }

    private LimitsFitting() {
    }

    public static void main(String[] arguments) throws IOException {
        var json = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
        var asked = new ArrayList<Asked>();
        for (var file : Arrays.asList(arguments).subList(1, arguments.length)) {
            for (var line : Files.readAllLines(Path.of(file))) {
                if (!line.isBlank()) {
                    asked.add(new Asked(json.readValue(line, LabelledQuestion.class), json.readTree(line).path("half").asString("").equals("fit")));
                }
            }
        }
        var knowledge = ContentLoader.load(ContentFile.below(Path.of(arguments[0]))).orThrow().asOf(DAY);
        try (var engine = new GuidanceEngine(knowledge)) {
            var fit = asked.stream().filter(Asked::fit).map(Asked::question).toList();
            var values = values(Limits.IN_USE);
            double best = score(engine, values, fit);
            System.out.printf(Locale.ROOT, "in use: %s %.4f%n", Limits.IN_USE, best);
            for (int pass = 0; pass < PASSES; pass++) {
                double before = best;
                for (int limit = 0; limit < values.length; limit++) {
                    for (double value : TRIED[limit]) {
                        var other = values.clone();
                        other[limit] = value;
                        double score = score(engine, other, fit);
                        if (score > best) {
                            best = score;
                            values = other;
                        }
                    }
                }
                System.out.printf(Locale.ROOT, "pass %d: %s %.4f%n", pass, limits(values), best);
                if (best == before) {
                    break;
                }
            }
            var rest = asked.stream().filter(each -> !each.fit()).map(Asked::question).toList();
            System.out.printf(Locale.ROOT, "held back and others: in use %.4f, as fitted %.4f%n", score(engine, values(Limits.IN_USE), rest),
                    score(engine, values, rest));
        }
    }

    private static double score(GuidanceEngine engine, double[] values, List<LabelledQuestion> questions) {
        var tried = engine.with(limits(values));
        return questions.parallelStream().mapToDouble(question -> {
            var score = Score.of(question, tried.guide(new GuidanceRequest(question.text(), question.lang(), List.of(), List.of(), Map.of(), Map.of(),
                    null, DAY, null)), tried);
            return (score.all() ? 1 : 0) - (score.noWrong() ? 0 : WRONG);
        }).average().orElse(0);
    }

    private static Limits limits(double[] values) {
        return new Limits(values[0], values[1], values[2], values[3]);
    }

    private static double[] values(Limits limits) {
        return new double[] {limits.nearly(), limits.foreign(), limits.rather(), limits.crisis()};
    }
}
