package se.vagvisaren.api.terminal;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import se.vagvisaren.api.release.ContentSource;
import se.vagvisaren.engine.Release;
import se.vagvisaren.engine.ServiceCases;
import se.vagvisaren.knowledge.KnowledgeBase;

/// Reads the content and prints everything that is wrong with it, and every case that does not hold.
final class CheckCommand {

    private final PrintStream out;

    CheckCommand(PrintStream out) {
        this.out = out;
    }

    int run(Arguments arguments) {
        var source = arguments.plain().isEmpty() ? Terminal.configured() : ContentSource.of(arguments.only("en mapp"));
        Release.Loaded loaded;
        try {
            loaded = Release.load(source.read(), Instant.now());
        } catch (UncheckedIOException unreadable) {
            throw new UsageException("Mappen går inte att läsa.");
        }
        loaded.problems().forEach(out::println);
        var failing = loaded.release().map(release -> new ServiceCases(release.knowledge()).failing()).orElse(List.of());
        failing.forEach(out::println);
        boolean right = loaded.release().isPresent() && failing.isEmpty();
        out.println(right ? summary(loaded.release().get().knowledge(), loaded.problems().size())
                : "Innehållet kan inte användas förrän felen är rättade.");
        return right ? 0 : 1;
    }

    private static String summary(KnowledgeBase knowledge, int warnings) {
        return "Innehållet är felfritt" + (warnings == 0 ? "" : ", med " + warnings + " varningar") + ": "
                + knowledge.services().size() + " tjänster, " + knowledge.lifeEvents().size() + " livshändelser, "
                + knowledge.organisations().size() + " organisationer, " + knowledge.facts().size() + " uppgifter, "
                + knowledge.offices().size() + " servicekontor.";
    }
}
