package se.vagvisaren.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.apache.lucene.analysis.sv.SwedishMinimalStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.tartarus.snowball.ext.EnglishStemmer;

/// What is known of a language: how its words are stemmed and which of them say nothing about a topic. Swedish and
/// English are known; of other languages the folded word is the stem and no word is generic.
///
/// @param tag     BCP 47 tag
/// @param generic words without a topic, and their folded spellings
/// @param stem    the stem of a word in lower case
record Language(String tag, Set<String> generic, UnaryOperator<String> stem) {

    private static final Language SWEDISH = new Language("sv", genericWords("sv"), Language::swedishStem);
    private static final Language ENGLISH = new Language("en", genericWords("en"), Language::englishStem);

    static Language of(String tag) {
        return switch (tag) {
            case "sv" -> SWEDISH;
            case "en" -> ENGLISH;
            default -> new Language(tag, Set.of(), Words::fold);
        };
    }

    /// The script of the first letter of a word.
    static UnicodeScript script(String word) {
        return word.isEmpty() ? UnicodeScript.COMMON : UnicodeScript.of(word.codePointAt(0));
    }

    private static Set<String> genericWords(String tag) {
        try (var list = Language.class.getResourceAsStream("generic-" + tag + ".txt")) {
            var words = new HashSet<String>();
            new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Words.of(line).stream()).forEach(word -> words.add(word.text()));
            return Set.copyOf(words);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String englishStem(String word) {
        var stemmer = new EnglishStemmer();
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    private static String swedishStem(String word) {
        try (var stems = new SwedishMinimalStemFilter(new Terms(List.of(word)))) {
            var term = stems.getAttribute(CharTermAttribute.class);
            stems.reset();
            stems.incrementToken();
            return term.toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
