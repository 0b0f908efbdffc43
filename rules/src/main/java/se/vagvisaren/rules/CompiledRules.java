package se.vagvisaren.rules;

import java.util.List;
import java.util.Map;
import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.knowledge.PublicService;
import se.vagvisaren.knowledge.ServiceLevel;
import se.vagvisaren.knowledge.Subject;

/// The rules of a knowledge base on one day, ready to be judged. Immutable; any number of threads may use it at once.
public final class CompiledRules {

    final KnowledgeBase knowledge;
    final Graph graph;
    final Map<FactKey, Slot> slots;
    private final Map<String, OfService> services;

    CompiledRules(KnowledgeBase knowledge, Graph graph, Map<FactKey, Slot> slots, Map<String, OfService> services) {
        this.knowledge = knowledge;
        this.graph = graph;
        this.slots = Map.copyOf(slots);
        this.services = Map.copyOf(services);
    }

    /// How many services there are; each has a number below it.
    int size() {
        return services.size();
    }

    /// The compiled service with that id, or null when it is not in force.
    OfService service(String id) {
        return services.get(id);
    }

    /// The agreements that may say something at an office, those for this office only and those for all.
    List<ServiceLevel> levelsAt(String office) {
        return knowledge.serviceLevels().stream()
                .filter(level -> level.office() == null || level.office().equals(office)).toList();
    }

    /// A service with what has to be known to judge it.
    ///
    /// @param local     by organisation, then by step id, the steps as a local layer words them
    /// @param needs     what its own conditions test
    /// @param replacers the services that replace it
    /// @param issuers   the services that issue a document that it asks for and that a visitor may be known to lack
    record OfService(int number, PublicService service, List<OfRequirement> requirements, List<OfStep> steps,
                     Map<String, Map<String, OfStep>> local, Needs needs, List<String> replacers,
                     List<String> issuers) {
    }

    record OfRequirement(PublicService.Requirement requirement, Subject.Kind about, CompiledCondition when) {
    }

    /// A step with its own condition, or null, and the documents that the visitor may lack.
    record OfStep(PublicService.Step step, CompiledCondition when, List<Lackable> lackable) {
    }

    /// A document of a step that another service issues.
    ///
    /// @param lacked one condition for each document that would be enough: all of them have to be lacked
    record Lackable(List<CompiledCondition> lacked, String issuedBy) {
    }

    /// What conditions test, and the facts that they may need: those of the definitions of derived facts included.
    record Needs(Literal[] literals, Slot[] slots) {
    }
}
