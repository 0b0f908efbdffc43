package se.vagvisaren.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.knowledge.PublicOrganisation;
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
        this.services = new HashMap<>(services);
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

    /// A service with what has to be known to judge it. What policies ask of every service stands here once more: it is
    /// at hand then, while the service itself mostly has to be fetched from far away in memory.
    ///
    /// @param number    counts the services
    /// @param holder    who is responsible for it in general
    /// @param heldLocally whether its authority is a role that municipalities or regions hold
    /// @param misdirects whether people go wrong with it
    /// @param own       the node that all requirements about its own subject come to
    /// @param ofOthers  the requirements about somebody else
    /// @param local     by organisation, then by step id, the steps as a local layer words them
    /// @param replacers the services that replace it
    record OfService(int number, PublicService service, Subject.Kind about, PublicOrganisation holder,
                     boolean heldLocally, boolean misdirects, int own, List<OfRequirement> ofOthers,
                     List<OfRequirement> requirements, List<OfStep> steps, Map<String, Map<String, OfStep>> local,
                     List<String> replacers) {
    }

    record OfRequirement(PublicService.Requirement requirement, Subject.Kind about, CompiledCondition when) {
    }

    /// A step with its own condition, or null, and the documents that the visitor may lack.
    record OfStep(PublicService.Step step, boolean automatic, CompiledCondition when, List<Lackable> lackable) {
    }

    /// A document of a step that another service issues.
    ///
    /// @param lacked one condition for each document that would be enough: all of them have to be lacked
    record Lackable(List<CompiledCondition> lacked, String issuedBy) {
    }
}
