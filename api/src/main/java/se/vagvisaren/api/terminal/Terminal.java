package se.vagvisaren.api.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import se.vagvisaren.api.release.BrokenContentException;
import se.vagvisaren.api.release.ContentSource;
import se.vagvisaren.api.release.ReleaseStore;
import se.vagvisaren.engine.ContentReport;

/// The command line. Every command answers 0 when all is well, 1 when the content or an answer is not, and 2 when it
/// was called wrongly.
public final class Terminal {

    private static final String USAGE = """
            Så här används kommandona:
              ask "fråga" [--language en] [--office id] [--date 2026-11-21] [--json]   svarar på en fråga
              check [mapp]                                                            granskar innehållet
              report                                                                  berättar hur bra innehållet är, per myndighet
              evaluate [fil.jsonl …] [--half held] [--noise typos|folding|splits|joins] [--seed 1] [--date 2026-11-21] [--misses]
                                                                                      mäter mot frågor med facit, utan fil mot de egna
            Utan kommando startar servern. Innehållet tas ur mappen i VAGVISAREN_CONTENT, om den är satt.""";

    private final PrintStream out;
    private final PrintStream err;

    /// A command line that prints there.
    public Terminal(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /// The command line of this process, in UTF-8 whatever the machine's settings.
    public static Terminal standard() {
        return new Terminal(stream(FileDescriptor.out), stream(FileDescriptor.err));
    }

    private static PrintStream stream(FileDescriptor to) {
        return new PrintStream(new FileOutputStream(to), true, StandardCharsets.UTF_8);
    }

    /// Prints a line.
    public void say(String line) {
        out.println(line);
    }

    /// Runs a command.
    ///
    /// @param words the command and its arguments
    /// @return the exit code
    public int run(String... words) {
        try {
            var rest = Arrays.asList(words).subList(1, words.length);
            return switch (words[0]) {
                case "ask" -> ask(Arguments.of(rest, List.of("language", "office", "date"), List.of("json")));
                case "check" -> new CheckCommand(out).run(Arguments.of(rest, List.of(), List.of()));
                case "report" -> report(Arguments.of(rest, List.of("date"), List.of()));
                case "evaluate" -> evaluate(Arguments.of(rest, List.of("date", "half", "noise", "seed"), List.of("misses")));
                default -> throw new UsageException("Kommandot finns inte.");
            };
        } catch (UsageException wrong) {
            err.println(wrong.getMessage());
            err.println(USAGE);
            return 2;
        } catch (BrokenContentException broken) {
            err.println("Innehållet har fel:");
            broken.problems().forEach(err::println);
            return 1;
        }
    }

    private int ask(Arguments arguments) {
        try (var store = ReleaseStore.open(configured(), ReleaseStore.SWEDISH_TIME)) {
            return new AskCommand(store, out).run(arguments);
        }
    }

    private int report(Arguments arguments) {
        try (var store = ReleaseStore.open(configured(), ReleaseStore.SWEDISH_TIME)) {
            var day = arguments.date(store.today());
            store.on(day, (_, engine) -> ContentReport.of(engine.knowledge(), engine.search(), day)).lines().forEach(out::println);
            return 0;
        }
    }

    private int evaluate(Arguments arguments) {
        try (var store = ReleaseStore.open(configured(), ReleaseStore.SWEDISH_TIME)) {
            return new EvaluateCommand(store, out).run(arguments);
        }
    }

    /// Where the server would take the content from.
    static ContentSource configured() {
        return ContentSource.of(System.getProperty("vagvisaren.content", System.getenv("VAGVISAREN_CONTENT")));
    }
}
