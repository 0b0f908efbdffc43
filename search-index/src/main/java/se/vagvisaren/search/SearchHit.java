package se.vagvisaren.search;

import java.util.List;

/// A life event or a service that a text may be about.
///
/// @param kind       which of the two
/// @param id         its id
/// @param score      how well its words match, comparable within one search only; one of the signs of confidence
/// @param confidence how sure it is that the text is about this, from 0 to 1, comparable between searches
/// @param matched    the words of the text that speak for it, in order
public record SearchHit(Kind kind, String id, double score, double confidence, List<Span> matched) {

    /// What was found.
    public enum Kind { LIFE_EVENT, SERVICE }

    /// A part of the text, in UTF-16 units, the end excluded.
    public record Span(int start, int end) {
    }
}
