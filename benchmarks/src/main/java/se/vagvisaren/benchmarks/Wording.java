package se.vagvisaren.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.knowledge.LocalText;

/// Made-up Swedish after the shipped phrases: new compounds of their words, and their sentences with a word exchanged.
final class Wording {

    private static final int SHORTEST_PART = 4;

    private final List<String> phrases = new ArrayList<>();
    private final List<String> parts;
    private final Random random;

    Wording(KnowledgeBase shipped, Random random) {
        this.random = random;
        shipped.services().values().forEach(service ->
                phrases.addAll(service.phrases().getOrDefault(LocalText.SWEDISH, List.of())));
        parts = phrases.stream().flatMap(phrase -> List.of(phrase.split("\\P{L}+")).stream())
                .filter(word -> word.length() >= SHORTEST_PART).distinct().sorted().toList();
    }

    /// A word that is hardly in any dictionary.
    String compound() {
        return any(parts) + any(parts);
    }

    /// A sentence that names the word.
    String phrase(String about) {
        var words = any(phrases).split(" ");
        words[random.nextInt(words.length)] = about;
        return String.join(" ", words);
    }

    private String any(List<String> among) {
        return among.get(random.nextInt(among.size()));
    }
}
