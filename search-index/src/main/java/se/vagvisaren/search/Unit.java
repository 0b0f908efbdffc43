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


    /// A life event or a service.
    record Entity(SearchHit.Kind kind, String id, LocalText name, Map<String, List<String>> everydayNames) {
    }

    /// The life events and then the services; an entity's place in the list is its number.
    static List<Entity> entities(KnowledgeBase inForce) {
        return Stream.concat(
                inForce.lifeEvents().values().stream()
                        .map(event -> new Entity(SearchHit.Kind.LIFE_EVENT, event.id(), event.name(), Map.of())),
                inForce.services().values().stream()
                        .map(service -> new Entity(SearchHit.Kind.SERVICE, service.id(), service.name(),
                                service.everydayNames()))).toList();
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
        phrases.forEach((language, all) ->
                all.forEach(phrase -> units.add(new Unit(entity, plain(language), Kind.PHRASE, phrase))));
        texts.getFirst().byLanguage().forEach((language, name) ->
                units.add(new Unit(entity, plain(language), Kind.NAME, name)));
        everydayNames.forEach((language, all) ->
                all.forEach(name -> units.add(new Unit(entity, plain(language), Kind.NAME, name))));
    }

    private static String plain(String language) {
        return language.endsWith(EASY) ? language.substring(0, language.length() - EASY.length()) : language;
    }
}
