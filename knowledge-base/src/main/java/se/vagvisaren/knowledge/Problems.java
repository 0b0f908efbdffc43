package se.vagvisaren.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.text.similarity.LevenshteinDistance;

/// Collects every problem of the content, so that they are reported all at once.
final class Problems {

    private final List<ContentProblem> found = new ArrayList<>();

    void error(Position at, String what, String todo) {
        found.add(new ContentProblem(at, ContentProblem.Severity.ERROR, what, todo));
    }

    void warning(Position at, String what, String todo) {
        found.add(new ContentProblem(at, ContentProblem.Severity.WARNING, what, todo));
    }

    /// An id that nothing has, with the nearest that something has.
    void unknown(Position at, String kind, String id, Collection<String> known) {
        error(at, kind + " '" + id + "' finns inte", nearest(id, known));
    }

    static String nearest(String id, Collection<String> known) {
        return known.stream().min(Comparator.comparingInt((String each) -> LevenshteinDistance.getDefaultInstance().apply(id, each))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(each -> LevenshteinDistance.getDefaultInstance().apply(id, each) <= Math.max(2, id.length() / 2))
                .map(each -> "Menade du '" + each + "'?")
                .orElse("Rätta namnet eller lägg till det som saknas.");
    }

    List<ContentProblem> sorted() {
        return found.stream().distinct().sorted().toList();
    }

    boolean anyError() {
        return found.stream().anyMatch(problem -> problem.severity() == ContentProblem.Severity.ERROR);
    }
}
