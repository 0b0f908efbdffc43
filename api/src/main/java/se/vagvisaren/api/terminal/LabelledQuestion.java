package se.vagvisaren.api.terminal;

import java.util.List;

/// A question whose right authorities are known.
///
/// @param authorities those that have to be named; none for a vague question, `inget` where nobody can help
/// @param acceptable  those that may be named besides
/// @param kind        `single`, `multi`, `life-event`, `vague`, `out-of-scope`, `crisis` and others
record LabelledQuestion(String id, String lang, String text, List<String> authorities, List<String> acceptable,
        String kind) {

    LabelledQuestion {
        authorities = authorities == null ? List.of() : authorities;
        acceptable = acceptable == null ? List.of() : acceptable;
    }
}
