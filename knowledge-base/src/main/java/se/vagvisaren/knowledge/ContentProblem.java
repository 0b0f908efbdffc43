package se.vagvisaren.knowledge;

import java.util.Comparator;

/// Something wrong with the content, with the place and how to mend it.
///
/// @param at       where
/// @param severity whether the content can be used in spite of it
/// @param what     what is wrong, without a full stop
/// @param todo     what to do, as a sentence
public record ContentProblem(Position at, Severity severity, String what, String todo)
        implements Comparable<ContentProblem> {

    /// An error keeps the content from being used, a warning does not.
    public enum Severity { ERROR, WARNING }

    /// `file:line: what. What to do.`
    @Override
    public String toString() {
        return at + ": " + (severity == Severity.WARNING ? "varning: " : "") + what + ". " + todo;
    }

    @Override
    public int compareTo(ContentProblem other) {
        return Comparator.comparing((ContentProblem problem) -> problem.at.file())
                .thenComparing(problem -> problem.at.line())
                .thenComparing(ContentProblem::what).compare(this, other);
    }
}
