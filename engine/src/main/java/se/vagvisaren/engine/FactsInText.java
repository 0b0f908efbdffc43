package se.vagvisaren.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.vagvisaren.knowledge.FactDefinition;
import se.vagvisaren.knowledge.FactPattern;
import se.vagvisaren.knowledge.FactValue;
import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.knowledge.LocalText;
import se.vagvisaren.knowledge.PhrasePattern;
import se.vagvisaren.knowledge.Subject;
import se.vagvisaren.rules.FactKey;
import se.vagvisaren.search.SearchHit.Span;

/// Reads facts that a text states, by the content's word patterns.
final class FactsInText {

    /// A fact's value and the words that state it.
    record Stated(FactValue value, List<Span> spans) {
    }

    private static final int NEGATION_REACH = 2;
    /// "Jag har aldrig varit arbetslös" says nothing of today.
    private static final Set<String> NEVER = Set.of("aldrig", "never");
    private static final Set<String> UNTIL_NOW = Set.of("varit", "been", "haft", "had");

    /// Their verbs say themselves that something is not so: "en ole", "ندارم", "ma haysto".
    private static final Set<String> NEGATED_IN_THE_VERB = Set.of("fi", "fa", "so");
    private static final String ENGLISH = "en";
    private static final Set<String> ENGLISH_WORDS = Set.of("the", "and", "is", "are", "my", "to", "of", "do", "does", "how", "what", "where", "have", "has",
            "we", "with", "a", "an", "am", "was", "can", "you", "need", "our", "she", "he", "her", "his", "get", "got", "who", "when", "im", "it");
    private static final Set<String> SWEDISH_WORDS = Set.of("och", "o", "jag", "är", "ar", "att", "det", "en", "ett", "på", "pa", "min", "mitt", "mina", "har",
            "inte", "vi", "för", "med", "till", "hur", "var", "vad", "som", "kan", "ska", "får", "far", "av", "om", "vår", "hon", "han", "där", "vem");

    private final KnowledgeBase knowledge;
    private final PlacesInText places;
    private final Map<String, Map<FactPattern, List<PatternMatcher>>> patterns = new LinkedHashMap<>();

    FactsInText(KnowledgeBase knowledge) {
        this.knowledge = knowledge;
        this.places = new PlacesInText(knowledge.places(), knowledge.offices().values());
        knowledge.factPatterns().forEach(pattern -> pattern.patterns().forEach((language, written) ->
                patterns.computeIfAbsent(language, _ -> new LinkedHashMap<>()).put(pattern, written.stream().map(PatternMatcher::new).toList())));
    }

    /// What the text states. Where it states two values for one fact, neither is taken: the question will ask.
    ///
    /// @param written the language that the text is written in, as a BCP 47 tag
    Map<FactKey, Stated> find(Words words, String written) {
        boolean isOther = patterns.containsKey(written) && !written.equals(LocalText.SWEDISH) && !written.equals(ENGLISH);
        var language = isOther ? written : isEnglish(words) ? ENGLISH : LocalText.SWEDISH;
        var stated = new LinkedHashMap<FactKey, Stated>();
        var contradicted = new ArrayList<FactKey>();
        for (var pattern : patterns.getOrDefault(language, Map.of()).entrySet()) {
            var key = new FactKey(Subject.first(pattern.getKey().subject()), pattern.getKey().fact());
            for (var each : pattern.getValue()) {
                each.find(words).ifPresent(match -> {
                    if (neverUntilNow(match)) {
                        return;
                    }
                    var value = value(pattern.getKey(), match, !NEGATED_IN_THE_VERB.contains(language) && negated(each.written(), match));
                    if (value == null) {
                        return;
                    }
                    var earlier = stated.putIfAbsent(key, new Stated(value, List.of(match.span())));
                    if (earlier != null && !earlier.value().equals(value)) {
                        contradicted.add(key);
                    }
                });
            }
        }
        contradicted.forEach(stated::remove);
        knowledge.facts().values().stream().filter(fact -> fact.type() == FactDefinition.Type.MUNICIPALITY && fact.of().contains(Subject.Kind.VISITOR))
                .findFirst().ifPresent(fact -> places.find(words).ifPresent(named -> stated.put(new FactKey(Subject.VISITOR, fact.id()),
                        new Stated(new FactValue.Choice(named.municipality()), List.of(named.says())))));
        return stated;
    }

    /// The name of the place that the text is about; none when it names none, or a postal code.
    List<Span> place(Words words) {
        return places.find(words).map(PlacesInText.Named::span).filter(span -> Character.isLetter(words.text().charAt(span.start()))).stream().toList();
    }

    /// Swedish "dog" is no pet: a pattern is looked for only in a text of its language.
    private static boolean isEnglish(Words words) {
        long english = words.all().stream().filter(word -> ENGLISH_WORDS.contains(word.lower())).count();
        long swedish = words.all().stream().filter(word -> SWEDISH_WORDS.contains(word.lower())).count();
        return english > swedish;
    }

    private FactValue value(FactPattern pattern, PatternMatcher.Match match, boolean negated) {
        var definition = knowledge.facts().get(pattern.fact());
        if (pattern.value() == null) {
            long number = match.number();
            boolean possible = (definition.min() == null || number >= definition.min()) && (definition.max() == null || number <= definition.max());
            return possible ? new FactValue.Whole(number) : null;
        }
        if (pattern.value() instanceof FactValue.Flag flag) {
            return negated ? new FactValue.Flag(!flag.value()) : flag;
        }
        return negated ? null : pattern.value();
    }

    /// Whether a "not" stands within the words or close to them in the same sentence; a pattern that has one of its own
    /// already says what it means.
    private static boolean negated(PhrasePattern written, PatternMatcher.Match match) {
        boolean own = written.parts().stream().anyMatch(part -> part instanceof PhrasePattern.Part.Word word
                && word.exact().stream().anyMatch(PatternMatcher.NEGATIONS::contains));
        if (own) {
            return false;
        }
        var words = match.words().all();
        int sentence = words.get(match.first()).sentence();
        for (int at = Math.max(0, match.first() - NEGATION_REACH); at <= Math.min(words.size() - 1, match.last() + 1); at++) {
            if (words.get(at).sentence() == sentence && !commaBetween(match, at) && PatternMatcher.NEGATIONS.contains(words.get(at).lower())) {
                return true;
            }
        }
        return false;
    }

    private static boolean neverUntilNow(PatternMatcher.Match match) {
        var around = match.words().all().subList(Math.max(0, match.first() - NEGATION_REACH), match.last() + 1).stream().map(Words.Word::lower).toList();
        return around.stream().anyMatch(NEVER::contains) && around.stream().anyMatch(UNTIL_NOW::contains);
    }

    /// "Jobbar inte, pluggar heltid" negates the first and states the second.
    private static boolean commaBetween(PatternMatcher.Match match, int word) {
        var words = match.words().all();
        int from = word < match.first() ? words.get(word).end() : words.get(match.last()).end();
        int to = word < match.first() ? words.get(match.first()).start() : words.get(word).start();
        return from < to && match.words().text().substring(from, to).chars().anyMatch(each -> each == ',' || each == '،');
    }
}
