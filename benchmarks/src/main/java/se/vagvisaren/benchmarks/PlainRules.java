package se.vagvisaren.benchmarks;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.vagvisaren.knowledge.Condition;
import se.vagvisaren.knowledge.Condition.Amount;
import se.vagvisaren.knowledge.Condition.Operator;
import se.vagvisaren.knowledge.FactDefinition;
import se.vagvisaren.knowledge.FactDefinition.Derivation;
import se.vagvisaren.knowledge.FactValue;
import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.knowledge.PublicService;
import se.vagvisaren.knowledge.Subject;
import se.vagvisaren.rules.Evaluation;
import se.vagvisaren.rules.FactKey;
import se.vagvisaren.rules.Outcome;
import se.vagvisaren.rules.Situation;

/// The limit: the conditions of a knowledge base judged by hand-written Java, as trees read from the top, facts looked
/// up in an array. No policies, no steps put together, no rule engine. It judges the conditions exactly as the product
/// does.
public final class PlainRules {

    /// The child that a rule is about, whichever it is.
    private static final Subject THE_CHILD = new Subject(Subject.Kind.CHILD, 0);

    private final KnowledgeBase knowledge;
    private final Map<FactKey, Slot> slots = new HashMap<>();
    private final Map<String, Service> services = new HashMap<>();

    /// What is said of a service for one subject.
    ///
    /// @param outcome of all its requirements together
    /// @param reasons for each requirement with a condition how it was judged, when that was asked for
    /// @param steps   of each step with a condition whether it is there; empty when the service is not
    public record Judged(PublicService service, Subject subject, Outcome outcome, List<Evaluation> reasons,
                         List<Outcome> steps) {
    }

    private record Service(PublicService service, Subject.Kind about, List<Requirement> requirements,
                           List<Node> steps) {
    }

    private record Requirement(Subject.Kind about, Node when) {
    }

    private sealed interface Node {
    }

    private record All(List<Node> parts) implements Node {
    }

    private record Any(List<Node> parts) implements Node {
    }

    private record Not(Node part) implements Node {
    }

    private record Leaf(Slot slot, Condition.Test test) implements Node {
    }

    private static final class Slot {
        private final int number;
        private final FactKey key;
        private Derivation derivation;
        private Slot source;
        private Node definition;

        private Slot(int number, FactKey key) {
            this.number = number;
            this.key = key;
        }
    }

    /// @param inForce what is in force on the day that will be asked about
    public PlainRules(KnowledgeBase inForce) {
        this.knowledge = inForce;
        for (var service : inForce.services().values()) {
            var requirements = service.conditional().stream().map(requirement ->
                    new Requirement(requirement.about(), node(requirement.when(), about(requirement.about()))))
                    .toList();
            var steps = service.steps().stream().filter(step -> step.when() != null)
                    .map(step -> node(step.when(), about(service.about()))).toList();
            services.put(service.id(), new Service(service, service.about(), requirements, steps));
        }
    }

    private static Subject about(Subject.Kind kind) {
        return kind == Subject.Kind.CHILD ? THE_CHILD : Subject.first(kind);
    }

    private Node node(Condition condition, Subject about) {
        return switch (condition) {
            case Condition.All all -> new All(all.of().stream().map(part -> node(part, about)).toList());
            case Condition.Any any -> new Any(any.of().stream().map(part -> node(part, about)).toList());
            case Condition.Not not -> new Not(node(not.of(), about));
            case Condition.Test test -> {
                var fact = knowledge.facts().get(test.fact());
                var owner = Condition.owner(test, fact, about.kind());
                yield new Leaf(slot(owner == about.kind() ? about : Subject.first(owner), fact), test);
            }
        };
    }

    private Slot slot(Subject subject, FactDefinition fact) {
        var key = new FactKey(subject, fact.id());
        var known = slots.get(key);
        if (known != null) {
            return known;
        }
        var slot = new Slot(slots.size(), key);
        slots.put(key, slot);
        slot.derivation = fact.derivation();
        switch (fact.derivation()) {
            case null -> { }
            case Derivation.AgeInYears(var date) -> slot.source = slot(subject, knowledge.facts().get(date));
            case Derivation.AgeInMonths(var date) -> slot.source = slot(subject, knowledge.facts().get(date));
            case Derivation.RegionOf(var place) -> {
                var municipality = knowledge.facts().get(place);
                slot.source = slot(municipality.of().contains(subject.kind()) ? subject : Subject.VISITOR,
                        municipality);
            }
            case Derivation.When(var condition) -> slot.definition = node(condition, subject);
        }
        return slot;
    }

    /// Judges the services of a situation that are in force, without saying why.
    public List<Judged> judge(Situation situation) {
        return new Request(situation).judge(false);
    }

    /// Judges them, and says of each requirement why, in the trees that the product answers with.
    public List<Judged> explain(Situation situation) {
        return new Request(situation).judge(true);
    }

    private final class Request {

        private final Situation situation;
        private final Map<Subject.Kind, List<Subject>> subjects = new HashMap<>();
        private final Map<Subject, Facts> byChild = new HashMap<>();
        private final Facts facts;

        private Request(Situation situation) {
            this.situation = situation;
            for (var kind : Subject.Kind.values()) {
                var found = situation.subjects().stream().filter(subject -> subject.kind() == kind).toList();
                subjects.put(kind, found.isEmpty() ? List.of(Subject.first(kind)) : found);
            }
            facts = new Facts(situation, Subject.first(Subject.Kind.CHILD));
            for (var child : subjects.get(Subject.Kind.CHILD)) {
                byChild.put(child, child.equals(facts.child) ? facts : new Facts(situation, child));
            }
        }

        private List<Judged> judge(boolean why) {
            var judged = new ArrayList<Judged>(situation.services().size());
            for (var id : situation.services()) {
                var service = services.get(id);
                if (service != null) {
                    for (var subject : subjects.get(service.about())) {
                        judged.add(why ? explain(service, subject) : judge(service, subject));
                    }
                }
            }
            return judged;
        }

        private Judged judge(Service service, Subject subject) {
            var least = Outcome.MET;
            for (var requirement : service.requirements()) {
                least = least.and(judge(requirement, subject));
                if (least == Outcome.NOT_MET) {
                    break;
                }
            }
            return new Judged(service.service(), subject, least, List.of(), steps(service, subject, least));
        }

        private Outcome judge(Requirement requirement, Subject subject) {
            if (requirement.about() == subject.kind()) {
                return of(subject).outcome(requirement.when());
            }
            var most = Outcome.NOT_MET;
            for (var other : subjects.get(requirement.about())) {
                most = most.or(of(other).outcome(requirement.when()));
            }
            return most;
        }

        private Judged explain(Service service, Subject subject) {
            var least = Outcome.MET;
            var reasons = new ArrayList<Evaluation>(service.requirements().size());
            for (var requirement : service.requirements()) {
                var evaluation = explain(requirement, subject);
                reasons.add(evaluation);
                least = least.and(evaluation.outcome());
            }
            return new Judged(service.service(), subject, least, reasons, steps(service, subject, least));
        }

        private Evaluation explain(Requirement requirement, Subject subject) {
            if (requirement.about() == subject.kind()) {
                return of(subject).evaluation(requirement.when());
            }
            var each = subjects.get(requirement.about()).stream()
                    .map(other -> of(other).evaluation(requirement.when())).toList();
            return each.size() == 1 ? each.getFirst()
                    : new Evaluation.Any(
                            each.stream().map(Evaluation::outcome).reduce(Outcome.NOT_MET, Outcome::or), each);
        }

        private List<Outcome> steps(Service service, Subject subject, Outcome outcome) {
            if (outcome == Outcome.NOT_MET || service.steps().isEmpty()) {
                return List.of();
            }
            var there = new ArrayList<Outcome>(service.steps().size());
            service.steps().forEach(step -> there.add(of(subject).outcome(step)));
            return there;
        }

        private Facts of(Subject subject) {
            return byChild.getOrDefault(subject, facts);
        }
    }

    /// What is known in a situation, for one child.
    private final class Facts {

        private final LocalDate today;
        private final Subject child;
        private final FactValue[] values = new FactValue[slots.size()];
        private final boolean[] stated = new boolean[slots.size()];

        private Facts(Situation situation, Subject child) {
            this.today = situation.date();
            this.child = child;
            situation.facts().forEach((subject, known) -> known.forEach((fact, value) -> {
                state(subject, fact, value);
                if (subject.equals(child)) {
                    state(THE_CHILD, fact, value);
                }
            }));
        }

        private void state(Subject subject, String fact, FactValue value) {
            var slot = slots.get(new FactKey(subject, fact));
            if (slot != null) {
                values[slot.number] = value;
                stated[slot.number] = true;
            }
        }

        private FactValue value(Slot slot) {
            if (values[slot.number] == null && slot.derivation != null) {
                values[slot.number] = derived(slot);
            }
            return values[slot.number];
        }

        private FactValue derived(Slot slot) {
            return switch (slot.derivation) {
                case Derivation.AgeInYears _ -> age(slot, ChronoUnit.YEARS);
                case Derivation.AgeInMonths _ -> age(slot, ChronoUnit.MONTHS);
                case Derivation.RegionOf _ -> value(slot.source) instanceof FactValue.Choice(var code)
                        ? knowledge.places().regionOf(code).map(region -> new FactValue.Choice(region.id()))
                                .orElse(null) : null;
                case Derivation.When _ -> switch (outcome(slot.definition)) {
                    case MET -> FactValue.YES;
                    case NOT_MET -> FactValue.NO;
                    case UNKNOWN -> null;
                };
            };
        }

        private FactValue age(Slot slot, ChronoUnit unit) {
            return value(slot.source) instanceof FactValue.Day(var day) && !day.isAfter(today)
                    ? new FactValue.Whole(unit.between(day, today)) : null;
        }

        private Outcome outcome(Node node) {
            switch (node) {
                case All(var parts) -> {
                    var least = Outcome.MET;
                    for (int i = 0; i < parts.size() && least != Outcome.NOT_MET; i++) {
                        least = least.and(outcome(parts.get(i)));
                    }
                    return least;
                }
                case Any(var parts) -> {
                    var most = Outcome.NOT_MET;
                    for (int i = 0; i < parts.size() && most != Outcome.MET; i++) {
                        most = most.or(outcome(parts.get(i)));
                    }
                    return most;
                }
                case Not(var part) -> {
                    return outcome(part).negated();
                }
                case Leaf(var slot, var test) -> {
                    return test(test.test(), value(slot));
                }
            }
        }

        private Evaluation evaluation(Node node) {
            return switch (node) {
                case All(var parts) -> {
                    var judged = evaluations(parts);
                    var least = Outcome.MET;
                    for (var part : judged) {
                        least = least.and(part.outcome());
                    }
                    yield new Evaluation.All(least, judged);
                }
                case Any(var parts) -> {
                    var judged = evaluations(parts);
                    var most = Outcome.NOT_MET;
                    for (var part : judged) {
                        most = most.or(part.outcome());
                    }
                    yield new Evaluation.Any(most, judged);
                }
                case Not(var part) -> {
                    var judged = evaluation(part);
                    yield new Evaluation.Not(judged.outcome().negated(), judged);
                }
                case Leaf(var slot, var test) -> {
                    var key = slot.key.subject() == THE_CHILD ? new FactKey(child, slot.key.fact()) : slot.key;
                    var value = value(slot);
                    yield new Evaluation.Leaf(test(test.test(), value), key, test, value,
                            stated[slot.number] || slot.definition == null ? null : evaluation(slot.definition));
                }
            };
        }

        private List<Evaluation> evaluations(List<Node> parts) {
            var judged = new ArrayList<Evaluation>(parts.size());
            for (var part : parts) {
                judged.add(evaluation(part));
            }
            return judged;
        }

        private Outcome test(Operator test, FactValue value) {
            // Most facts are not known.
            if (value == null) {
                return Outcome.UNKNOWN;
            }
            return switch (test) {
                case Operator.Is(var wanted) -> of(wanted.equals(value));
                case Operator.OneOf(var wanted) -> of(wanted.contains(value));
                case Operator.AtLeast(Amount.Fixed(var least)) when value instanceof FactValue.Whole(var whole) ->
                        of(whole >= least);
                case Operator.AtMost(Amount.Fixed(var most)) when value instanceof FactValue.Whole(var whole) ->
                        of(whole <= most);
                case Operator.Before(var limit) when value instanceof FactValue.Day(var day) -> of(day.isBefore(limit));
                case Operator.After(var limit) when value instanceof FactValue.Day(var day) -> of(day.isAfter(limit));
                case Operator.Within(var period) when value instanceof FactValue.Day(var day) ->
                        of(!day.isBefore(today.minus(period)) && !day.isAfter(today.plus(period)));
                case Operator.AtLeast _, Operator.AtMost _, Operator.Before _, Operator.After _, Operator.Within _ ->
                        Outcome.UNKNOWN;
            };
        }

        private static Outcome of(boolean met) {
            return met ? Outcome.MET : Outcome.NOT_MET;
        }
    }
}
