package se.vagvisaren.api.terminal;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import se.vagvisaren.api.release.ReleaseStore;
import se.vagvisaren.api.view.Languages;
import se.vagvisaren.engine.GuidanceRequest;

/// Measures the answers against questions whose right authorities are known: those that are shipped, or those in files.
final class EvaluateCommand {

    private static final LocalDate LABELLED_FOR = LocalDate.of(2026, 11, 21);
    private static final int RESAMPLES = 2_000;

    private final ReleaseStore store;
    private final PrintStream out;

    EvaluateCommand(ReleaseStore store, PrintStream out) {
        this.store = store;
        this.out = out;
    }

    int run(Arguments arguments) {
        var day = arguments.date(LABELLED_FOR);
        var offered = Languages.offered(store.running().knowledge());
        var questions = arguments.plain().isEmpty() ? LabelledQuestion.shipped()
                : arguments.plain().stream().flatMap(file -> LabelledQuestion.of(file).stream()).toList();
        var half = arguments.values().get("half");
        var scores = new ArrayList<Score>();
        for (var question : questions) {
            if (half == null || half.equals(question.half())) {
                var asked = noisy(question, arguments);
                var request = new GuidanceRequest(asked.text(), Languages.choose(asked.lang(), offered), List.of(),
                        List.of(), Map.of(), Map.of(), null, day, null);
                scores.add(store.on(day, (_, engine) -> Score.of(asked, engine.guide(request), engine)));
            }
        }
        if (scores.isEmpty()) {
            throw new UsageException("Där finns ingen fråga att mäta mot.");
        }
        out.println("%-28s %5s %9s %9s %9s %9s   %s".formatted("", "antal", "alla med", "först", "inga fel", "allt rätt", "95 % av allt rätt"));
        table(scores, score -> Stream.of(score.question().kind()));
        table(scores, score -> Stream.of(score.question().lang()));
        table(scores, score -> score.question().authorities().stream());
        table(scores, _ -> Stream.of("totalt"));
        out.println();
        out.println("Varför de andra blev fel");
        var causes = new TreeMap<Score.Cause, Integer>();
        scores.stream().filter(score -> !score.all()).forEach(score -> causes.merge(score.cause(), 1, Integer::sum));
        causes.forEach((cause, count) -> out.println("%-28s %5d".formatted(cause.swedish(), count)));
        if (arguments.flags().contains("misses")) {
            out.println();
            scores.stream().filter(score -> !score.all()).forEach(score -> out.println(score.question().id() + " ["
                    + score.question().kind() + "] " + score.question().text() + "\n    " + score.cause().swedish() + ": "
                    + String.join("; ", score.reasons())));
        }
        return 0;
    }

    /// The question as it was labelled, or with the noise that was asked for.
    private static LabelledQuestion noisy(LabelledQuestion question, Arguments arguments) {
        var kind = arguments.values().get("noise");
        if (kind == null) {
            return question;
        }
        try {
            return question.withText(Noise.valueOf(kind.toUpperCase(Locale.ROOT))
                    .on(question.text(), Long.parseLong(arguments.values().getOrDefault("seed", "1"))));
        } catch (IllegalArgumentException unknown) {
            throw new UsageException("Skriv --noise typos, folding, splits eller joins, och --seed med ett heltal.");
        }
    }

    private void table(List<Score> scores, Function<Score, Stream<String>> groups) {
        var grouped = new TreeMap<String, List<Score>>();
        scores.forEach(score -> groups.apply(score).forEach(group -> grouped.computeIfAbsent(group, _ -> new ArrayList<>()).add(score)));
        out.println();
        grouped.forEach((name, of) -> {
            var interval = interval(of);
            out.println("%-28s %5d %9s %9s %9s %9s   %.2f–%.2f".formatted(name, of.size(), share(of, Score::named), share(of, Score::first),
                    share(of, Score::noWrong), share(of, Score::all), interval[0], interval[1]));
        });
    }

    private static String share(List<Score> scores, Function<Score, Boolean> right) {
        return "%.3f".formatted(scores.stream().filter(right::apply).count() / (double) scores.size());
    }

    /// The bootstrap's 95 % interval of the share that is right in all; always the same for the same scores.
    private static double[] interval(List<Score> scores) {
        var random = new Random(1);
        var shares = new double[RESAMPLES];
        for (int resample = 0; resample < RESAMPLES; resample++) {
            int right = 0;
            for (int draw = 0; draw < scores.size(); draw++) {
                right += scores.get(random.nextInt(scores.size())).all() ? 1 : 0;
            }
            shares[resample] = right / (double) scores.size();
        }
        Arrays.sort(shares);
        return new double[] {shares[RESAMPLES / 40], shares[RESAMPLES - 1 - RESAMPLES / 40]};
    }
}
