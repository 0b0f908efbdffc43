package se.vagvisaren.benchmarks;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.vagvisaren.rules.RuleCompiler;
import se.vagvisaren.search.ServiceIndex;

/// Measures and prints tables. See `docs/benchmarks.md`.
public final class Benchmarks {

    private static final List<String> CONTENTS = List.of(Content.SHIPPED, "10000", "100000");
    private static final String MEDIAN = "median ms";
    private static final String PERCENTILE = "99 % ms";
    private static final String TIMES = "× plain Java";
    private static final String TIMES_WITH_REASONS = "× plain Java with reasons";

    private final Settings settings;
    private final PrintStream out;
    private final Path target;
    private final Microbenchmarks microbenchmarks;

    private Benchmarks(Settings settings, PrintStream out) throws URISyntaxException {
        this.settings = settings;
        this.out = out;
        target = Path.of(Benchmarks.class.getProtectionDomain().getCodeSource().getLocation().toURI()).getParent();
        microbenchmarks = new Microbenchmarks(settings, target.resolve("jmh"));
    }

    /// @param words see [Settings#USAGE]
    public static void main(String... words) throws InterruptedException, URISyntaxException {
        Locale.setDefault(Locale.ROOT);
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try {
            new Benchmarks(Settings.of(words), out).run();
        } catch (UsageException wrong) {
            out.println(wrong.getMessage());
            out.println(Settings.USAGE);
            System.exit(2);
        }
    }

    private void run() throws InterruptedException {
        out.println("%d cores, Java %s, %s %s, heap at most %d MB%s".formatted(
                Runtime.getRuntime().availableProcessors(), Runtime.version(), System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().maxMemory() / 1_000_000, settings.quick() ? "; quick: not for comparing" : ""));
        for (var suite : settings.suites()) {
            out.println();
            out.println("## " + suite + " (load average before: %.1f)".formatted(loadAverage()));
            switch (suite) {
                case "rules" -> rules();
                case "search" -> search();
                case "engine" -> engine();
                case Settings.RETRIEVAL -> new FirstHits(settings, target, out).run();
                default -> load();
            }
        }
        out.println("Load average after: %.1f".formatted(loadAverage()));
    }

    private static double loadAverage() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private void rules() {
        var table = new Table("rules of one request", MEDIAN, PERCENTILE, TIMES, TIMES_WITH_REASONS, "aim");
        var costs = new Table("compiling rules", "ms", "MB");
        for (var content : CONTENTS) {
            var timings = microbenchmarks.run(RulesBenchmark.class, Map.of("content", content));
            var label = Content.label(content);
            against(timings, label, "product", switch (content) {
                case Content.SHIPPED -> "median ≤ 0.3 ms";
                case "10000" -> "median ≤ 0.5 ms, ≤ 6 ×";
                default -> "reported";
            }, table);
            against(timings, label + ", conditions only", "conditions", "", table);
            limits(timings, label, table);
            var knowledge = Content.of(content);
            var cost = BuildCost.of(settings.quick() ? 1 : 5, () -> RuleCompiler.compile(knowledge));
            costs.add(label, "%.0f".formatted(cost.millis()), "%.1f".formatted(cost.megabytes()));
        }
        table.print(out);
        costs.print(out);
    }

    private void search() {
        var table = new Table("search", MEDIAN, PERCENTILE);
        var costs = new Table("building the index", "ms", "MB");
        for (var content : CONTENTS) {
            var timings = microbenchmarks.run(SearchBenchmark.class, Map.of("content", content, "questions",
                    content.equals(Content.SHIPPED) ? settings.questions() : ""));
            List.of("search", "suggest").forEach(method -> table.add(Content.label(content) + (method.equals("suggest") ? ", as one types" : ""),
                    Table.millis(timings.get(method).median()), Table.millis(timings.get(method).percentile99())));
            var knowledge = Content.of(content);
            var cost = BuildCost.of(settings.quick() ? 1 : 3, () -> ServiceIndex.of(knowledge));
            costs.add(Content.label(content), "%.0f".formatted(cost.millis()), "%.1f".formatted(cost.megabytes()));
        }
        table.print(out);
        costs.print(out);
    }

    private void engine() {
        var table = new Table("one request, one thread", MEDIAN, PERCENTILE, TIMES, TIMES_WITH_REASONS, "aim");
        var timings = microbenchmarks.run(EngineBenchmark.class, Map.of("questions", settings.questions()));
        var whole = timings.get("guide");
        table.add("whole request", Table.millis(whole.median()), Table.millis(whole.percentile99()), "", "",
                "median ≤ 5 ms, 99 % ≤ 15 ms");
        against(timings, "its rules", "rulesOfIt", "", table);
        limits(timings, "its rules", table);
        table.print(out);
    }

    private static void against(Map<String, Timing> timings, String label, String method, String aim, Table table) {
        var timing = timings.get(method);
        table.add(label, Table.millis(timing.median()), Table.millis(timing.percentile99()),
                Table.times(timing.median(), timings.get("plain").median()),
                Table.times(timing.median(), timings.get("plainWithReasons").median()), aim);
    }

    private static void limits(Map<String, Timing> timings, String label, Table table) {
        for (var limit : List.of("plain", "plainWithReasons")) {
            var timing = timings.get(limit);
            table.add(label + (limit.equals("plain") ? ", plain Java" : ", plain Java with reasons"),
                    Table.millis(timing.median()), Table.millis(timing.percentile99()), "", "", "");
        }
    }

    private void load() throws InterruptedException {
        var table = new Table("clients", "requests/s", MEDIAN, PERCENTILE, "errors");
        try (var server = new Server(target.resolve("../../api/target/api.jar").normalize())) {
            var load = new Load(server, Questions.of(settings.questions()));
            var duration = Duration.ofSeconds(settings.quick() ? 5 : 20);
            load.run(2, duration);
            for (int clients : List.of(1, 2, 4)) {
                var result = load.run(clients, duration);
                table.add(Integer.toString(clients), "%.0f".formatted(result.perSecond()),
                        Table.millis(result.timing().median()), Table.millis(result.timing().percentile99()),
                        Integer.toString(result.errors()));
            }
        }
        table.print(out);
    }
}
