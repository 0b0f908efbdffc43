package se.vagvisaren.api.release;

import java.util.List;
import java.util.stream.Collectors;
import se.vagvisaren.knowledge.ContentProblem;

/// The content has errors, so there is nothing to run on.
public final class BrokenContentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<ContentProblem> problems;

    BrokenContentException(List<ContentProblem> problems) {
        super(problems.stream().map(ContentProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /// Every problem, by file and line.
    public List<ContentProblem> problems() {
        return problems;
    }
}
