package se.vagvisaren.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.knowledge.LifeEvent;
import se.vagvisaren.knowledge.PublicService;
import se.vagvisaren.rules.Judgement;
import se.vagvisaren.search.SearchHit;

/// Which services an answer is to hold. A service that is named is wanted by itself. A life event that is named is wanted
/// whole when it is asked about; when it is only told it may be the background: to a service of its own list that is named
/// too ("jag vill byta namn, vi har gift oss"), or to any service that the visitor asks about in a question ("vi har fått
/// barn, var söker vi pass?").
final class Wanted {

    /// A service that is wanted.
    ///
    /// @param errand the errand it belongs to
    /// @param event  the event whose list it comes from, or null when it was named itself
    /// @param show   whether it comes up while it is open
    record Item(String service, int errand, String event, LifeEvent.Show show) {
    }

    /// Wanted services in order, by id.
    final Map<String, Item> items = new LinkedHashMap<>();
    /// Services of the same events that were not asked for, with the event.
    final Map<String, String> related = new LinkedHashMap<>();
    /// Events wanted whole, and services named, by id.
    final Set<String> events = new LinkedHashSet<>();
    final Set<String> services = new LinkedHashSet<>();
    /// Every event spoken of, as background too.
    final Set<String> spokenOf = new LinkedHashSet<>();

    private final KnowledgeBase knowledge;
    private final PublicService.Audience audience;

    Wanted(KnowledgeBase knowledge, PublicService.Audience audience) {
        this.knowledge = knowledge;
        this.audience = audience;
    }

    /// Adds what was read in the text, then what was chosen by id.
    void add(List<TextUnderstanding.Errand> errands, List<String> chosenEvents, List<String> chosenServices) {
        var named = new ArrayList<String>(chosenServices);
        errands.stream().map(TextUnderstanding.Errand::hit).filter(hit -> hit.kind() == SearchHit.Kind.SERVICE).forEach(hit -> named.add(hit.id()));
        var asked = errands.stream().filter(TextUnderstanding.Errand::isQuestion).map(errand -> errand.hit().id()).toList();
        boolean asksForService = errands.stream().anyMatch(errand -> errand.isQuestion() && errand.hit().kind() == SearchHit.Kind.SERVICE);
        int number = 0;
        for (var errand : errands) {
            number++;
            var id = errand.hit().id();
            if (errand.hit().kind() == SearchHit.Kind.SERVICE) {
                service(id, number);
            } else if (!errand.isQuestion() && (asksForService || isBackground(knowledge.lifeEvents().get(id), named, asked))) {
                spokenOf.add(id);
            } else {
                event(id, number);
            }
        }
        for (var service : chosenServices) {
            service(service, ++number);
        }
        for (var event : chosenEvents) {
            event(event, ++number);
        }
        relate();
    }

    /// Who asks for something that does not apply wants to know what does: an event that is only spoken of, and has a named
    /// service which does not apply in its list, is wanted whole after all.
    ///
    /// @return whether there is such an event
    boolean addWholeFor(Collection<String> notApplying) {
        var instead = spokenOf.stream().filter(event -> !events.contains(event)).filter(event -> knowledge.lifeEvents().get(event).services().stream()
                .anyMatch(entry -> services.contains(entry.service()) && notApplying.contains(entry.service()))).toList();
        instead.forEach(event -> event(event, items.values().stream().mapToInt(Item::errand).max().orElse(0) + 1));
        items.keySet().forEach(related::remove);
        return !instead.isEmpty();
    }

    /// The services that come up while they are open.
    Set<String> always() {
        return items.values().stream().filter(item -> item.show() == LifeEvent.Show.ALWAYS).map(Item::service).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// The wanted service for whose sake another one is there: itself, what it is a prerequisite of, or what it replaces.
    Item because(Judgement.OfService judged) {
        var itself = items.get(judged.service().id());
        if (itself != null) {
            return itself;
        }
        if (judged.prerequisiteOf() != null) {
            return items.get(judged.prerequisiteOf());
        }
        return judged.service().replaces().stream().map(items::get).filter(java.util.Objects::nonNull).findFirst().orElse(null);
    }

    private static boolean isBackground(LifeEvent event, List<String> named, List<String> asked) {
        return event.services().stream().anyMatch(entry -> named.contains(entry.service())
                && (entry.show() != LifeEvent.Show.RELATED || asked.contains(entry.service())));
    }

    private void service(String id, int errand) {
        services.add(id);
        items.put(id, new Item(id, errand, null, LifeEvent.Show.ALWAYS));
    }

    private void event(String id, int errand) {
        events.add(id);
        spokenOf.add(id);
        for (var entry : knowledge.lifeEvents().get(id).services()) {
            if (entry.show() != LifeEvent.Show.RELATED && forAudience(entry.service())) {
                items.merge(entry.service(), new Item(entry.service(), errand, id, entry.show()),
                        (first, second) -> first.show() == LifeEvent.Show.ALWAYS ? first : new Item(first.service(), first.errand(), first.event(), second.show()));
            }
        }
    }

    private boolean forAudience(String service) {
        return audience == null || knowledge.services().get(service).audience() == audience;
    }

    private void relate() {
        var around = new LinkedHashSet<>(spokenOf);
        services.forEach(service -> around.addAll(knowledge.services().get(service).lifeEvents()));
        for (var event : around) {
            for (var entry : knowledge.lifeEvents().get(event).services()) {
                if (!items.containsKey(entry.service()) && forAudience(entry.service())) {
                    related.putIfAbsent(entry.service(), event);
                }
            }
        }
    }
}
