package se.vagvisaren.api.terminal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import se.vagvisaren.api.release.ReleaseStore;
import se.vagvisaren.api.view.Languages;
import se.vagvisaren.engine.GuidanceRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Measures the answers against questions whose right authorities are known.
final class EvaluateCommand {

    private static final LocalDate LABELLED_FOR = LocalDate.of(2026, 11, 21);
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final ReleaseStore store;
    private final PrintStream out;

    EvaluateCommand(ReleaseStore store, PrintStream out) {
        this.store = store;
        this.out = out;
    }

    int run(Arguments arguments) {
        var day = arguments.date(LABELLED_FOR);
        var offered = Languages.offered(store.running().knowledge());
        var scores = new ArrayList<Score>();
        for (var question : read(arguments.only("en fil"))) {
            var request = new GuidanceRequest(question.text(), Languages.choose(question.lang(), offered), List.of(),
                    List.of(), Map.of(), Map.of(), null, day, null);
            scores.add(Score.of(question, store.on(day, (_, engine) -> engine.guide(request))));
        }
        out.println("%-16s %5s %9s %9s %9s %9s".formatted("", "antal", "alla med", "först", "inga fel", "allt rätt"));
        table(scores, score -> score.question().kind());
        table(scores, score -> score.question().lang());
        table(scores, _ -> "totalt");
        if (arguments.flags().contains("misses")) {
            out.println();
            scores.stream().filter(score -> !score.all()).forEach(score -> out.println(score.question().id() + " ["
                    + score.question().kind() + "] " + score.question().text() + "\n    "
                    + String.join("; ", score.reasons())));
        }
        return 0;
    }

    private static List<LabelledQuestion> read(String file) {
        try {
            return Files.readAllLines(Path.of(file)).stream().filter(line -> !line.isBlank())
                    .map(line -> JSON.readValue(line, LabelledQuestion.class)).toList();
        } catch (IOException unreadable) {
            throw new UsageException("Filen går inte att läsa.");
        } catch (JacksonException malformed) {
            throw new UsageException("Filen ska ha en fråga som JSON på varje rad.");
        }
    }

    private void table(List<Score> scores, Function<Score, String> group) {
        var groups = new TreeMap<String, List<Score>>();
        scores.forEach(score -> groups.computeIfAbsent(group.apply(score), _ -> new ArrayList<>()).add(score));
        out.println();
        groups.forEach((name, of) -> out.println("%-16s %5d %9s %9s %9s %9s"
                .formatted(name, of.size(), share(of, Score::named),
                share(of, Score::first), share(of, Score::noWrong), share(of, Score::all))));
    }

    private static String share(List<Score> scores, Function<Score, Boolean> right) {
        return "%.3f".formatted(scores.stream().filter(right::apply).count() / (double) scores.size());
    }
}
