package se.vagvisaren.rules;

import java.util.List;
import se.vagvisaren.knowledge.PublicService;

/// A step of a service that is judged for one subject. A Drools fact where the service applies or may apply; equal to itself
/// only.
final class StepCandidate {

    private final Candidate service;
    private final CompiledRules.OfStep rules;
    private final boolean local;
    private final int number;
    private volatile Evaluation when;

    /// @param local whether a local layer words it
    StepCandidate(Candidate service, CompiledRules.OfStep rules, boolean local) {
        this.service = service;
        this.rules = rules;
        this.local = local;
        number = service.request().nextStep();
    }

    @Override
    public int hashCode() {
        return Joins.spread(number);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    /// Counts the steps of a request, from 0.
    int number() {
        return number;
    }

    Candidate service() {
        return service;
    }

    PublicService.Step step() {
        return rules.step();
    }

    boolean local() {
        return local;
    }

    /// How its own condition stands; null when it has none.
    Evaluation when() {
        if (when == null && rules.when() != null) {
            when = world().evaluate(rules.when());
        }
        return when;
    }

    /// What its own condition says; without one it is met.
    Outcome outcome() {
        return rules.when() == null ? Outcome.MET : world().outcome(rules.when().edge());
    }

    boolean automatic() {
        return rules.automatic();
    }

    /// The services that issue documents which it asks for and which the visitor is known to lack.
    List<Candidate> issuersOfLacking() {
        if (rules.lackable().isEmpty()) {
            return List.of();
        }
        return rules.lackable().stream()
                .filter(lackable -> lackable.lacked().stream()
                        .allMatch(lacked -> world().outcome(lacked.edge()) == Outcome.MET))
                .flatMap(lackable -> service.request().counterparts(lackable.issuedBy(), service.subject()).stream())
                .toList();
    }

    private World world() {
        return service.world();
    }
}
