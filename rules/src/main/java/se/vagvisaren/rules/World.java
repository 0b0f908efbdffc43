package se.vagvisaren.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import se.vagvisaren.knowledge.Condition;
import se.vagvisaren.knowledge.FactDefinition.Derivation;
import se.vagvisaren.knowledge.FactValue;
import se.vagvisaren.knowledge.Subject;

/// What is known and decided of the graph during one request, for one child: the visitor's rules and the first child's
/// are judged in one world, each further child's in one of its own.
///
/// The rules of [ConditionRules] change it; it belongs to one session and one thread.
final class World {

    private static final int MET = 0;
    private static final int NOT_MET = -1;

    private final CompiledRules rules;
    private final Graph graph;
    private final LocalDate today;
    private final Subject child;
    /// By node: how many inputs are still to be met, or how it was decided.
    private final int[] open;
    private final Known[] known;
    private final List<Known> derived = new ArrayList<>();
    /// Reasons are put together after the session has ended, by whichever thread asks for them.
    private final Map<Slot, Evaluation> definitions = new ConcurrentHashMap<>();

    /// @param child the child that rules about a child are judged for
    World(CompiledRules rules, LocalDate today, Subject child) {
        this.rules = rules;
        graph = rules.graph;
        this.today = today;
        this.child = child;
        open = graph.undecided();
        known = new Known[graph.slots];
    }

    /// Takes in what the visitor states, before anything is derived.
    ///
    /// @return the facts that something here tests, and those that follow from nothing
    List<Known> start(Map<Subject, Map<String, FactValue>> facts) {
        var found = new ArrayList<Known>();
        facts.forEach((subject, values) -> values.forEach((fact, value) -> {
            state(rules.slots.get(new FactKey(subject, fact)), value, found);
            if (subject.equals(child)) {
                state(rules.slots.get(new FactKey(Slot.THE_CHILD, fact)), value, found);
            }
        }));
        decide(Graph.ALWAYS, true);
        found.addAll(derived);
        return found;
    }

    private void state(Slot slot, FactValue value, List<Known> found) {
        if (slot != null) {
            var given = new Known(this, slot, value, true);
            known[slot.number] = given;
            found.add(given);
        }
    }

    /// Tests a known fact and passes on what that decides.
    ///
    /// @return the facts that follow
    List<Known> decide(List<Literal> literals, FactValue value) {
        int before = derived.size();
        for (var literal : literals) {
            var outcome = literal.judge(value, today);
            if (outcome != Outcome.UNKNOWN) {
                decide(literal.node, outcome == Outcome.MET);
            }
        }
        return before == derived.size() ? List.of() : List.copyOf(derived.subList(before, derived.size()));
    }

    private void decide(int node, boolean isMet) {
        if (open[node] <= MET) {
            return;
        }
        open[node] = isMet ? MET : NOT_MET;
        if (graph.definitions[node] != null) {
            for (var definition : graph.definitions[node]) {
                learn(definition.slot(), isMet != definition.negated() ? FactValue.YES : FactValue.NO);
            }
        }
        for (int i = graph.firstUser(node); i < graph.firstUser(node + 1); i++) {
            int gate = Graph.node(graph.users[i]);
            if (isMet == Graph.negated(graph.users[i])) {
                decide(gate, false);
            } else if (open[gate] > 1) {
                open[gate]--;
            } else {
                decide(gate, true);
            }
        }
    }

    /// Works a fact out from the one it is made of.
    ///
    /// @return the fact, unless it is known already or nothing can be worked out
    Optional<Known> workOut(Slot slot, FactValue source) {
        int before = derived.size();
        switch (slot.derivation) {
            case Derivation.AgeInYears _ when source instanceof FactValue.Day date -> age(slot, date, ChronoUnit.YEARS);
            case Derivation.AgeInMonths _ when source instanceof FactValue.Day date ->
                    age(slot, date, ChronoUnit.MONTHS);
            case Derivation.RegionOf _ when source instanceof FactValue.Choice municipality ->
                    rules.knowledge.places().regionOf(municipality.value())
                            .ifPresent(region -> learn(slot, new FactValue.Choice(region.id())));
            default -> { }
        }
        return before == derived.size() ? Optional.empty() : Optional.of(derived.getLast());
    }

    /// A day to come, the expected day of a birth for instance, gives no age.
    private void age(Slot slot, FactValue.Day date, ChronoUnit unit) {
        if (!date.value().isAfter(today)) {
            learn(slot, new FactValue.Whole(unit.between(date.value(), today)));
        }
    }

    /// A value that the visitor stated, or that was there first, stays.
    private void learn(Slot slot, FactValue value) {
        if (known[slot.number] == null) {
            var fact = new Known(this, slot, value, false);
            known[slot.number] = fact;
            derived.add(fact);
        }
    }

    /// The facts that were not stated but follow.
    List<Known> derived() {
        return derived;
    }

    /// How a condition stands, once the session has come to rest.
    Evaluation evaluate(CompiledCondition compiled) {
        var outcome = outcome(compiled.edge());
        return switch (compiled.condition()) {
            case Condition.All _ -> new Evaluation.All(outcome, parts(compiled));
            case Condition.Any _ -> new Evaluation.Any(outcome, parts(compiled));
            case Condition.Not _ -> new Evaluation.Not(outcome, evaluate(compiled.parts()[0]));
            case Condition.Test test -> {
                var slot = compiled.slot();
                var fact = known[slot.number];
                boolean stated = fact != null && fact.given();
                yield new Evaluation.Leaf(outcome, key(slot), test, fact == null ? null : fact.value(),
                        stated || slot.definition == null ? null : definition(slot));
            }
        };
    }

    private List<Evaluation> parts(CompiledCondition compiled) {
        var parts = new Evaluation[compiled.parts().length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = evaluate(compiled.parts()[i]);
        }
        return List.of(parts);
    }

    private Evaluation definition(Slot slot) {
        var known = definitions.get(slot);
        if (known == null) {
            known = evaluate(slot.definition);
            definitions.put(slot, known);
        }
        return known;
    }

    Outcome outcome(int edge) {
        var outcome = switch (open[Graph.node(edge)]) {
            case MET -> Outcome.MET;
            case NOT_MET -> Outcome.NOT_MET;
            default -> Outcome.UNKNOWN;
        };
        return Graph.negated(edge) ? outcome.negated() : outcome;
    }

    FactKey key(Slot slot) {
        return slot.key.subject() == Slot.THE_CHILD ? new FactKey(child, slot.key.fact()) : slot.key;
    }
}
