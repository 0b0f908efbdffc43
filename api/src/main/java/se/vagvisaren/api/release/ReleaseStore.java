package se.vagvisaren.api.release;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiFunction;
import se.vagvisaren.engine.GuidanceEngine;
import se.vagvisaren.engine.Release;
import se.vagvisaren.knowledge.ContentProblem;
import se.vagvisaren.knowledge.Position;

/// Keeps the running release and an engine for each period asked about lately. Thread-safe.
public final class ReleaseStore implements AutoCloseable {

    /// Days begin and end where the authorities are.
    public static final Clock SWEDISH_TIME = Clock.system(ZoneId.of("Europe/Stockholm"));

    /// Today's period, the next one for which a change of law is loaded, and two to spare: an engine takes memory.
    private static final int MOST_ENGINES = 4;

    private record Period(String release, LocalDate start) {
    }

    private final ContentSource source;
    private final Clock clock;
    private final Cache<Period, KeptEngine> engines = Caffeine.newBuilder().maximumSize(MOST_ENGINES)
            .executor(Runnable::run)
            .removalListener((Period _, KeptEngine engine, RemovalCause _) -> engine.retire())
            .build();
    private volatile Release running;

    private ReleaseStore(ContentSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /// Loads the content and builds today's engine.
    ///
    /// @throws BrokenContentException when the content has errors or cannot be read
    public static ReleaseStore open(ContentSource source, Clock clock) {
        var store = new ReleaseStore(source, clock);
        var problems = store.reload();
        if (store.running == null) {
            throw new BrokenContentException(problems);
        }
        return store;
    }

    /// The release that questions are answered from now.
    public Release running() {
        return running;
    }

    /// Today, where the product is used.
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /// Reads the content again and runs on it from then on. With any error, the running release stays.
    ///
    /// @return every problem, warnings included
    public synchronized List<ContentProblem> reload() {
        Release.Loaded loaded;
        try {
            loaded = Release.load(source.read(), clock.instant().truncatedTo(ChronoUnit.SECONDS));
        } catch (UncheckedIOException unreadable) {
            return List.of(new ContentProblem(new Position(String.valueOf(source.folder()), 1),
                    ContentProblem.Severity.ERROR,
                    "Innehållet går inte att läsa", "Kontrollera att mappen finns och får läsas."));
        }
        loaded.release().filter(next -> running == null || !next.id().equals(running.id())).ifPresent(this::swap);
        return loaded.problems();
    }

    /// Today's engine is built before the swap: if that fails nothing has changed, and nobody has to wait for it. Only at
    /// the start, with nothing to answer from meanwhile, a question may come before all is learnt.
    private void swap(Release next) {
        var engine = next.on(today());
        if (running != null) {
            engine.awaitReady();
        }
        engines.put(period(next, today()), new KeptEngine(engine));
        running = next;
        engines.asMap().keySet().removeIf(period -> !period.release().equals(next.id()));
    }

    /// Does something with the running release and its engine for a day. The engine must not be kept beyond the call.
    public <T> T on(LocalDate day, BiFunction<Release, GuidanceEngine, T> work) {
        var release = running;
        var kept = engines.get(period(release, day), _ -> new KeptEngine(release.on(day)));
        if (kept.enter()) {
            try {
                return work.apply(release, kept.engine());
            } finally {
                kept.leave();
            }
        }
        // Evicted between the two lines above: rare enough for an engine of its own.
        try (var own = release.on(day)) {
            return work.apply(release, own);
        }
    }

    private static Period period(Release release, LocalDate day) {
        return new Period(release.id(), release.periodOf(day));
    }

    /// Closes all engines.
    @Override
    public void close() {
        engines.invalidateAll();
    }
}
