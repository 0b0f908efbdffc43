package se.vagvisaren.api.terminal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/// What hurry and a foreign keyboard do to a text; the same for the same seed.
enum Noise {
    /// Every second longer word gets a slip: a letter left out, doubled, or swapped with the next.
    TYPOS,
    /// No diacritics.
    FOLDING,
    /// Every second long word is written as two.
    SPLITS,
    /// Every third pair of words is written as one.
    JOINS;

    private static final int LONGER = 5;
    private static final int LONG = 9;
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

    String on(String text, long seed) {
        var random = new Random(seed * 31 + text.hashCode());
        return switch (this) {
            case TYPOS -> everySecond(text, LONGER, word -> slip(word, random));
            case FOLDING -> MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
            case SPLITS -> everySecond(text, LONG, word -> {
                int at = word.length() / 2 + random.nextInt(3) - 1;
                return word.substring(0, at) + " " + word.substring(at);
            });
            case JOINS -> {
                var words = text.split(" ", -1);
                var joined = new StringBuilder(words[0]);
                for (int at = 1; at < words.length; at++) {
                    joined.append(at % 3 == 0 ? "" : " ").append(words[at]);
                }
                yield joined.toString();
            }
        };
    }

    private static String everySecond(String text, int shortest, java.util.function.UnaryOperator<String> change) {
        var words = new ArrayList<>(List.of(text.split("(?<=\\P{L})|(?=\\P{L})")));
        int longer = 0;
        for (int at = 0; at < words.size(); at++) {
            if (words.get(at).length() >= shortest && longer++ % 2 == 0) {
                words.set(at, change.apply(words.get(at)));
            }
        }
        return String.join("", words);
    }

    /// The first letter stays: people seldom miss that one.
    private static String slip(String word, Random random) {
        int at = 1 + random.nextInt(word.length() - 2);
        return word.substring(0, at) + switch (random.nextInt(3)) {
            case 0 -> word.substring(at + 1);
            case 1 -> word.charAt(at) + word.substring(at);
            default -> "" + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
        };
    }
}
