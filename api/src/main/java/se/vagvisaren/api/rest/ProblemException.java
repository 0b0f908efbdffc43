package se.vagvisaren.api.rest;

import java.util.List;
import se.vagvisaren.api.view.Texts;

/// Ends a request with a problem.
final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ProblemException(ProblemType type, Texts texts) {
        this(type, texts, List.of());
    }

    ProblemException(ProblemType type, Texts texts, List<Problem.FieldError> errors) {
        super(type.id());
        this.problem = Problem.of(type, texts, errors);
    }

    Problem problem() {
        return problem;
    }
}
