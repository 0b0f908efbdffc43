package se.vagvisaren.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.vagvisaren.knowledge.ServiceLevel;

/// What the policies have concluded of one request, put together as a judgement. What they leave unsaid is left out.
final class Findings {

    private final Request request;
    /// By service.
    private final Judgement.Standing[] standings;
    private final Candidate[] replacedBy;
    private final Candidate[] prerequisiteOf;
    private final boolean[] heldLocally;
    private final boolean[] reached;
    /// By step.
    private final boolean[] proposed;
    private final boolean[] leftOut;
    private final boolean[] nothingToBring;
    private final List<Candidate> order = new ArrayList<>();
    private final Set<Conclusion.Needed> needed = new HashSet<>();
    private final Set<StepCandidate> referred = new HashSet<>();
    private final Map<StepCandidate, Conclusion.DealtWith> dealtWith = new HashMap<>();
    private final Map<Candidate, Conclusion.LookedForElsewhere> elsewhere = new HashMap<>();

    Findings(Request request) {
        this.request = request;
        standings = new Judgement.Standing[request.services()];
        replacedBy = new Candidate[request.services()];
        prerequisiteOf = new Candidate[request.services()];
        heldLocally = new boolean[request.services()];
        reached = new boolean[request.services()];
        proposed = new boolean[request.steps()];
        leftOut = new boolean[request.steps()];
        nothingToBring = new boolean[request.steps()];
    }

    /// Takes in what is in a session; only steps and conclusions count.
    void add(Object fact) {
        switch (fact) {
            case StepCandidate step -> proposed[step.number()] = true;
            case Conclusion.Standing(var service, var standing) -> standings[service.number()] = standing;
            case Conclusion.Replaced(var service, var by) -> replacedBy[service.number()] = by;
            case Conclusion.Needed issuer -> needed.add(issuer);
            case Conclusion.Held(var service) -> heldLocally[service.number()] = true;
            case Conclusion.LeftOut(var step) -> leftOut[step.number()] = true;
            case Conclusion.NothingToBring(var step) -> nothingToBring[step.number()] = true;
            case Conclusion.Referred(var step) -> referred.add(step);
            case Conclusion.DealtWith desk -> dealtWith.put(desk.step(), desk);
            case Conclusion.LookedForElsewhere wrong -> elsewhere.put(wrong.service(), wrong);
            default -> { }
        }
    }

    Judgement judgement() {
        request.asked().forEach(service -> place(service, null));
        var services = new ArrayList<Judgement.OfService>(order.size());
        var misdirections = new LinkedHashSet<Judgement.Misdirected>();
        for (var service : order) {
            services.add(service(service));
            if (elsewhere.containsKey(service)) {
                misdirections.add(
                        new Judgement.Misdirected(service.service().id(), elsewhere.get(service).misdirection()));
            }
        }
        return new Judgement(request.derived(), services, List.copyOf(misdirections));
    }

    /// Puts a service in its place: after those that it needs, before the one that replaces it.
    private void place(Candidate service, Candidate neededBy) {
        int number = service.number();
        if (standings[number] == null) {
            return;
        }
        if (prerequisiteOf[number] == null) {
            prerequisiteOf[number] = neededBy;
        }
        if (reached[number]) {
            return;
        }
        reached[number] = true;
        if (!needed.isEmpty()) {
            steps(service).stream().flatMap(step -> step.issuersOfLacking().stream())
                    .filter(issuer -> needed.contains(new Conclusion.Needed(issuer, service)))
                    .forEach(issuer -> place(issuer, service));
        }
        order.add(service);
        if (replacedBy[number] != null) {
            place(replacedBy[number], null);
        }
    }

    private Judgement.OfService service(Candidate service) {
        var neededBy = prerequisiteOf[service.number()];
        var last = service;
        while (replacedBy[last.number()] != null) {
            last = replacedBy[last.number()];
        }
        var holder = heldLocally[service.number()] ? service.localHolder() : service.generalHolder();
        var found = steps(service);
        var steps = new Judgement.OfStep[found.size()];
        Arrays.setAll(steps, i -> step(found.get(i)));
        return new Judgement.OfService(service.service(), service.subject(), standings[service.number()],
                service.requirements(), List.of(steps), holder,
                last == service ? null : last.service().id(),
                neededBy == null ? null : neededBy.service().id());
    }

    /// The steps that are there, in the order of the base text.
    private List<StepCandidate> steps(Candidate service) {
        if (!standings[service.number()].stands()) {
            return List.of();
        }
        var found = new ArrayList<StepCandidate>(service.steps().size());
        for (var step : service.steps()) {
            if (isThere(step)) {
                found.add(step);
            } else if (heldLocally[service.number()]) {
                service.localStep(step).filter(this::isThere).ifPresent(found::add);
            }
        }
        return found;
    }

    /// A step that no policy has come to has a number beyond all others.
    private boolean isThere(StepCandidate step) {
        return step.number() < proposed.length && proposed[step.number()] && !leftOut[step.number()];
    }

    private Judgement.OfStep step(StepCandidate step) {
        return new Judgement.OfStep(step, nothingToBring[step.number()], desk(step));
    }

    private Judgement.Desk desk(StepCandidate step) {
        if (referred.contains(step)) {
            return new Judgement.Desk(ServiceLevel.Scope.REFERRED, null, false);
        }
        var desk = dealtWith.get(step);
        if (desk == null) {
            return null;
        }
        var level = desk.agreement() == null ? null : desk.agreement().level();
        return new Judgement.Desk(desk.scope(), level, level != null && level.confirmedOn(request.today()));
    }
}
