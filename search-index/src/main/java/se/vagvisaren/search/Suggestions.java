package se.vagvisaren.search;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import se.vagvisaren.knowledge.LocalText;
import se.vagvisaren.search.SearchHit.Span;
import se.vagvisaren.search.Unit.Entity;

/// Names and everyday names by how they begin, for search as you type. Immutable.
final class Suggestions {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 100;
    private static final int SHORTEST_WITH_SLIP = 4;
    private static final int SHORTEST_INSIDE = 4;

    private static final double BEGINS = 1;
    private static final double BEGINS_FOLDED = .95;
    private static final double WORDS_BEGIN = .85;
    private static final double INSIDE_WORD = .7;
    private static final double WITH_SLIP = .5;
    private static final double EVERYDAY_NAME = .99;

    /// A name of an entity.
    ///
    /// @param order its place among all names in Swedish order
    private record Name(Entity entity, String text, String folded, List<String> words, boolean everyday, int order) {
    }

    private final Map<String, List<Name>> byLanguage = new HashMap<>();

    Suggestions(List<Entity> entities) {
        for (var entity : entities) {
            entity.name().byLanguage().forEach((language, name) -> add(language, entity, name, false));
            entity.everydayNames().forEach((language, names) ->
                    names.forEach(name -> add(language, entity, name, true)));
        }
        byLanguage.replaceAll((_, names) -> sorted(names));
    }

    private void add(String language, Entity entity, String text, boolean everyday) {
        var words = Words.of(text).stream().map(word -> Words.fold(word.text())).toList();
        byLanguage.computeIfAbsent(language, _ -> new ArrayList<>())
                .add(new Name(entity, spaced(text), String.join(" ", words), words, everyday, 0));
    }

    private static List<Name> sorted(List<Name> names) {
        var swedish = Collator.getInstance(Locale.of("sv"));
        names.sort(Comparator.comparing(Name::text, swedish).thenComparing(name -> name.entity().id()));
        var numbered = new ArrayList<Name>();
        for (var name : names) {
            numbered.add(new Name(name.entity(), name.text(), name.folded(), name.words(), name.everyday(),
                    numbered.size()));
        }
        return List.copyOf(numbered);
    }

    private static String spaced(String text) {
        return String.join(" ", Words.of(text).stream().map(Words.Word::text).toList());
    }

    /// The entities with a name that begins so, in that language or in Swedish.
    List<SearchHit> suggest(String beginning, String language, int most) {
        var typed = Words.of(beginning.length() > LONGEST ? beginning.substring(0, LONGEST) : beginning);
        var text = String.join(" ", typed.stream().map(Words.Word::text).toList());
        if (text.length() < SHORTEST) {
            return List.of();
        }
        var words = typed.stream().map(word -> Words.fold(word.text())).toList();
        var span = List.of(new Span(typed.getFirst().start(), typed.getLast().end()));
        var best = new HashMap<Entity, Ranked>();
        Stream.of(language, LocalText.SWEDISH).distinct()
                .flatMap(tag -> byLanguage.getOrDefault(tag, List.of()).stream())
                .forEach(name -> {
                    double score = score(name, text, words) * (name.everyday() ? EVERYDAY_NAME : 1);
                    if (score > 0) {
                        best.merge(name.entity(), new Ranked(name, score),
                                (one, other) -> Ranked.BEST_FIRST.compare(one, other) <= 0 ? one : other);
                    }
                });
        return best.values().stream().sorted(Ranked.BEST_FIRST).limit(most)
                .map(ranked -> new SearchHit(ranked.name().entity().sort().asHit(), ranked.name().entity().id(), ranked.score(),
                        ranked.score(), span)).toList();
    }

    private record Ranked(Name name, double score) {
        static final Comparator<Ranked> BEST_FIRST = Comparator.comparingDouble(Ranked::score).reversed()
                .thenComparingInt(ranked -> ranked.name().order()).thenComparing(ranked -> ranked.name().entity().id());
    }

    private static double score(Name name, String text, List<String> typed) {
        var folded = String.join(" ", typed);
        if (name.text().startsWith(text)) {
            return BEGINS;
        }
        if (name.folded().startsWith(folded)) {
            return BEGINS_FOLDED;
        }
        if (typed.stream().allMatch(part -> name.words().stream().anyMatch(word -> word.startsWith(part)))) {
            return WORDS_BEGIN;
        }
        if (typed.stream().allMatch(part -> name.words().stream().anyMatch(word -> word.startsWith(part)
                || part.length() >= SHORTEST_INSIDE && word.contains(part)))) {
            return INSIDE_WORD;
        }
        boolean nearly = typed.stream()
                .allMatch(part -> name.words().stream().anyMatch(word -> beginsNearly(word, part)));
        return nearly ? WITH_SLIP : 0;
    }

    /// Whether a word begins like what was typed, with one slip, or two in what is long.
    private static boolean beginsNearly(String word, String typed) {
        if (word.startsWith(typed)) {
            return true;
        }
        if (typed.length() < SHORTEST_WITH_SLIP || word.charAt(0) != typed.charAt(0)) {
            return false;
        }
        int slips = typed.length() < 2 * SHORTEST_WITH_SLIP ? 1 : 2;
        for (int length = typed.length() - slips; length <= typed.length() + slips; length++) {
            var part = word.substring(0, Math.min(length, word.length()));
            if (Spelling.distance(typed, part, slips) <= slips) {
                return true;
            }
        }
        return false;
    }
}
