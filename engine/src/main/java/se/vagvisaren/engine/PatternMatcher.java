package se.vagvisaren.engine;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    private final PhrasePattern written;
    private final List<Part> parts;
    private final List<Forms> forms;

    /// The words of a part in lower case, as written and without diacritics.
    private record Forms(Set<String> exact, Set<String> folded, List<String> beginnings, List<String> foldedBeginnings, boolean needed) {

        static Forms of(Part part) {
            if (!(part instanceof Part.Word word)) {
                return new Forms(Set.of(), Set.of(), List.of(), List.of(), false);
            }
            var exact = word.exact().stream().map(each -> each.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
            var beginnings = word.beginnings().stream().map(each -> each.toLowerCase(Locale.ROOT)).toList();
            return new Forms(exact, exact.stream().map(Words::fold).collect(Collectors.toSet()), beginnings,
                    beginnings.stream().map(Words::fold).toList(), !word.optional() && beginnings.isEmpty());
        }

        /// Whether a word is one of them; one typed without diacritics may stand for one that has some.
        boolean fit(Words.Word word) {
            return exact.contains(word.lower()) || word.plain() && folded.contains(word.lower())
                    || begins(beginnings, word) || word.plain() && begins(foldedBeginnings, word);
        }

        private static boolean begins(List<String> beginnings, Words.Word word) {
            for (var beginning : beginnings) {
                if (word.lower().startsWith(beginning)) {
                    return true;
                }
            }
            return false;
        }

        /// Whether a text with these words can hold the pattern at all.
        boolean mayBeIn(Words words) {
            return !needed || !Collections.disjoint(exact, words.lower()) || !Collections.disjoint(folded, words.plain());
        }
    }

    PatternMatcher(PhrasePattern written) {
        this.written = written;
        this.parts = written.parts();
        this.forms = parts.stream().map(Forms::of).toList();
    }

    /// The pattern as it is written.
    PhrasePattern written() {
        return written;
    }

    /// Words that turn a statement into its contrary.
    static final Set<String> NEGATIONS = Set.of("inte", "ej", "aldrig", "utan", "inga", "ingen", "inget", "not", "never", "no",
            "لا", "لم", "ليس", "لست", "بدون", "نه", "نیست", "نیستم", "ندارم", "نداریم", "غير", "مش", "لن", "не", "немає", "нема", "без", "nie", "bez", "ei", "eivät", "emme", "ilman");

    /// The first place where the pattern occurs within one sentence. A "not" between its words is passed over: "jag har
    /// inte pension" holds "jag har pension", and the caller looks for the "not".
    Optional<Match> find(Words words) {
        for (var each : forms) {
            if (!each.mayBeIn(words)) {
                return Optional.empty();
            }
        }
        for (int first = 0; first < words.all().size(); first++) {
            var number = new long[] {-1};
            int last = match(0, words, first, words.all().get(first).sentence(), number);
            if (last >= first) {
                return Optional.of(new Match(first, last, number[0] < 0 ? null : number[0], words));
            }
        }
        return Optional.empty();
    }

    /// The index of the last word matched, or -1.
    private int match(int part, Words words, int at, int sentence, long[] number) {
        if (part == parts.size()) {
            return at - 1;
        }
        var word = at < words.all().size() && words.all().get(at).sentence() == sentence ? words.all().get(at) : null;
        return switch (parts.get(part)) {
            case Part.Word wanted -> {
                if (word != null && forms.get(part).fit(word)) {
                    int last = match(part + 1, words, at + 1, sentence, number);
                    if (last >= 0) {
                        yield last;
                    }
                }
                int without = wanted.optional() ? match(part + 1, words, at, sentence, number) : -1;
                yield without >= 0 || part == 0 || word == null || !NEGATIONS.contains(word.lower()) ? without
                        : match(part, words, at + 1, sentence, number);
            }
            case Part.Number _ -> {
                if (word == null || word.number() == null) {
                    yield -1;
                }
                number[0] = word.number();
                yield match(part + 1, words, at + 1, sentence, number);
            }
            case Part.End _ -> words.endsAfter(at - 1) ? at - 1 : -1;
            case Part.Gap _ -> {
                int last = -1;
                for (int gap = 0; gap <= PhrasePattern.LONGEST_GAP && last < 0; gap++) {
                    last = match(part + 1, words, at + gap, sentence, number);
                }
                yield last;
            }
        };
    }
}
