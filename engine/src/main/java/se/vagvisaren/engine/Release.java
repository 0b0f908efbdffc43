package se.vagvisaren.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import se.vagvisaren.knowledge.ContentFile;
import se.vagvisaren.knowledge.ContentLoader;
import se.vagvisaren.knowledge.ContentProblem;
import se.vagvisaren.knowledge.KnowledgeBase;

/// One state of the content, swapped as a whole.
///
/// @param id          short and equal for equal content
/// @param publishedAt when it was loaded
/// @param knowledge   all that is known, on every day
/// @param changes     the days on which something in it changes
public record Release(String id, Instant publishedAt, KnowledgeBase knowledge, NavigableSet<LocalDate> changes) {

    /// What came of loading: a release unless there is an error, and every problem.
    public record Loaded(Optional<Release> release, List<ContentProblem> problems) {
    }

    /// Loads content.
    public static Loaded load(List<ContentFile> files, Instant publishedAt) {
        var loaded = ContentLoader.load(files);
        return new Loaded(loaded.knowledge().map(knowledge -> new Release(idOf(files), publishedAt, knowledge, knowledge.changes())),
                loaded.problems());
    }

    /// The first day of the period in which nothing changes and in which that day lies: two days with the same start can
    /// share one engine.
    public LocalDate periodOf(LocalDate day) {
        var start = changes.floor(day);
        return start == null ? LocalDate.MIN : start;
    }

    /// The engine for the period in which that day lies. Takes a while: keep it.
    public GuidanceEngine on(LocalDate day) {
        return new GuidanceEngine(knowledge.asOf(day));
    }

    private static String idOf(List<ContentFile> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : files) {
                digest.update(file.path().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(file.bytes());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256.", missing);
        }
    }
}
