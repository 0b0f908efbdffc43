package se.vagvisaren.engine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import se.vagvisaren.knowledge.PhrasePattern;
import se.vagvisaren.knowledge.PhrasePattern.Part;
import se.vagvisaren.search.SearchHit.Span;

/// Finds word patterns in a text. A pattern has few parts and gaps of a few words, so the work is bounded.
final class PatternMatcher {

    /// Where a pattern was found.
    ///
    /// @param first  index of the first word
    /// @param last   index of the last word
    /// @param number the number in its slot, or null
    record Match(int first, int last, Long number, Words words) {
        Span span() {
            return new Span(words.all().get(first).start(), words.all().get(last).end());
        }
    }

    private PatternMatcher() {
    }

    /// Words that turn a statement into its contrary.
    static final Set<String> NEGATIONS = Set.of("inte", "ej", "aldrig", "utan", "inga", "ingen", "inget", "not", "never", "no");

    /// The first place where the pattern occurs within one sentence. A "not" between its words is passed over: "jag har
    /// inte pension" holds "jag har pension", and the caller looks for the "not".
    static Optional<Match> find(PhrasePattern pattern, Words words) {
        for (int first = 0; first < words.all().size(); first++) {
            var number = new long[] {-1};
            int last = match(pattern.parts(), 0, words, first, words.all().get(first).sentence(), number);
            if (last >= first) {
                return Optional.of(new Match(first, last, number[0] < 0 ? null : number[0], words));
            }
        }
        return Optional.empty();
    }

    /// The index of the last word matched, or -1.
    private static int match(List<Part> parts, int part, Words words, int at, int sentence, long[] number) {
        if (part == parts.size()) {
            return at - 1;
        }
        var word = at < words.all().size() && words.all().get(at).sentence() == sentence ? words.all().get(at) : null;
        return switch (parts.get(part)) {
            case Part.Word wanted -> {
                if (word != null && fits(wanted, word)) {
                    int last = match(parts, part + 1, words, at + 1, sentence, number);
                    if (last >= 0) {
                        yield last;
                    }
                }
                int without = wanted.optional() ? match(parts, part + 1, words, at, sentence, number) : -1;
                yield without >= 0 || part == 0 || word == null || !NEGATIONS.contains(word.lower()) ? without
                        : match(parts, part, words, at + 1, sentence, number);
            }
            case Part.Number _ -> {
                if (word == null || word.number() == null) {
                    yield -1;
                }
                number[0] = word.number();
                yield match(parts, part + 1, words, at + 1, sentence, number);
            }
            case Part.Gap _ -> {
                int last = -1;
                for (int gap = 0; gap <= PhrasePattern.LONGEST_GAP && last < 0; gap++) {
                    last = match(parts, part + 1, words, at + gap, sentence, number);
                }
                yield last;
            }
        };
    }

    private static boolean fits(Part.Word wanted, Words.Word word) {
        for (var exact : wanted.exact()) {
            if (Words.same(word, exact.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        for (var beginning : wanted.beginnings()) {
            if (Words.begins(word, beginning.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}
