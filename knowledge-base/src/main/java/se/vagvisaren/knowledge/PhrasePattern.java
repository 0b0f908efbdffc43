package se.vagvisaren.knowledge;

import java.util.ArrayList;
import java.util.List;

/// Words that must occur in order: `min|mitt ... man slår|slog [på] mig`, with `slå*` for a beginning, `...` for up to
/// four words between, `[x|y]` for a word that may be missing, `{n}` for a number and, last, `.` for the end of what is
/// said: of the sentence, of the text or at a comma.
public record PhrasePattern(String written, List<Part> parts) {

    /// The most words that `...` stands for.
    public static final int LONGEST_GAP = 4;

    /// One part of a pattern.
    public sealed interface Part {

        /// One of these words; those in `beginnings` may go on.
        record Word(List<String> exact, List<String> beginnings, boolean optional) implements Part {
        }

        /// Up to [#LONGEST_GAP] words.
        record Gap() implements Part {
        }

        /// A number.
        record Number() implements Part {
        }

        /// The end of what is said: a sentence's, the text's, or a comma.
        record End() implements Part {
        }
    }

    /// Reads a pattern.
    ///
    /// @throws IllegalArgumentException saying in Swedish what is wrong with it, for whoever wrote it
    public static PhrasePattern parse(String written) {
        var parts = new ArrayList<Part>();
        for (var token : written.strip().split("\\s+")) {
            if (token.equals("...") || token.equals("…")) {
                parts.add(new Part.Gap());
            } else if (token.equals("{n}")) {
                parts.add(new Part.Number());
            } else if (token.equals(".")) {
                parts.add(new Part.End());
            } else {
                boolean optional = token.startsWith("[") && token.endsWith("]");
                var body = optional ? token.substring(1, token.length() - 1) : token;
                if (body.isEmpty() || body.matches(".*[\\[\\]{}()+?.\\\\].*")) {
                    throw new IllegalArgumentException("'" + token + "' är inget ord i ett mönster");
                }
                var exact = new ArrayList<String>();
                var beginnings = new ArrayList<String>();
                for (var word : body.split("\\|")) {
                    if (word.endsWith("*")) {
                        beginnings.add(word.substring(0, word.length() - 1));
                    } else {
                        exact.add(word);
                    }
                }
                if (exact.stream().anyMatch(String::isBlank)
                        || beginnings.stream().anyMatch(word -> word.length() < 2)) {
                    throw new IllegalArgumentException("'" + token + "' har ett tomt ord, eller en bokstav följd av *");
                }
                parts.add(new Part.Word(List.copyOf(exact), List.copyOf(beginnings), optional));
            }
        }
        boolean says = parts.stream().anyMatch(part -> part instanceof Part.Word word && !word.optional());
        int end = parts.indexOf(new Part.End());
        int last = end < 0 ? parts.size() - 1 : parts.size() - 2;
        if (!says || parts.getFirst() instanceof Part.Gap || parts.get(last) instanceof Part.Gap) {
            throw new IllegalArgumentException(
                    "ett mönster börjar och slutar med ett ord, och minst ett ord måste vara med");
        }
        if (end >= 0 && end != parts.size() - 1) {
            throw new IllegalArgumentException("punkten står sist i ett mönster: där slutar det som sägs");
        }
        return new PhrasePattern(written, List.copyOf(parts));
    }
}
