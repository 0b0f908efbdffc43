package se.vagvisaren.search;

import java.util.ArrayList;
import java.util.List;

import se.vagvisaren.search.Vocabulary.Understood;

/// A text as it is understood in one language.
///
/// @param words      its words
/// @param recognised the share of its words that belong to the language
record Reading(List<ReadWord> words, double recognised) {

    /// The most words of a text that are looked up; what a question is about is said before.
    static final int MOST_WORDS = 80;
    private static final int MOST_JOINED = 3;
    /// A word that is only like one of the language belongs to it by half.
    private static final double LIKE = .5;

    /// A word, or words that should have been written as one, with what it says.
    record ReadWord(int start, int end, Understood says) {
    }

    /// Reads a text with that vocabulary.
    static Reading of(List<Words.Word> words, Vocabulary vocabulary) {
        var read = new ArrayList<ReadWord>();
        double known = 0;
        int count = 0;
        int topics = 0;
        for (int at = 0, next; at < words.size() && topics < MOST_WORDS; at = next) {
            int joined = joined(words, at, vocabulary);
            next = at + joined;
            int start = words.get(at).start();
            int end = words.get(next - 1).end();
            boolean isKnown = true;
            boolean isLike = false;
            for (var says : vocabulary.understand(join(words, at, joined))) {
                read.add(new ReadWord(start, end, says));
                isKnown &= says.known();
                isLike |= !says.meanings().isEmpty();
                topics += says.information() > 0 ? 1 : 0;
            }
            count++;
            known += isKnown ? 1 : isLike ? LIKE : 0;
        }
        return new Reading(List.copyOf(read), count == 0 ? 0 : known / count);
    }

    /// The least share of the words that can be found to belong to the language; [#mayBe] is the most.
    static double known(List<Words.Word> words, Vocabulary vocabulary) {
        return words.stream().limit(MOST_WORDS).filter(word -> vocabulary.isKnown(word.text())).count() / (double) Math.clamp(words.size(), 1, MOST_WORDS);
    }

    /// The most that can come of a text of which so much is known: every other word is like one of the language.
    static double mayBe(double known) {
        return known + LIKE * (1 - known);
    }

    /// How many words from there on make one word of the index: `barn bidrag`.
    private static int joined(List<Words.Word> words, int at, Vocabulary vocabulary) {
        for (int count = Math.min(MOST_JOINED, words.size() - at); count > 1; count--) {
            boolean adjacent = true;
            for (int part = at + 1; part < at + count; part++) {
                adjacent &= words.get(part).start() - words.get(part - 1).end() == 1;
            }
            if (adjacent && vocabulary.has(join(words, at, count))) {
                return count;
            }
        }
        return 1;
    }

    private static String join(List<Words.Word> words, int at, int count) {
        var joined = new StringBuilder(words.get(at).text());
        for (int part = at + 1; part < at + count; part++) {
            joined.append(words.get(part).text());
        }
        return joined.toString();
    }

    /// Whether any word of it is known to the index.
    boolean saysAnything() {
        return words.stream().anyMatch(word -> !word.says().meanings().isEmpty());
    }
}
