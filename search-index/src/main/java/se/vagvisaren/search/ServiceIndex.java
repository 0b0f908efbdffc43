package se.vagvisaren.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.knowledge.LocalText;
import se.vagvisaren.search.Unit.Entity;

/// The life events and services of one knowledge base, to be searched. In memory, immutable and safe for many threads;
/// close it when the knowledge base is replaced.
public final class ServiceIndex implements ServiceSearch, AutoCloseable {

    /// In how many languages a text is read at most: those that know most of its words.
    private static final int MOST_LANGUAGES = 2;
    /// A text of which a language knows less than this may be in any other.
    private static final double WRITTEN_IN = .6;
    /// A language that knows so much less of a text than another is not its language.
    private static final double CLEARLY_LESS = .15;
    /// In the language of the page a text is read rather than in another that knows as many of its words.
    private static final double PAGE_LANGUAGE = .1;

    static final int NONE = -1;
    /// Stands for a word that names a place. No text has it: it is no letter.
    static final String A_PLACE = "§";

    private final List<Entity> entities;
    private final List<Unit> units;
    private final Map<String, Vocabulary> vocabularies = new LinkedHashMap<>();
    private final Map<String, Set<UnicodeScript>> scripts = new HashMap<>();
    /// By language the texts of names and phrases, folded, and whose they are.
    private final Map<String, Map<String, Integer>> phrases = new HashMap<>();
    private final EntitySearch entitySearch;
    private final Map<String, CompletableFuture<PhraseClassifier>> classifiers = new HashMap<>();
    private final Suggestions suggestions;

    private ServiceIndex(KnowledgeBase inForce) throws IOException {
        units = List.copyOf(Unit.of(inForce));
        entities = Unit.entities(inForce);
        var places = places(inForce, units);
        var tags = units.stream().map(Unit::language).distinct().sorted().toList();
        var read = tags.parallelStream().map(tag -> new Vocabulary(Language.of(tag), units, places)).toList();
        for (int number = 0; number < tags.size(); number++) {
            vocabularies.put(tags.get(number), read.get(number));
        }
        for (var unit : units) {
            var words = Words.of(unit.text());
            words.forEach(word -> scripts.computeIfAbsent(unit.language(), _ -> new HashSet<>()).add(Language.script(word.text())));
        }
        remember(Unit.Kind.NAME, places);
        remember(Unit.Kind.PHRASE, places);
        tags.forEach(tag -> phrases.putIfAbsent(tag, Map.of()));
        // Learnt in the background, the language that takes longest first: a text waits for no language but its own.
        var byLanguage = units.stream().collect(Collectors.groupingBy(Unit::language));
        byLanguage.entrySet().stream().sorted(Comparator.comparingInt(entry -> -entry.getValue().size())).forEach(entry -> classifiers.put(entry.getKey(),
                CompletableFuture.supplyAsync(() -> PhraseClassifier.of(entry.getValue(), entry.getKey(), entities.size(), places))));
        entitySearch = new EntitySearch(units, entities.size(), vocabularies);
        suggestions = new Suggestions(entities.stream().filter(entity -> entity.sort() != Unit.Sort.CRISIS).toList());
    }

    /// What a text is that is written just so, unless it is already known to be something, or several have it.
    private void remember(Unit.Kind kind, Set<String> places) {
        var written = new HashMap<String, Map<String, Integer>>();
        units.stream().filter(unit -> unit.kind() == kind).forEach(unit -> written.computeIfAbsent(unit.language(), _ -> new HashMap<>())
                .merge(IndexedText.folded(Words.of(unit.text()), places), unit.entity(), (one, other) -> one.equals(other) ? one : NONE));
        written.forEach((language, texts) -> {
            var known = phrases.computeIfAbsent(language, _ -> new HashMap<>());
            texts.forEach(known::putIfAbsent);
        });
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

    /// Words that name a place: of municipalities, and of localities and districts that have no other meaning in the content.
    private static Set<String> places(KnowledgeBase inForce, List<Unit> units) {
        var names = new HashSet<>(Set.of(A_PLACE));
        inForce.places().postalCodes().values().forEach(code -> add(code.locality(), names));
        inForce.offices().values().forEach(office -> add(office.place(), names));
        units.forEach(unit -> Words.of(unit.text()).stream().filter(word -> Character.isLowerCase(unit.text().charAt(word.start())))
                .forEach(word -> names.remove(Words.fold(word.text()))));
        inForce.places().municipalities().values().forEach(place -> add(place.shortName(), names));
        inForce.places().otherNames().keySet().forEach(name -> add(name, names));
        return names;
    }

    private static void add(String place, Set<String> names) {
        Words.of(place).forEach(word -> names.add(Words.fold(word.text())));
    }

    @Override
    public ReadText read(String text, String language, List<SearchHit.Span> places) {
        return indexed(text, language, places);
    }

    /// The same, for those who want to see the signs.
    IndexedText indexed(String text, String language, List<SearchHit.Span> places) {
        var words = Words.of(text).stream().map(word -> places.stream().anyMatch(place -> place.start() <= word.start() && word.end() <= place.end())
                ? new Words.Word(A_PLACE, word.start(), word.end()) : word).toList();
        var languages = new ArrayList<IndexedText.Language>();
        var readings = readings(words, language);
        readings.forEach((tag, reading) -> languages.add(new IndexedText.Language(reading, words, tag, units,
                entities.size(), entitySearch, classifiers.get(tag).join(), phrases.get(tag))));
        return new IndexedText(entities, languages, written(readings, language));
    }

    /// Waits until every language is learnt; until then the first text of a language waits for its own.
    public void awaitLearnt() {
        classifiers.values().forEach(CompletableFuture::join);
    }

    @Override
    public List<SearchHit> suggest(String beginning, String language, int most) {
        return suggestions.suggest(beginning, language, most);
    }

    /// The text in the languages that it may be in: those of its script that know most of its words.
    private Map<String, Reading> readings(List<Words.Word> words, String pageLanguage) {
        var written = new HashSet<UnicodeScript>();
        words.stream().filter(word -> !word.text().equals(A_PLACE)).forEach(word -> written.add(Language.script(word.text())));
        var known = new LinkedHashMap<String, Double>();
        vocabularies.forEach((tag, vocabulary) -> {
            if (scripts.get(tag).stream().anyMatch(written::contains)) {
                known.put(tag, Reading.known(words, vocabulary));
            }
        });
        var page = primary(pageLanguage);
        // What clearly is another language is not worth looking for what its words may have been meant to be.
        double surely = known.values().stream().mapToDouble(each -> each).max().orElse(0) - CLEARLY_LESS;
        var all = new LinkedHashMap<String, Reading>();
        known.forEach((tag, share) -> {
            var reading = Reading.mayBe(share) < surely ? null : Reading.of(words, vocabularies.get(tag));
            // "Jag är ny i Sverige" has no word that tells in Swedish; that does not make it Polish.
            if (reading != null && (reading.saysAnything() || tag.equals(page) && share == 1)) {
                all.put(tag, reading);
            }
        });
        Comparator<Map.Entry<String, Reading>> recognised = Comparator.comparingDouble(entry ->
                entry.getValue().recognised() + (entry.getKey().equals(page) ? PAGE_LANGUAGE : 0));
        var chosen = new LinkedHashMap<String, Reading>();
        all.entrySet().stream().sorted(recognised.reversed()).limit(MOST_LANGUAGES)
                .forEach(entry -> chosen.put(entry.getKey(), entry.getValue()));
        double most = chosen.values().stream().mapToDouble(Reading::recognised).max().orElse(0);
        chosen.values().removeIf(reading -> reading.recognised() < most - CLEARLY_LESS);
        if (chosen.isEmpty() && !words.isEmpty() && vocabularies.containsKey(page)) {
            chosen.put(page, Reading.of(words, vocabularies.get(page)));
        }
        return chosen;
    }

    private static String written(Map<String, Reading> readings, String pageLanguage) {
        // Texts in other languages name Swedish things by their names: what is as well Swedish is Swedish.
        Comparator<Map.Entry<String, Reading>> recognised = Comparator.comparingDouble(reading -> reading.getValue().recognised());
        return readings.containsKey(primary(pageLanguage)) ? pageLanguage
                : readings.entrySet().stream().filter(reading -> reading.getValue().recognised() >= WRITTEN_IN)
                .max(recognised.thenComparing(reading -> reading.getKey().equals(LocalText.SWEDISH))).map(Map.Entry::getKey).orElse(pageLanguage);
    }

    private static String primary(String tag) {
        int subtag = tag.indexOf('-');
        return subtag < 0 ? tag : tag.substring(0, subtag);
    }

    /// Frees the memory; searching afterwards is an error.
    @Override
    public void close() {
        entitySearch.close();
    }
}
