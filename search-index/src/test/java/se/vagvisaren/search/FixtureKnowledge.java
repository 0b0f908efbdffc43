package se.vagvisaren.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.knowledge.LifeEvent;
import se.vagvisaren.knowledge.PublicService;

/// Knowledge bases with some of their content changed.
final class FixtureKnowledge {

    /// Says what the phrases of a life event or service in one language are to be.
    interface Phrases {
        List<String> of(String id, String language, List<String> phrases);
    }

    private FixtureKnowledge() {
    }

    static KnowledgeBase withPhrases(KnowledgeBase knowledge, Phrases change) {
        var events = new LinkedHashMap<String, LifeEvent>();
        knowledge.lifeEvents().values().forEach(event -> events.put(event.id(), new LifeEvent(event.id(), event.name(),
                event.audience(), event.summary(), changed(event.id(), event.phrases(), change), event.states(),
                event.services(), event.languages(), event.at())));
        var services = new LinkedHashMap<String, PublicService>();
        knowledge.services().values().forEach(it -> services.put(it.id(), new PublicService(it.id(), it.authority(),
                it.audience(), it.name(), it.everydayNames(), it.summary(), it.lifeEvents(), it.about(), it.everyone(),
                changed(it.id(), it.phrases(), change), it.validity(), it.replaces(), it.requirements(), it.steps(),
                it.facts(), it.misdirections(), it.source(), it.reviewed(), it.nextReview(), it.cases(), it.languages(),
                it.at())));
        return with(knowledge, services, events);
    }

    private static Map<String, List<String>> changed(String id, Map<String, List<String>> phrases, Phrases change) {
        var changed = new LinkedHashMap<String, List<String>>();
        phrases.forEach((language, all) -> changed.put(language, change.of(id, language, all)));
        return changed;
    }

    static KnowledgeBase without(KnowledgeBase knowledge, Set<String> ids) {
        var services = new LinkedHashMap<>(knowledge.services());
        services.keySet().removeAll(ids);
        var events = new LinkedHashMap<>(knowledge.lifeEvents());
        events.keySet().removeAll(ids);
        return with(knowledge, services, events);
    }

    private static KnowledgeBase with(KnowledgeBase knowledge, Map<String, PublicService> services,
                                      Map<String, LifeEvent> events) {
        return new KnowledgeBase(knowledge.organisations(), services, events, knowledge.facts(), knowledge.evidence(),
                knowledge.parameters(), knowledge.localLayers(), knowledge.offices(), knowledge.serviceLevels(),
                knowledge.crises(), knowledge.factPatterns(), knowledge.places());
    }
}
