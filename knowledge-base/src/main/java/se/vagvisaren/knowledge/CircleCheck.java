package se.vagvisaren.knowledge;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Nothing waits for itself: steps for steps, derived facts for facts, replaced services for services.
final class CircleCheck {

    private final KnowledgeBase knowledge;
    private final Problems problems;
    private final Map<String, Position> factLines;

    CircleCheck(KnowledgeBase knowledge, Problems problems, Map<String, Position> factLines) {
        this.knowledge = knowledge;
        this.problems = problems;
        this.factLines = factLines;
    }

    void run() {
        var steps = new LinkedHashMap<String, Set<String>>();
        var stepLines = new LinkedHashMap<String, Position>();
        var replaced = new LinkedHashMap<String, Set<String>>();
        var serviceLines = new LinkedHashMap<String, Position>();
        for (var service : knowledge.services().values()) {
            replaced.put(service.id(), new LinkedHashSet<>(service.replaces()));
            serviceLines.put(service.id(), service.at());
            for (var step : service.steps()) {
                stepLines.put(step.id(), step.at());
                steps.put(step.id(), step.after().stream()
                        .flatMap(before -> StepOrder.stepsMeant(knowledge, service, before))
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
            }
        }
        circles(steps, stepLines, "Stegen kommer efter varandra i en cirkel: ", "Ta bort ett 'after:' i cirkeln.");
        circles(replaced, serviceLines, "Tjänsterna ersätter varandra i en cirkel: ",
                "Ta bort ett 'replaces:' i cirkeln.");

        var derived = new LinkedHashMap<String, Set<String>>();
        for (var fact : knowledge.facts().values()) {
            var needs = new LinkedHashSet<String>();
            if (fact.derivation() instanceof FactDefinition.Derivation.When when) {
                Condition.tests(when.condition(), test -> needs.add(test.fact()));
            }
            derived.put(fact.id(), needs);
        }
        circles(derived, factLines, "Uppgifterna följer av varandra i en cirkel: ", "Ta bort en av härledningarna.");
    }

    private void circles(Map<String, Set<String>> edges, Map<String, Position> lines, String what, String todo) {
        var left = new LinkedHashMap<String, Set<String>>();
        edges.forEach((id, to) -> left.put(id, to.stream().filter(edges::containsKey)
                .collect(Collectors.toCollection(LinkedHashSet::new))));
        for (var circle = circle(left); circle.isPresent(); circle = circle(left)) {
            var ids = circle.get();
            problems.error(lines.get(ids.getFirst()),
                    what + String.join(" → ", ids) + " → " + ids.getFirst(), todo);
            ids.forEach(left::remove);
            left.values().forEach(to -> ids.forEach(to::remove));
        }
    }

    /// Removes, again and again, whatever waits for nothing; what is left goes in a circle or waits for one.
    private static Optional<List<String>> circle(Map<String, Set<String>> left) {
        var free = new ArrayDeque<>(left.keySet().stream().filter(id -> left.get(id).isEmpty()).toList());
        while (!free.isEmpty()) {
            var id = free.poll();
            left.remove(id);
            left.forEach((other, to) -> {
                if (to.remove(id) && to.isEmpty()) {
                    free.add(other);
                }
            });
        }
        if (left.isEmpty()) {
            return Optional.empty();
        }
        var path = new LinkedHashSet<String>();
        var id = left.keySet().iterator().next();
        while (path.add(id)) {
            id = left.get(id).iterator().next();
        }
        var start = id;
        return Optional.of(path.stream().dropWhile(each -> !each.equals(start)).toList());
    }
}
