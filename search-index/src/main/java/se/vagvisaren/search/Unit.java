package se.vagvisaren.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.knowledge.LifeEvent;
import se.vagvisaren.knowledge.LocalText;
import se.vagvisaren.knowledge.PublicService;

/// A text about an entity: all that it is called and said to be in one language, one of its names, or one of its
/// phrases.
///
/// @param entity   number of the life event or service
/// @param language BCP 47 tag; easy Swedish counts as Swedish, easy English as English
/// @param text     its words
record Unit(int entity, String language, Kind kind, String text) {

    private static final String EASY = LocalText.EASY_SWEDISH.substring(LocalText.SWEDISH.length());

    /// What kind of text it is.
    enum Kind { DESCRIPTION, NAME, PHRASE }

    /// What a text may be about.
    enum Sort {
        LIFE_EVENT, SERVICE, CRISIS;

        /// @throws IllegalArgumentException for an emergency, which is no hit
        SearchHit.Kind asHit() {
            return SearchHit.Kind.valueOf(name());
        }
    }

    /// A life event, a service or an emergency; the last is not to be chosen, so it has no name.
    record Entity(Sort sort, String id, LocalText name, Map<String, List<String>> everydayNames) {
    }

    /// The life events, then the services, then the emergencies; an entity's place in the list is its number.
    static List<Entity> entities(KnowledgeBase inForce) {
        return Stream.of(
                inForce.lifeEvents().values().stream()
                        .map(event -> new Entity(Sort.LIFE_EVENT, event.id(), event.name(), Map.of())),
                inForce.services().values().stream()
                        .map(service -> new Entity(Sort.SERVICE, service.id(), service.name(),
                                service.everydayNames())),
                inForce.crises().stream().map(crisis -> new Entity(Sort.CRISIS, crisis.id(), null, Map.of())))
                .flatMap(entities -> entities).toList();
    }

    /// All units, those of one entity after those of another, in the order of [#entities(KnowledgeBase)].
    static List<Unit> of(KnowledgeBase inForce) {
        var units = new ArrayList<Unit>();
        int entity = 0;
        for (LifeEvent event : inForce.lifeEvents().values()) {
            add(units, entity++, List.of(event.name(), event.summary()), Map.of(), event.phrases());
        }
        for (PublicService service : inForce.services().values()) {
            var texts = new ArrayList<>(List.of(service.name(), service.summary()));
            service.steps().stream().flatMap(step -> step.evidence().stream()).map(PublicService.EvidenceUse::evidence)
                    .distinct().filter(inForce.evidence()::containsKey)
                    .forEach(evidence -> texts.add(inForce.evidence().get(evidence).name()));
            add(units, entity++, texts, service.everydayNames(), service.phrases());
        }
        for (var crisis : inForce.crises()) {
            addPhrases(units, entity++, crisis.phrases());
        }
        return units;
    }

    /// @param texts the name first
    private static void add(List<Unit> units, int entity, List<LocalText> texts,
                            Map<String, List<String>> everydayNames, Map<String, List<String>> phrases) {
        var described = new LinkedHashMap<String, Set<String>>();
        texts.forEach(text -> text.byLanguage().forEach((language, words) ->
                described.computeIfAbsent(plain(language), _ -> new LinkedHashSet<>()).add(words)));
        everydayNames.forEach((language, names) ->
                described.computeIfAbsent(plain(language), _ -> new LinkedHashSet<>()).addAll(names));
        described.forEach((language, words) ->
                units.add(new Unit(entity, language, Kind.DESCRIPTION, String.join(" . ", words))));
        addPhrases(units, entity, phrases);
        texts.getFirst().byLanguage().forEach((language, name) ->
                units.add(new Unit(entity, plain(language), Kind.NAME, name)));
        everydayNames.forEach((language, all) ->
                all.forEach(name -> units.add(new Unit(entity, plain(language), Kind.NAME, name))));
    }

    private static void addPhrases(List<Unit> units, int entity, Map<String, List<String>> phrases) {
        phrases.forEach((language, all) ->
                all.forEach(phrase -> units.add(new Unit(entity, plain(language), Kind.PHRASE, phrase))));
    }

    private static String plain(String language) {
        return language.endsWith(EASY) ? language.substring(0, language.length() - EASY.length()) : language;
    }
}
