package se.vagvisaren.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import se.vagvisaren.knowledge.Condition;
import se.vagvisaren.knowledge.FactDefinition;
import se.vagvisaren.knowledge.FactDefinition.Derivation;
import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.knowledge.PublicService;
import se.vagvisaren.knowledge.Subject;

/// Turns the conditions of a knowledge base into data that the fixed rules work on: literals and a graph over them.
/// What an editor writes is compared, never run.
public final class RuleCompiler {

    private final KnowledgeBase knowledge;
    private final Graph.Builder graph = new Graph.Builder();
    private final Set<FactKey> underWay = new LinkedHashSet<>();
    private final Map<String, List<String>> replacers = new HashMap<>();

    private RuleCompiler(KnowledgeBase knowledge) {
        this.knowledge = knowledge;
    }

    /// Compiles the rules in force on one day.
    ///
    /// @param inForce the result of [KnowledgeBase#asOf(java.time.LocalDate)]: amounts are filled in
    /// @throws IllegalArgumentException when it holds what a loader has to refuse: a fact that is defined by itself,
    ///                                  services that replace each other in a circle, an amount that is not filled in
    public static CompiledRules compile(KnowledgeBase inForce) {
        return new RuleCompiler(inForce).compile();
    }

    private CompiledRules compile() {
        for (var service : knowledge.services().values()) {
            service.replaces().forEach(replaced ->
                    replacers.computeIfAbsent(replaced, _ -> new ArrayList<>()).add(service.id()));
        }
        var done = new HashSet<String>();
        knowledge.services().keySet().forEach(id -> refuseCircle(id, new LinkedHashSet<>(), done));
        var services = new LinkedHashMap<String, CompiledRules.OfService>();
        knowledge.services().values().forEach(service -> services.put(service.id(), service(services.size(), service)));
        return new CompiledRules(knowledge, graph.build(), graph.slots, services);
    }

    private void refuseCircle(String service, Set<String> path, Set<String> done) {
        if (!path.add(service)) {
            throw new IllegalArgumentException("Services replace each other in a circle: " + path);
        }
        if (done.add(service)) {
            replacers.getOrDefault(service, List.of()).forEach(by -> refuseCircle(by, path, done));
        }
        path.remove(service);
    }

    private CompiledRules.OfService service(int number, PublicService service) {
        var about = Slot.about(service.about());
        var requirements = service.conditional().stream()
                .map(requirement -> new CompiledRules.OfRequirement(requirement, requirement.about(),
                        condition(requirement.when(), Slot.about(requirement.about())))).toList();
        var steps = service.steps().stream().map(step -> step(step, about)).toList();
        var local = new HashMap<String, Map<String, CompiledRules.OfStep>>();
        knowledge.localLayers().getOrDefault(service.id(), Map.of()).forEach((organisation, layer) -> {
            var localSteps = new HashMap<String, CompiledRules.OfStep>();
            layer.steps().forEach((id, step) -> localSteps.put(id, step(step, about)));
            local.put(organisation, localSteps);
        });

        var allSteps = new ArrayList<>(steps);
        local.values().forEach(layer -> allSteps.addAll(layer.values()));
        var conditions = new ArrayList<CompiledCondition>();
        requirements.forEach(requirement -> conditions.add(requirement.when()));
        for (var step : allSteps) {
            conditions.add(step.when());
            step.lackable().forEach(lackable -> conditions.addAll(lackable.lacked()));
        }
        boolean heldLocally = KnowledgeBase.MUNICIPALITY_ROLE.equals(service.authority())
                || KnowledgeBase.REGION_ROLE.equals(service.authority());
        needs(conditions).forEach(slot -> slot.neededBy.set(number));
        int own = graph.all(requirements.stream().filter(requirement -> requirement.about() == service.about())
                .mapToInt(requirement -> requirement.when().edge()).toArray());
        var ofOthers = requirements.stream().filter(requirement -> requirement.about() != service.about()).toList();
        return new CompiledRules.OfService(number, service, service.about(),
                knowledge.organisations().get(service.authority()), heldLocally, !service.misdirections().isEmpty(),
                own, ofOthers, requirements, steps, local, replacers.getOrDefault(service.id(), List.of()));
    }

    private CompiledRules.OfStep step(PublicService.Step step, Subject about) {
        var lackable = new ArrayList<CompiledRules.Lackable>();
        var groups = new HashSet<String>();
        for (var use : step.evidence()) {
            var issuer = knowledge.evidence().get(use.evidence()).issuedBy();
            var enough = use.oneOf() == null ? List.of(use)
                    : step.evidence().stream().filter(other -> use.oneOf().equals(other.oneOf())).toList();
            var lacked = enough.stream().map(each -> knowledge.evidence().get(each.evidence()).lackedWhen()).toList();
            if (issuer != null && !issuer.equals(step.service()) && lacked.stream().allMatch(Objects::nonNull)
                    && (use.oneOf() == null || groups.add(use.oneOf()))) {
                lackable.add(new CompiledRules.Lackable(
                        lacked.stream().map(condition -> condition(condition, about)).toList(), issuer));
            }
        }
        return new CompiledRules.OfStep(step, step.modality() == PublicService.Modality.AUTOMATIC,
                step.when() == null ? null : condition(step.when(), about), lackable);
    }

    private static Set<Slot> needs(List<CompiledCondition> conditions) {
        var slots = new LinkedHashSet<Slot>();
        conditions.forEach(condition -> collect(condition, slots));
        return slots;
    }

    private static void collect(CompiledCondition condition, Set<Slot> slots) {
        if (condition == null) {
            return;
        }
        for (var part : condition.parts()) {
            collect(part, slots);
        }
        collect(condition.slot(), slots);
    }

    private static void collect(Slot slot, Set<Slot> slots) {
        if (slot != null && slots.add(slot)) {
            collect(slot.definition, slots);
            collect(slot.source, slots);
        }
    }

    private CompiledCondition condition(Condition condition, Subject about) {
        return switch (condition) {
            case Condition.All all -> {
                var parts = parts(all.of(), about);
                int edge = graph.all(Arrays.stream(parts).mapToInt(CompiledCondition::edge).toArray());
                yield new CompiledCondition(condition, edge, parts, null);
            }
            case Condition.Any any -> {
                var parts = parts(any.of(), about);
                int edge = graph.any(Arrays.stream(parts).mapToInt(CompiledCondition::edge).toArray());
                yield new CompiledCondition(condition, edge, parts, null);
            }
            case Condition.Not not -> {
                var parts = parts(List.of(not.of()), about);
                yield new CompiledCondition(condition, Graph.negate(parts[0].edge()), parts, null);
            }
            case Condition.Test test -> test(test, about);
        };
    }

    private CompiledCondition[] parts(List<Condition> conditions, Subject about) {
        return conditions.stream().map(part -> condition(part, about)).toArray(CompiledCondition[]::new);
    }

    private CompiledCondition test(Condition.Test test, Subject about) {
        boolean open = switch (test.test()) {
            case Condition.Operator.AtLeast(Condition.Amount.OfParameter _) -> true;
            case Condition.Operator.AtMost(Condition.Amount.OfParameter _) -> true;
            default -> false;
        };
        var fact = knowledge.facts().get(test.fact());
        if (open || fact == null) {
            throw new IllegalArgumentException("Cannot compile " + test + ": "
                    + (open ? "its amount is not filled in" : "there is no such fact"));
        }
        var owner = Condition.owner(test, fact, about.kind());
        var slot = slot(owner == about.kind() ? about : Subject.first(owner), fact);
        // One of several values is any of the tests for one: so each value is compared once, whatever is asked of it.
        int edge = test.test() instanceof Condition.Operator.OneOf(var values)
                ? graph.any(values.stream().mapToInt(value -> literal(slot, new Condition.Operator.Is(value))).toArray())
                : literal(slot, test.test());
        return new CompiledCondition(test, edge, new CompiledCondition[0], slot);
    }

    private int literal(Slot slot, Condition.Operator operator) {
        return graph.literal(slot, operator).node << 1;
    }

    private Slot slot(Subject subject, FactDefinition fact) {
        var key = new FactKey(subject, fact.id());
        if (underWay.contains(key)) {
            throw new IllegalArgumentException("Facts are defined by each other in a circle: " + underWay);
        }
        var known = graph.slots.get(key);
        if (known != null) {
            return known;
        }
        var slot = new Slot(graph.slots.size(), key);
        graph.slots.put(key, slot);
        underWay.add(key);
        switch (fact.derivation()) {
            case null -> { }
            case Derivation.AgeInYears(var date) -> workOut(slot, fact.derivation(), date, subject);
            case Derivation.AgeInMonths(var date) -> workOut(slot, fact.derivation(), date, subject);
            case Derivation.RegionOf(var municipality) -> workOut(slot, fact.derivation(), municipality,
                    knowledge.facts().get(municipality).of().contains(subject.kind()) ? subject : Subject.VISITOR);
            case Derivation.When(var condition) -> {
                slot.definition = condition(condition, subject);
                graph.define(slot, slot.definition.edge());
            }
        }
        underWay.remove(key);
        return slot;
    }

    private void workOut(Slot slot, Derivation derivation, String from, Subject subject) {
        slot.source = slot(subject, knowledge.facts().get(from));
        slot.derivation = derivation;
        slot.source.workedOut.add(slot);
    }
}
