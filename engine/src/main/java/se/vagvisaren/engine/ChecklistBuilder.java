package se.vagvisaren.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import se.vagvisaren.engine.Guidance.ChecklistDocument;
import se.vagvisaren.engine.Guidance.ChecklistStep;
import se.vagvisaren.engine.Guidance.Deadline;
import se.vagvisaren.engine.Guidance.Reason;
import se.vagvisaren.knowledge.FactValue;
import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.knowledge.LegalResource;
import se.vagvisaren.knowledge.PublicService;
import se.vagvisaren.knowledge.StepOrder;
import se.vagvisaren.knowledge.Subject;
import se.vagvisaren.rules.FactKey;
import se.vagvisaren.rules.Judgement;
import se.vagvisaren.rules.Judgement.Standing;
import se.vagvisaren.rules.Outcome;

/// Builds one checklist from the services that apply or may apply: equal steps merged, documents asked for once, in the
/// order to do them.
final class ChecklistBuilder {

    /// A checklist.
    record Checklist(List<ChecklistStep> steps, List<ChecklistDocument> documents) {
    }

    /// A step before it has its number.
    private record Draft(Judgement.OfService service, Judgement.OfStep step, int errand, SortedSet<Subject> subjects, boolean applies,
                         SortedSet<FactKey> undecided, Deadline deadline, List<Reason> because) {
        String id() {
            return step.step().id();
        }
    }

    private final KnowledgeBase knowledge;
    private final DeadlineCalendar calendar = new DeadlineCalendar();

    ChecklistBuilder(KnowledgeBase knowledge) {
        this.knowledge = knowledge;
    }

    Checklist build(List<Judgement.OfService> shown, Wanted wanted, KnownFacts known, GuidanceRequest request) {
        var drafts = inOrder(merged(drafts(shown, wanted, known)));
        var steps = numbered(drafts);
        return new Checklist(steps, documents(steps));
    }

    private List<Draft> drafts(List<Judgement.OfService> shown, Wanted wanted, KnownFacts known) {
        var drafts = new ArrayList<Draft>();
        for (var service : inWantedOrder(shown, wanted)) {
            for (var step : service.steps()) {
                var undecided = new TreeSet<>(service.blockers());
                if (step.when() != null) {
                    undecided.addAll(step.when().blockers());
                }
                boolean applies = service.standing() == Standing.APPLIES && (step.when() == null || step.when().outcome() == Outcome.MET);
                var subjects = new TreeSet<Subject>(List.of(service.subject()));
                drafts.add(new Draft(service, step, errandOf(service, wanted), subjects, applies, undecided,
                        deadline(step.step(), service.subject(), known), because(service, step, wanted, known)));
            }
        }
        return drafts;
    }

    private static List<Judgement.OfService> inWantedOrder(List<Judgement.OfService> shown, Wanted wanted) {
        var order = new HashMap<String, Integer>();
        wanted.items.keySet().forEach(service -> order.put(service, order.size()));
        Comparator<Judgement.OfService> byErrand = Comparator.comparingInt(each -> errandOf(each, wanted));
        return shown.stream().sorted(byErrand.thenComparing(each -> order.getOrDefault(each.service().id(), -1)).thenComparing(Judgement.OfService::subject)).toList();
    }

    private static int errandOf(Judgement.OfService service, Wanted wanted) {
        var item = wanted.because(service);
        return item == null ? 1 : item.errand();
    }

    /// Equal steps of several subjects become one; its deadline is the earliest of theirs.
    private static List<Draft> merged(List<Draft> drafts) {
        var byStep = new LinkedHashMap<String, Draft>();
        for (var draft : drafts) {
            byStep.merge(draft.id() + draft.applies(), draft, (first, second) -> {
                first.subjects().addAll(second.subjects());
                first.undecided().addAll(second.undecided());
                var earlier = second.deadline() != null && second.deadline().date() != null
                        && (first.deadline() == null || first.deadline().date() == null || second.deadline().date().isBefore(first.deadline().date()));
                return earlier ? new Draft(first.service(), first.step(), first.errand(), first.subjects(), first.applies(), first.undecided(),
                        second.deadline(), first.because()) : first;
            });
        }
        return List.copyOf(byStep.values());
    }

    /// The order to do them: first as the content lists them, then the nearest deadline before the later one within an
    /// errand, and above all no step before those that it comes after.
    private List<Draft> inOrder(List<Draft> drafts) {
        var sorted = new ArrayList<>(drafts);
        for (int errand : drafts.stream().map(Draft::errand).distinct().toList()) {
            var places = new ArrayList<Integer>();
            for (int at = 0; at < sorted.size(); at++) {
                if (sorted.get(at).errand() == errand && hasDate(sorted.get(at))) {
                    places.add(at);
                }
            }
            var byDate = places.stream().map(sorted::get).sorted(Comparator.comparing((Draft draft) -> draft.deadline().date())).toList();
            for (int at = 0; at < places.size(); at++) {
                sorted.set(places.get(at), byDate.get(at));
            }
        }
        var ordered = new ArrayList<Draft>();
        var waiting = new ArrayList<>(sorted);
        while (!waiting.isEmpty()) {
            var next = waiting.stream().filter(draft -> before(draft).stream().noneMatch(id -> waiting.stream().anyMatch(other -> other != draft && other.id().equals(id))))
                    .findFirst().orElse(waiting.getFirst());
            waiting.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    private static boolean hasDate(Draft draft) {
        return draft.deadline() != null && draft.deadline().date() != null && draft.step().step().modality() != PublicService.Modality.AUTOMATIC;
    }

    /// Ids of the steps that come before: those named in `after`, and a prerequisite before what needs it.
    private Set<String> before(Draft draft) {
        var before = new LinkedHashSet<String>();
        draft.step().step().after().forEach(each -> StepOrder.stepsMeant(knowledge, draft.service().service(), each).forEach(before::add));
        draft.step().evidence().forEach(use -> {
            var issuer = knowledge.evidence().get(use.evidence()).issuedBy();
            if (issuer != null && !issuer.equals(draft.service().service().id())) {
                knowledge.services().get(issuer).steps().forEach(step -> before.add(step.id()));
            }
        });
        before.remove(draft.id());
        return before;
    }

    private List<ChecklistStep> numbered(List<Draft> drafts) {
        var numbers = new HashMap<String, List<Integer>>();
        for (int at = 0; at < drafts.size(); at++) {
            numbers.computeIfAbsent(drafts.get(at).id(), _ -> new ArrayList<>()).add(at + 1);
        }
        var steps = new ArrayList<ChecklistStep>();
        for (int at = 0; at < drafts.size(); at++) {
            var draft = drafts.get(at);
            int number = at + 1;
            var after = before(draft).stream().flatMap(id -> numbers.getOrDefault(id, List.of()).stream()).filter(each -> each < number).sorted().toList();
            steps.add(step(draft, number, after));
        }
        return steps;
    }

    private ChecklistStep step(Draft draft, int number, List<Integer> after) {
        var judged = draft.service();
        var service = judged.service();
        var layer = knowledge.layer(service.id(), judged.holder());
        var cost = layer.isPresent() && layer.get().cost() != null ? layer.get().cost() : service.facts().cost();
        var general = knowledge.organisations().get(service.authority());
        boolean isRole = switch (general.kind()) {
            case MUNICIPALITY, REGION, COURT, FUND -> true;
            default -> general.id().equals("lansstyrelsen");
        };
        return new ChecklistStep(number, draft.step().step(), service, draft.errand(), List.copyOf(draft.subjects()), judged.holder(),
                general.role() != null ? general.role() : isRole ? general.id() : null, draft.applies(), draft.because(), draft.undecided(),
                legalBasis(judged, draft.step()), draft.deadline(), cost, draft.step().evidence(), after, draft.step().desk(),
                layer.map(local -> local.source()).orElse(draft.step().step().source() != null ? draft.step().step().source() : service.source()));
    }

    private static List<LegalResource> legalBasis(Judgement.OfService judged, Judgement.OfStep step) {
        var laws = new LinkedHashSet<LegalResource>();
        judged.service().requirements().stream().map(PublicService.Requirement::law).filter(java.util.Objects::nonNull).forEach(laws::add);
        if (step.step().deadline() != null && step.step().deadline().law() != null) {
            laws.add(step.step().deadline().law());
        }
        return List.copyOf(laws);
    }

    private List<Reason> because(Judgement.OfService judged, Judgement.OfStep step, Wanted wanted, KnownFacts known) {
        var keys = new TreeSet<FactKey>();
        judged.requirements().stream().filter(each -> each.outcome() == Outcome.MET).forEach(each -> keys.addAll(each.evaluation().reasons()));
        if (step.when() != null && step.when().outcome() == Outcome.MET) {
            keys.addAll(step.when().reasons());
        }
        var reasons = new ArrayList<Reason>();
        var item = wanted.items.get(judged.service().id());
        if (judged.prerequisiteOf() != null && item == null) {
            reasons.add(new Reason(new FactKey(Subject.VISITOR, "behovs-for"), new FactValue.Choice(judged.prerequisiteOf()),
                    Messages.text("because-prerequisite", knowledge.services().get(judged.prerequisiteOf()).name())));
        } else if (item != null && item.event() != null) {
            reasons.add(new Reason(new FactKey(Subject.VISITOR, "livshandelse"), new FactValue.Choice(item.event()),
                    Messages.text("because-event", knowledge.lifeEvents().get(item.event()).name())));
        } else {
            reasons.add(new Reason(new FactKey(Subject.VISITOR, "arende"), new FactValue.Choice(judged.service().id()),
                    Messages.text("because-asked", judged.service().name())));
        }
        keys.forEach(key -> known.value(key).ifPresent(value -> reasons.add(new Reason(key, value, known.sentence(key, value)))));
        return reasons;
    }

    private Deadline deadline(PublicService.Step step, Subject subject, KnownFacts known) {
        var given = step.deadline();
        if (given == null) {
            return null;
        }
        var from = given.from() == null ? null : known.value(known.keyFor(subject, given.from())).orElse(null);
        if (!(from instanceof FactValue.Day day)) {
            return new Deadline(null, null, given.statutory(), false, given.text());
        }
        var end = calendar.end(day.value(), given.before() ? given.period().negated() : given.period());
        LocalDate last = given.statutory() && !given.before() ? calendar.nextWeekday(end) : end;
        var notBefore = given.notBefore() == null ? null : day.value().minus(given.notBefore());
        return new Deadline(last, notBefore, given.statutory(), !last.equals(end), given.text());
    }

    private List<ChecklistDocument> documents(List<ChecklistStep> steps) {
        var neededFor = new LinkedHashMap<String, List<Integer>>();
        var seen = new HashSet<String>();
        for (var step : steps) {
            for (var use : step.documents()) {
                if (seen.add(step.number() + use.evidence())) {
                    neededFor.computeIfAbsent(use.evidence(), _ -> new ArrayList<>()).add(step.number());
                }
            }
        }
        return neededFor.entrySet().stream().map(entry -> new ChecklistDocument(knowledge.evidence().get(entry.getKey()), List.copyOf(entry.getValue()))).toList();
    }
}
