package se.vagvisaren.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Cuts a text into words, in one pass and without patterns, so that no text makes it slow.
final class Words {

    /// So much of a text is read; a question is never longer, and what is longer is no question.
    static final int LONGEST_TEXT = 5_000;
    private static final int LONGEST_WORD = 40;

    /// A word of a text: in lower case, composed, and where it stands in UTF-16 units.
    record Word(String text, int start, int end) {
    }

    private Words() {
    }

    /// The words of a text, in order. Letters, digits and marks make words; everything else parts them, but for a
    /// hyphen or an apostrophe after a single letter (`a-kassa`, `f-skatt`), which are left out, as are invisible
    /// characters.
    static List<Word> of(String text) {
        var words = new ArrayList<Word>();
        var letters = new StringBuilder();
        int end = Math.min(text.length(), LONGEST_TEXT);
        int start = -1;
        for (int at = 0, next; at < end; at = next) {
            int character = text.codePointAt(at);
            next = at + Character.charCount(character);
            if (belongsToWord(character)) {
                start = start < 0 ? at : start;
                letters.appendCodePoint(character);
            } else if (start >= 0 && !isInside(character, letters, text, next)) {
                add(words, letters, start, at);
                start = -1;
            }
        }
        if (start >= 0) {
            add(words, letters, start, Math.max(start, end));
        }
        return words;
    }

    private static boolean belongsToWord(int character) {
        return Character.isLetterOrDigit(character) || Character.getType(character) == Character.NON_SPACING_MARK
                || Character.getType(character) == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isInside(int character, StringBuilder before, String text, int next) {
        boolean goesOn = next < text.length() && belongsToWord(text.codePointAt(next));
        boolean hyphen = character == '-' || character == '\'' || character == '\u2010' || character == '\u2019';
        return goesOn && (hyphen && before.length() == 1 || Character.getType(character) == Character.FORMAT);
    }

    private static void add(List<Word> words, StringBuilder letters, int start, int end) {
        var word = letters.length() > LONGEST_WORD ? letters.substring(0, LONGEST_WORD) : letters.toString();
        letters.setLength(0);
        words.add(new Word(Normalizer.normalize(word, Normalizer.Form.NFC).toLowerCase(Locale.ROOT), start, end));
    }

    /// A word without its diacritics: `foralder` for `förälder`.
    static String fold(String word) {
        boolean plain = true;
        for (int at = 0; at < word.length() && plain; at++) {
            plain = word.charAt(at) < 128;
        }
        if (plain) {
            return word;
        }
        var folded = new StringBuilder(word.length());
        Normalizer.normalize(word, Normalizer.Form.NFD).codePoints()
                .filter(character -> Character.getType(character) != Character.NON_SPACING_MARK)
                .forEach(character -> folded.append(switch (character) {
                    case 'ø' -> "o";
                    case 'æ' -> "a";
                    case 'ß' -> "ss";
                    case 'ı' -> "i";
                    default -> Character.toString(character);
                }));
        return folded.toString();
    }

    /// The runs of four characters of a folded word with its boundaries marked: `_bar`, `barn`, `arn_`.
    static List<String> grams(String folded) {
        var marked = "_" + folded + "_";
        if (marked.length() <= 4) {
            return List.of(marked);
        }
        var grams = new ArrayList<String>(marked.length() - 3);
        for (int at = 0; at + 4 <= marked.length(); at++) {
            grams.add(marked.substring(at, at + 4));
        }
        return grams;
    }
}
