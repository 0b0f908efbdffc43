package se.vagvisaren.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.vagvisaren.knowledge.ServiceLevel;

/// What the policies have concluded of one request, put together as a judgement. What they leave unsaid is left out.
final class Findings {

    private final Request request;
    private final Map<Candidate, Judgement.Standing> standings = new HashMap<>();
    private final Map<Candidate, Candidate> replacedBy = new HashMap<>();
    private final Set<Conclusion.Needed> needed = new HashSet<>();
    private final Set<Candidate> heldLocally = new HashSet<>();
    private final Set<StepCandidate> proposed = new HashSet<>();
    private final Set<StepCandidate> leftOut = new HashSet<>();
    private final Set<StepCandidate> nothingToBring = new HashSet<>();
    private final Set<StepCandidate> referred = new HashSet<>();
    private final Map<StepCandidate, Conclusion.DealtWith> dealtWith = new HashMap<>();
    private final Map<Candidate, Conclusion.LookedForElsewhere> elsewhere = new HashMap<>();

    Findings(Request request) {
        this.request = request;
    }

    /// Takes in what is in a session; only conclusions count.
    void add(Object fact) {
        if (!(fact instanceof Conclusion conclusion)) {
            return;
        }
        switch (conclusion) {
            case Conclusion.Wanted _ -> { }
            case Conclusion.Standing(var service, var standing) -> standings.put(service, standing);
            case Conclusion.Replaced(var service, var by) -> replacedBy.put(service, by);
            case Conclusion.Needed issuer -> needed.add(issuer);
            case Conclusion.Held(var service) -> heldLocally.add(service);
            case Conclusion.Proposed(var step) -> proposed.add(step);
            case Conclusion.LeftOut(var step) -> leftOut.add(step);
            case Conclusion.NothingToBring(var step) -> nothingToBring.add(step);
            case Conclusion.Referred(var step) -> referred.add(step);
            case Conclusion.DealtWith desk -> dealtWith.put(desk.step(), desk);
            case Conclusion.LookedForElsewhere wrong -> elsewhere.put(wrong.service(), wrong);
        }
    }

    Judgement judgement() {
        var order = new LinkedHashMap<Candidate, Candidate>();
        for (var service : request.asked()) {
            place(service, null, order, new HashSet<>(4));
        }
        var services = new ArrayList<Judgement.OfService>();
        var misdirections = new LinkedHashSet<Judgement.Misdirected>();
        order.forEach((service, prerequisiteOf) -> {
            services.add(service(service, prerequisiteOf));
            if (elsewhere.containsKey(service)) {
                misdirections.add(
                        new Judgement.Misdirected(service.service().id(), elsewhere.get(service).misdirection()));
            }
        });
        return new Judgement(request.derived(), services, List.copyOf(misdirections));
    }

    /// Puts a service in its place: after those that it needs, before the one that replaces it.
    private void place(Candidate service, Candidate neededBy, Map<Candidate, Candidate> order, Set<Candidate> seen) {
        if (order.containsKey(service)) {
            order.putIfAbsent(service, neededBy);
            return;
        }
        if (!standings.containsKey(service) || !seen.add(service)) {
            return;
        }
        for (var step : steps(service)) {
            for (var issuer : step.issuersOfLacking()) {
                if (needed.contains(new Conclusion.Needed(issuer, service))) {
                    place(issuer, service, order, seen);
                }
            }
        }
        order.put(service, neededBy);
        if (replacedBy.containsKey(service)) {
            place(replacedBy.get(service), null, order, seen);
        }
    }

    private Judgement.OfService service(Candidate service, Candidate prerequisiteOf) {
        var last = service;
        while (replacedBy.containsKey(last)) {
            last = replacedBy.get(last);
        }
        var holder = heldLocally.contains(service) ? service.localHolder() : service.generalHolder();
        var steps = new ArrayList<Judgement.OfStep>();
        steps(service).forEach(step -> steps.add(step(step)));
        return new Judgement.OfService(service.service(), service.subject(), standings.get(service),
                service.requirements(), List.copyOf(steps), holder,
                last == service ? null : last.service().id(),
                prerequisiteOf == null ? null : prerequisiteOf.service().id());
    }

    /// The steps that are there, in the order of the base text.
    private List<StepCandidate> steps(Candidate service) {
        var found = new ArrayList<StepCandidate>();
        for (var step : service.steps()) {
            if (isThere(step)) {
                found.add(step);
            } else if (heldLocally.contains(service)) {
                service.localStep(step).filter(this::isThere).ifPresent(found::add);
            }
        }
        return found;
    }

    private boolean isThere(StepCandidate step) {
        return proposed.contains(step) && !leftOut.contains(step);
    }

    private Judgement.OfStep step(StepCandidate step) {
        return new Judgement.OfStep(step.step(), step.when(),
                nothingToBring.contains(step) ? List.of() : step.step().evidence(), desk(step));
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
