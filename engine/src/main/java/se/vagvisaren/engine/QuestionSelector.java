package se.vagvisaren.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import se.vagvisaren.engine.Guidance.ChecklistStep;
import se.vagvisaren.engine.Guidance.Option;
import se.vagvisaren.engine.Guidance.Question;
import se.vagvisaren.knowledge.FactDefinition;
import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.knowledge.LifeEvent;
import se.vagvisaren.knowledge.Subject;
import se.vagvisaren.rules.FactKey;
import se.vagvisaren.rules.Judgement;
import se.vagvisaren.search.SearchHit;

/// Chooses what to ask: only what still matters, the question that settles most steps first.
final class QuestionSelector {

    /// What it is worth to learn whose name stands beside a step, and by which day it is to be done, measured in steps settled.
    private static final double WORTH_OF_A_NAME = 0.3;
    private static final double WORTH_OF_A_DATE = 0.2;

    /// So many life events are offered to somebody who names no topic.
    private static final int BROADEST = 6;

    private static final class Worth {
        private double value;
        private final TreeSet<Integer> steps = new TreeSet<>();
    }

    private final KnowledgeBase knowledge;

    QuestionSelector(KnowledgeBase knowledge) {
        this.knowledge = knowledge;
    }

    List<Question> select(List<ChecklistStep> steps, List<Judgement.OfService> shown, KnownFacts known, Map<Subject, Set<String>> unknown) {
        var worth = new LinkedHashMap<FactKey, Worth>();
        for (var step : steps) {
            step.undecided().forEach(key -> add(worth, key, 1.0 / step.undecided().size(), step.number()));
            if (step.role() != null && step.authority().id().equals(step.role()) && isLocal(step)) {
                add(worth, new FactKey(Subject.VISITOR, KnownFacts.MUNICIPALITY), WORTH_OF_A_NAME, step.number());
            }
            var deadline = step.step().deadline();
            if (deadline != null && deadline.from() != null && step.deadline().date() == null) {
                step.subjects().forEach(subject -> add(worth, known.keyFor(subject, deadline.from()), WORTH_OF_A_DATE, step.number()));
            }
        }
        agesByDate(worth, known);
        return worth.entrySet().stream()
                .filter(entry -> known.value(entry.getKey()).isEmpty())
                .filter(entry -> !unknown.getOrDefault(entry.getKey().subject(), Set.of()).contains(entry.getKey().fact()))
                .sorted(Comparator.comparingDouble((Map.Entry<FactKey, Worth> entry) -> -entry.getValue().value).thenComparing(Map.Entry::getKey))
                .map(entry -> question(entry.getKey(), List.copyOf(entry.getValue().steps))).toList();
    }

    /// A date that is asked for anyway tells the age too: one question instead of two.
    private void agesByDate(Map<FactKey, Worth> worth, KnownFacts known) {
        for (var key : List.copyOf(worth.keySet())) {
            var date = switch (knowledge.facts().get(key.fact()).derivation()) {
                case FactDefinition.Derivation.AgeInYears age -> new FactKey(key.subject(), age.dateFact());
                case FactDefinition.Derivation.AgeInMonths age -> new FactKey(key.subject(), age.dateFact());
                case null, default -> null;
            };
            if (date != null && worth.containsKey(date) && known.value(key).isEmpty()) {
                var age = worth.remove(key);
                worth.get(date).value += age.value;
                worth.get(date).steps.addAll(age.steps);
            }
        }
    }

    private static boolean isLocal(ChecklistStep step) {
        return step.role().equals(KnowledgeBase.MUNICIPALITY_ROLE) || step.role().equals(KnowledgeBase.REGION_ROLE);
    }

    private static void add(Map<FactKey, Worth> worth, FactKey key, double value, int step) {
        var sum = worth.computeIfAbsent(key, _ -> new Worth());
        sum.value += value;
        sum.steps.add(step);
    }

    private Question question(FactKey key, List<Integer> decides) {
        FactDefinition fact = knowledge.facts().get(key.fact());
        var options = new ArrayList<Option>();
        fact.options().forEach(option -> options.add(new Option(option.value(), option.label())));
        return new Question(key.subject(), fact, fact.question(), fact.why(), options, decides);
    }

    /// Which of the broadest life events a text is about that names no topic at all.
    Question whichEvent() {
        return whichService(knowledge.lifeEvents().values().stream()
                .sorted(Comparator.comparingInt((LifeEvent event) -> -event.services().size()).thenComparing(LifeEvent::id)).limit(BROADEST)
                .map(event -> new SearchHit(SearchHit.Kind.LIFE_EVENT, event.id(), 0, 0, List.of())).toList());
    }

    /// Asks which of some services and events is meant.
    Question whichService(List<SearchHit> candidates) {
        var options = candidates.stream().map(hit -> new Option(hit.id(), switch (hit.kind()) {
            case SERVICE -> knowledge.services().get(hit.id()).name();
            case LIFE_EVENT -> knowledge.lifeEvents().get(hit.id()).name();
        })).toList();
        return new Question(Subject.VISITOR, null, Messages.text("which-service"), Messages.text("which-service-why"), options, List.of());
    }
}
