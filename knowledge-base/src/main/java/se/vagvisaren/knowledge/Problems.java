package se.vagvisaren.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.text.similarity.LevenshteinDistance;

/// Collects every problem of the content, so that they are reported all at once. Files are read side by side, so what can
/// be wrong with one by itself may be reported by many threads.
final class Problems {

    private record Reference(IdKind kind, Position at, String id) {
    }

    private final List<ContentProblem> found = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();
    private final Set<IdKind> incomplete = EnumSet.noneOf(IdKind.class);

    synchronized void error(Position at, String what, String todo) {
        found.add(new ContentProblem(at, ContentProblem.Severity.ERROR, what, todo));
    }

    synchronized void warning(Position at, String what, String todo) {
        found.add(new ContentProblem(at, ContentProblem.Severity.WARNING, what, todo));
    }

    /// A file that cannot be read. What names an id is then not blamed for one that may well stand in that file.
    synchronized void unreadable(Position at, String what, String todo) {
        error(at, what, todo);
        for (var kind : IdKind.values()) {
            if (kind.writtenIn(at.file())) {
                incomplete.add(kind);
            }
        }
    }

    /// Whether all files were read in which things of that kind are written.
    boolean complete(IdKind kind) {
        return !incomplete.contains(kind);
    }

    /// An id that is named here; [#resolve] tells whether something has it, when all is read.
    void refer(IdKind kind, Position at, String id) {
        references.add(new Reference(kind, at, id));
    }

    /// Reports every id that was named and that nothing has.
    void resolve(Map<IdKind, ? extends Collection<String>> known) {
        for (var reference : references) {
            var ids = known.get(reference.kind);
            if (!ids.contains(reference.id)) {
                unknown(reference.at, reference.kind, reference.id, ids);
            }
        }
    }

    /// An id that nothing has, with the nearest that something has.
    void unknown(Position at, IdKind kind, String id, Collection<String> known) {
        if (complete(kind) && !id.isEmpty()) {
            error(at, kind.noun + " '" + id + "' finns inte", nearest(id, known));
        }
    }

    /// Reports what is no id: ids are part of addresses and files.
    void mustBeId(Position at, String id) {
        if (!id.isEmpty() && !id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            error(at, "'" + id + "' är inget id", "Använd små bokstäver a-z, siffror och bindestreck.");
        }
    }

    static String nearest(String id, Collection<String> known) {
        return nearest(id, known, "Rätta namnet eller lägg till det som saknas.");
    }

    /// Asks for the nearest name that is known, or tells what to do when there is none like it.
    static String nearest(String id, Collection<String> known, String otherwise) {
        var distance = LevenshteinDistance.getDefaultInstance();
        return known.stream()
                .min(Comparator.comparingInt((String each) -> distance.apply(id, each))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(each -> distance.apply(id, each) <= Math.max(2, id.length() / 2))
                .map(each -> "Menade du '" + each + "'?")
                .orElse(otherwise);
    }

    List<ContentProblem> sorted() {
        return found.stream().distinct().sorted().toList();
    }

    boolean anyError() {
        return found.stream().anyMatch(problem -> problem.severity() == ContentProblem.Severity.ERROR);
    }
}
