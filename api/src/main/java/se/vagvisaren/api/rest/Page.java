package se.vagvisaren.api.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import se.vagvisaren.api.view.Texts;

/// A part of a list.
///
/// @param page  which part, from 1
/// @param limit how many items a part has
/// @param total how many there are in all
record Page<T>(List<T> items, int page, int limit, int total) {

    private static final int MOST = 200;

    /// @throws ProblemException when there can be no such part
    static <S, T> Page<T> of(List<S> all, int page, int limit, Function<S, T> view, Texts texts) {
        var errors = new ArrayList<Problem.FieldError>();
        if (limit < 1 || limit > MOST) {
            errors.add(new Problem.FieldError("?limit", texts.get("error.range", 1, MOST), List.of()));
        }
        if (page < 1) {
            errors.add(new Problem.FieldError("?page", texts.get("error.page"), List.of()));
        }
        if (!errors.isEmpty()) {
            throw new ProblemException(ProblemType.IMPOSSIBLE_VALUE, texts, errors);
        }
        var items = all.stream().skip((page - 1L) * limit).limit(limit).map(view).toList();
        return new Page<>(items, page, limit, all.size());
    }
}
