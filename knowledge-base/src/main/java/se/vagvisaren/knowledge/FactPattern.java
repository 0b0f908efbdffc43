package se.vagvisaren.knowledge;

import java.util.List;
import java.util.Map;

/// Words that state a fact.
///
/// @param value    the value they state; null when it is the number in the words
/// @param patterns by language
public record FactPattern(String fact, Subject.Kind subject, FactValue value, Map<String, List<PhrasePattern>> patterns,
                          Position at) {
}
