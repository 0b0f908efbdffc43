package se.vagvisaren.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.vagvisaren.knowledge.PublicOrganisation;
import se.vagvisaren.knowledge.PublicService;
import se.vagvisaren.knowledge.Subject;

/// A service as it is judged for one subject: it was asked for, or a policy brings it in. A Drools fact, equal to itself
/// only.
final class Candidate {

    private final Request request;
    private final CompiledRules.OfService rules;
    private final Subject subject;
    private final boolean asked;
    private final Outcome outcome;
    private final World world;
    private final int number;
    private List<StepCandidate> steps;
    private Map<String, StepCandidate> localSteps;
    private PublicOrganisation localHolder;

    Candidate(Request request, CompiledRules.OfService rules, Subject subject, boolean asked) {
        this.request = request;
        this.rules = rules;
        this.subject = subject;
        this.asked = asked;
        world = request.world(subject);
        number = request.services();
        var least = world.outcome(rules.own());
        for (var requirement : rules.ofOthers()) {
            least = least.and(request.outcome(requirement, subject));
        }
        outcome = least;
    }

    Request request() {
        return request;
    }

    /// As good as the identity's, and at hand: that of a new object has to be made first.
    @Override
    public int hashCode() {
        return Joins.spread(number);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    World world() {
        return world;
    }

    /// Counts the services of a request, from 0.
    int number() {
        return number;
    }

    /// Whether it asks for that fact, or for one that follows from it.
    boolean needs(Slot slot) {
        return slot.neededBy.get(rules.number());
    }

    PublicService service() {
        return rules.service();
    }

    Subject subject() {
        return subject;
    }

    /// Whether the situation asks for it, rather than that a policy brought it in.
    boolean asked() {
        return asked;
    }

    List<Judgement.OfRequirement> requirements() {
        var judged = new Judgement.OfRequirement[rules.requirements().size()];
        Arrays.setAll(judged, i -> new Judgement.OfRequirement(request, rules.requirements().get(i), subject));
        return List.of(judged);
    }

    /// What its rules in force say together.
    Outcome outcome() {
        return outcome;
    }

    /// The steps as the base text has them.
    List<StepCandidate> steps() {
        if (steps == null) {
            var found = new ArrayList<StepCandidate>(rules.steps().size());
            rules.steps().forEach(step -> found.add(new StepCandidate(this, step, false)));
            steps = List.copyOf(found);
        }
        return steps;
    }

    /// A step as the layer of the local holder has it, if that says anything of it.
    Optional<StepCandidate> localStep(StepCandidate step) {
        if (localSteps == null) {
            localSteps = new HashMap<>();
            rules.local().getOrDefault(localHolder().id(), Map.of())
                    .forEach((id, local) -> localSteps.put(id, new StepCandidate(this, local, true)));
        }
        return Optional.ofNullable(localSteps.get(step.step().id()));
    }

    /// The service that replaces this one for the subject, if one does: the first whose rules are all met.
    Optional<Candidate> successor() {
        return rules.replacers().isEmpty() ? Optional.empty()
                : rules.replacers().stream().flatMap(id -> request.counterparts(id, subject).stream())
                .filter(other -> other.outcome() == Outcome.MET).findFirst();
    }

    /// Whether its authority is a role that municipalities or regions hold.
    boolean hasLocalHolders() {
        return rules.heldLocally();
    }

    /// Who is responsible for it in general.
    PublicOrganisation generalHolder() {
        return rules.holder();
    }

    /// Who is responsible for it where the visitor lives.
    PublicOrganisation localHolder() {
        if (localHolder == null) {
            localHolder = request.holder(service().authority());
        }
        return localHolder;
    }

    /// Whether people look for it at other organisations.
    boolean misdirects() {
        return rules.misdirects();
    }

    /// What to tell somebody who looked for it at that organisation, if people do.
    Optional<PublicService.Misdirection> misdirectionTo(Request.Mentioned organisation) {
        return service().misdirections().stream().filter(wrong -> organisation.is(wrong.often())).findFirst();
    }

    /// Whether that organisation is responsible for it: by name, in its role, or as the holder where the visitor lives.
    boolean isBy(PublicOrganisation organisation) {
        var authority = service().authority();
        return authority.equals(organisation.id()) || authority.equals(organisation.role())
                || localHolder().id().equals(organisation.id());
    }

    /// Whether an agreement with that organisation or role is about its authority.
    boolean isUnder(String authority) {
        var holder = localHolder();
        return authority.equals(service().authority()) || authority.equals(holder.id())
                || authority.equals(holder.role());
    }
}
