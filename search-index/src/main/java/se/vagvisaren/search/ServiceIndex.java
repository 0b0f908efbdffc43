package se.vagvisaren.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.search.Unit.Entity;

/// The life events and services of one knowledge base, to be searched. In memory, immutable and safe for many threads;
/// close it when the knowledge base is replaced.
public final class ServiceIndex implements ServiceSearch, AutoCloseable {

    /// In how many languages a text is read at most: those that know most of its words.
    private static final int MOST_LANGUAGES = 2;
    /// A language that knows so much less of a text than another is not its language.
    private static final double CLEARLY_LESS = .25;
    /// In the language of the page a text is read rather than in another that knows as many of its words.
    private static final double PAGE_LANGUAGE = .1;

    /// What is left of the confidence when a text is more like what is no errand at all than like any entity.
    private static final double NO_ERRAND = .4;

    private static final Comparator<Found> SUREST_FIRST = Comparator.comparingDouble(Found::confidence)
            .thenComparingDouble(Found::score).reversed().thenComparing(found -> found.entity().id());

    private final List<Entity> entities;
    private final List<Unit> units;
    private final Map<String, Vocabulary> vocabularies = new LinkedHashMap<>();
    private final Map<String, double[]> unitInformation = new HashMap<>();
    private final Map<String, Set<UnicodeScript>> scripts = new HashMap<>();
    private final EntitySearch entitySearch;
    private final PhraseClassifier classifier;
    private final Suggestions suggestions;

    private ServiceIndex(KnowledgeBase inForce) throws IOException {
        units = List.copyOf(Unit.of(inForce));
        entities = Unit.entities(inForce);
        var places = places(inForce);
        units.stream().map(Unit::language).distinct().sorted().forEach(tag -> {
            var vocabulary = new Vocabulary(Language.of(tag), units, places);
            vocabularies.put(tag, vocabulary);
            unitInformation.put(tag, vocabulary.informationOfUnits(units.size()));
        });
        units.forEach(unit -> Words.of(unit.text()).forEach(word ->
                scripts.computeIfAbsent(unit.language(), _ -> new HashSet<>()).add(Language.script(word.text()))));
        entitySearch = new EntitySearch(units, vocabularies);
        classifier = PhraseClassifier.of(units, entities.size(), places);
        suggestions = new Suggestions(entities);
    }

    /// An index of all life events and services of a knowledge base.
    ///
    /// @param inForce what is in force that day, see [KnowledgeBase#asOf(java.time.LocalDate)]
    public static ServiceIndex of(KnowledgeBase inForce) {
        try {
            return new ServiceIndex(inForce);
        } catch (IOException outOfMemory) {
            throw new UncheckedIOException(outOfMemory);
        }
    }

    private static Set<String> places(KnowledgeBase inForce) {
        var names = new HashSet<String>();
        inForce.places().municipalities().values().forEach(place -> Words.of(place.shortName())
                .forEach(word -> names.add(Words.fold(word.text()))));
        return names;
    }

    @Override
    public List<SearchHit> search(String text, String language, int most) {
        return find(text, language).stream().limit(most).map(Found::asHit).toList();
    }

    @Override
    public List<SearchHit> suggest(String beginning, String language, int most) {
        return suggestions.suggest(beginning, language, most);
    }

    /// An entity that a text may be about, with the signs that its confidence rests on.
    record Found(Entity entity, double score, Confidence.Signs signs, double confidence, Explanation explanation,
                 int number) {

        SearchHit asHit() {
            return new SearchHit(entity.kind(), entity.id(), score, confidence, explanation.matched(number));
        }
    }

    /// What a text may be about, the surest first. Measured, that puts the right one first more often than the score
    /// alone, which is only one of the signs.
    List<Found> find(String text, String language) {
        var words = Words.of(text);
        var best = new HashMap<Entity, Found>();
        var likeness = classifier.likeness(text);
        readings(words, language).forEach((tag, reading) -> {
            for (var found : find(reading, tag, likeness)) {
                best.merge(found.entity(), found, (one, other) -> SUREST_FIRST.compare(one, other) <= 0 ? one : other);
            }
        });
        return best.values().stream().sorted(SUREST_FIRST).toList();
    }

    /// The text in the languages that it may be in: those of its script that know most of its words.
    private Map<String, Reading> readings(List<Words.Word> words, String pageLanguage) {
        var written = new HashSet<UnicodeScript>();
        words.forEach(word -> written.add(Language.script(word.text())));
        var all = new LinkedHashMap<String, Reading>();
        vocabularies.forEach((tag, vocabulary) -> {
            if (scripts.get(tag).stream().anyMatch(written::contains)) {
                var reading = Reading.of(words, vocabulary);
                if (reading.saysAnything()) {
                    all.put(tag, reading);
                }
            }
        });
        var page = primary(pageLanguage);
        Comparator<Map.Entry<String, Reading>> recognised = Comparator.comparingDouble(entry ->
                entry.getValue().recognised() + (entry.getKey().equals(page) ? PAGE_LANGUAGE : 0));
        var chosen = new LinkedHashMap<String, Reading>();
        all.entrySet().stream().sorted(recognised.reversed()).limit(MOST_LANGUAGES)
                .forEach(entry -> chosen.put(entry.getKey(), entry.getValue()));
        double most = chosen.values().stream().mapToDouble(Reading::recognised).max().orElse(0);
        chosen.values().removeIf(reading -> reading.recognised() < most - CLEARLY_LESS);
        return chosen;
    }

    private static String primary(String tag) {
        int subtag = tag.indexOf('-');
        return subtag < 0 ? tag : tag.substring(0, subtag);
    }

    private List<Found> find(Reading reading, String language, double[] likeness) {
        double[] scores = entitySearch.scores(reading, language, entities.size());
        var explanation = new Explanation(reading, units, unitInformation.get(language), entities.size());
        double best = 0;
        double second = 0;
        for (double score : scores) {
            second = Math.max(second, Math.min(score, best));
            best = Math.max(best, score);
        }
        var likest = Arrays.stream(likeness).map(each -> -each).sorted().limit(2).map(each -> -each).toArray();
        var all = new ArrayList<Found>();
        for (int entity = 0; entity < scores.length; entity++) {
            if (scores[entity] > 0) {
                double lead = (scores[entity] - (scores[entity] == best ? second : best)) / best;
                double other = likest.length < 2 ? likest[0] - 1 : likeness[entity] == likest[0] ? likest[1] : likest[0];
                var signs = explanation.signs(entity, lead, likeness[entity], likeness[entity] - other);
                double confidence = Confidence.of(signs) * (likeness[entities.size()] == likest[0] ? NO_ERRAND : 1);
                all.add(new Found(entities.get(entity), scores[entity] * reading.recognised(), signs, confidence,
                        explanation, entity));
            }
        }
        return all;
    }

    /// Frees the memory; searching afterwards is an error.
    @Override
    public void close() {
        entitySearch.close();
    }
}
