package se.vagvisaren.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import se.vagvisaren.knowledge.Condition;
import se.vagvisaren.knowledge.FactDefinition;
import se.vagvisaren.knowledge.FactDefinition.Derivation;
import se.vagvisaren.knowledge.FactValue;
import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.knowledge.LifeEvent;
import se.vagvisaren.knowledge.Subject;
import se.vagvisaren.rules.FactKey;
import se.vagvisaren.rules.Situation;

/// Situations to judge: for every life event its whole list, with what the event states and some twenty facts known:
/// most of them such that the list asks for, the likelier the more of its rules do. Always the same for the same
/// knowledge base.
final class Situations {

    private static final int ASKED_FOR = 15;
    private static final int OTHERS = 5;

    private final KnowledgeBase knowledge;
    private final Random random = new Random(1280);

    private Situations(KnowledgeBase knowledge) {
        this.knowledge = knowledge;
    }

    static List<Situation> of(KnowledgeBase inForce) {
        var situations = new Situations(inForce);
        return inForce.lifeEvents().values().stream().filter(event -> !event.services().isEmpty())
                .map(situations::of).toList();
    }

    private Situation of(LifeEvent event) {
        var services = event.services().stream().map(LifeEvent.Entry::service).toList();
        var tested = new ArrayList<FactKey>();
        services.forEach(id -> knowledge.services().get(id).conditional().forEach(requirement ->
                collect(requirement.when(), requirement.about(), tested)));
        var facts = new HashMap<Subject, Map<String, FactValue>>();
        event.states().forEach((subject, stated) -> facts.put(subject, new HashMap<>(stated)));
        some(ASKED_FOR, tested).forEach(key -> state(key, facts));
        some(OTHERS, knowledge.facts().values().stream().filter(fact -> fact.derivation() == null)
                .filter(fact -> fact.of().contains(Subject.Kind.VISITOR))
                .map(fact -> new FactKey(Subject.VISITOR, fact.id())).toList()).forEach(key -> state(key, facts));
        var subjects = new TreeSet<>(facts.keySet());
        subjects.add(Subject.VISITOR);
        return new Situation(Content.DAY, facts, subjects, services, Set.of(), null);
    }

    /// The facts that a visitor could be asked for: those that others are derived from, not the derived ones.
    private void collect(Condition condition, Subject.Kind about, List<FactKey> found) {
        Condition.tests(condition, test -> {
            var fact = knowledge.facts().get(test.fact());
            collect(fact, Condition.owner(test, fact, about), found);
        });
    }

    private void collect(FactDefinition fact, Subject.Kind owner, List<FactKey> found) {
        switch (fact.derivation()) {
            case null -> found.add(new FactKey(Subject.first(owner), fact.id()));
            case Derivation.AgeInYears(var date) -> collect(knowledge.facts().get(date), owner, found);
            case Derivation.AgeInMonths(var date) -> collect(knowledge.facts().get(date), owner, found);
            case Derivation.RegionOf(var municipality) -> {
                var from = knowledge.facts().get(municipality);
                collect(from, from.of().contains(owner) ? owner : Subject.Kind.VISITOR, found);
            }
            case Derivation.When(var condition) -> collect(condition, owner, found);
        }
    }

    private List<FactKey> some(int most, List<FactKey> among) {
        var shuffled = new ArrayList<>(among);
        Collections.shuffle(shuffled, random);
        return shuffled.stream().distinct().limit(most).toList();
    }

    private void state(FactKey key, Map<Subject, Map<String, FactValue>> facts) {
        facts.computeIfAbsent(key.subject(), _ -> new HashMap<>())
                .putIfAbsent(key.fact(), value(knowledge.facts().get(key.fact())));
    }

    private FactValue value(FactDefinition fact) {
        return switch (fact.type()) {
            case BOOLEAN -> new FactValue.Flag(random.nextBoolean());
            case CHOICE -> new FactValue.Choice(
                    any(fact.options().stream().map(FactDefinition.Option::value).toList()));
            case INTEGER -> new FactValue.Whole(random.nextLong(
                    fact.min() == null ? 0 : fact.min(), fact.max() == null ? 100_000 : fact.max() + 1));
            case DATE -> new FactValue.Day(Content.DAY.minusDays(random.nextInt(7300)));
            case MUNICIPALITY -> new FactValue.Choice(any(List.copyOf(knowledge.places().municipalities().keySet())));
            case REGION -> new FactValue.Choice(any(List.copyOf(knowledge.places().regions().keySet())));
        };
    }

    private String any(List<String> among) {
        return among.get(random.nextInt(among.size()));
    }
}
