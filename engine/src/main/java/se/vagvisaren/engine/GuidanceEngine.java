package se.vagvisaren.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.vagvisaren.engine.Guidance.Notice;
import se.vagvisaren.engine.Guidance.Outcome;
import se.vagvisaren.knowledge.FactDefinition;
import se.vagvisaren.knowledge.FactValue;
import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.knowledge.LifeEvent;
import se.vagvisaren.knowledge.LocalText;
import se.vagvisaren.knowledge.Subject;
import se.vagvisaren.rules.CompiledRules;
import se.vagvisaren.rules.Judgement;
import se.vagvisaren.rules.Judgement.Standing;
import se.vagvisaren.rules.RuleCompiler;
import se.vagvisaren.rules.RuleEvaluator;
import se.vagvisaren.rules.Situation;
import se.vagvisaren.search.SearchHit;
import se.vagvisaren.search.SearchHit.Span;
import se.vagvisaren.search.ServiceIndex;
import se.vagvisaren.search.ServiceSearch;

/// Answers questions from the content in force during one period. Thread-safe.
public final class GuidanceEngine implements AutoCloseable {

    private static final int MOST_CANDIDATES = 5;

    private final KnowledgeBase knowledge;
    private final CompiledRules rules;
    private final RuleEvaluator evaluator = new RuleEvaluator();
    private final ServiceIndex index;
    private final Limits limits;
    private final Breadth breadth;
    private final TextUnderstanding understanding;
    private final ChecklistBuilder checklists;
    private final QuestionSelector questions;

    /// Compiles the rules and builds the index of what is in force.
    public GuidanceEngine(KnowledgeBase inForce) {
        this(inForce, RuleCompiler.compile(inForce), ServiceIndex.of(inForce), Limits.IN_USE, Breadth.inUse());
    }

    private GuidanceEngine(KnowledgeBase inForce, CompiledRules rules, ServiceIndex index, Limits limits, Breadth breadth) {
        this.knowledge = inForce;
        this.rules = rules;
        this.index = index;
        this.limits = limits;
        this.breadth = breadth;
        this.understanding = new TextUnderstanding(inForce, index, limits, breadth);
        this.checklists = new ChecklistBuilder(inForce);
        this.questions = new QuestionSelector(inForce);
    }

    /// The same engine, on the same index, with other limits; for fitting them.
    public GuidanceEngine with(Limits others) {
        return new GuidanceEngine(knowledge, rules, index, others, breadth);
    }

    /// The same engine with other weights for how much a text asks for; for fitting what depends on it.
    public GuidanceEngine with(Breadth other) {
        return new GuidanceEngine(knowledge, rules, index, limits, other);
    }

    /// What is in force.
    public KnowledgeBase knowledge() {
        return knowledge;
    }

    /// The search over what is in force.
    public ServiceSearch search() {
        return index;
    }

    /// Waits until no question has to wait for what is still being learnt.
    public void awaitReady() {
        index.awaitLearnt();
    }

    /// Answers a question. Ids in the request that nothing has are to be refused before.
    public Guidance guide(GuidanceRequest request) {
        return answer(request, understanding.read(request.text(), request.language(), request.date()));
    }

    /// A way to take the text of a request, and what would be answered then.
    ///
    /// @param signs   what speaks for it, empty for asking back
    /// @param errands the life events and services that are taken to be wanted
    public record Way(double[] signs, Set<String> errands, Guidance guidance) {
    }

    /// Every way to take the text of a request that is weighed, for fitting which is best.
    public List<Way> ways(GuidanceRequest request) {
        return understanding.readInAllWays(request.text(), request.language(), request.date()).stream()
                .map(way -> new Way(way.choice().signs(), way.choice().candidates().stream().map(each -> each.errand().hit().id()).collect(Collectors.toSet()),
                        answer(request, way.reading()))).toList();
    }

    private Guidance answer(GuidanceRequest request, TextUnderstanding.Reading reading) {
        var notices = new ArrayList<Notice>();
        if (!reading.crises().isEmpty()) {
            return crisis(request, reading);
        }
        if (reading.personalDataRemoved()) {
            notices.add(new Notice(Notice.Kind.INFO, Messages.text("personal-data"), null, null, null));
        }
        if (request.text().length() > GuidanceRequest.LONGEST_TEXT) {
            notices.add(new Notice(Notice.Kind.INFO, Messages.text("cut"), null, null, null));
        }
        var wanted = new Wanted(knowledge, request.audience());
        wanted.add(reading.errands(), request.lifeEvents(), request.services());
        if (wanted.items.isEmpty()) {
            return nothingSure(request, reading, notices);
        }
        var facts = facts(request, reading, wanted);
        var judgement = judge(request, reading, wanted, facts);
        if (wanted.addWholeFor(ruledOut(judgement))) {
            judgement = judge(request, reading, wanted, facts);
        }
        var shown = judgement.services().stream().filter(each -> isShown(each, wanted)).toList();
        if (shown.stream().anyMatch(each -> each.service().source().earliestDay().isAfter(request.date()))) {
            notices.add(new Notice(Notice.Kind.INFO, Messages.text("earlier-day", LocalText.swedish(request.date().toString())), null, null, null));
        }
        judgement.misdirections().stream().filter(wrong -> shown.stream().anyMatch(each -> each.service().id().equals(wrong.service())))
                .map(wrong -> new Notice(Notice.Kind.MISDIRECTION, wrong.misdirection().text(), responsible(wrong.service(), facts), null, null))
                .distinct().forEach(notices::add);
        notices.addAll(notApplying(judgement, wanted, shown.isEmpty()));
        var known = new KnownFacts(knowledge, facts, reading.facts(), request.facts(), judgement.derived());
        var checklist = checklists.build(shown, wanted, known, request);
        var open = questions.select(checklist.steps(), shown, known, request.unknownFacts());
        return new Guidance(Outcome.CHECKLIST, request.date(), reading.text(), understood(request, reading, wanted, known), notices, open,
                checklist.steps(), checklist.documents(), related(judgement, wanted, shown),
                new Guidance.Asked(List.copyOf(wanted.events), List.copyOf(wanted.services), facts, request.unknownFacts()), judgement.services());
    }

    private Guidance crisis(GuidanceRequest request, TextUnderstanding.Reading reading) {
        var facts = facts(request, reading, new Wanted(knowledge, null));
        var municipality = municipality(facts);
        var notices = new LinkedHashMap<String, Notice>();
        for (var crisis : reading.crises()) {
            notices.putIfAbsent(crisis.contact().authority(), new Notice(Notice.Kind.CRISIS, crisis.text(),
                    knowledge.holder(crisis.contact().authority(), municipality), crisis.contact().phone(), null));
        }
        for (var crisis : reading.crises()) {
            crisis.also().forEach(contact -> notices.putIfAbsent(contact.authority(), new Notice(Notice.Kind.CRISIS, contact.text(),
                    knowledge.holder(contact.authority(), municipality), contact.phone(), null)));
        }
        // Who is in no danger after all is not to have to write it once more.
        var otherwise = reading.about().hits().stream().limit(MOST_CANDIDATES).toList();
        return new Guidance(Outcome.CRISIS, request.date(), reading.text(), new Guidance.Understood(reading.language(), List.of(), List.of(), List.of(), List.of(), List.of()),
                List.copyOf(notices.values()), otherwise.isEmpty() ? List.of() : List.of(questions.whichService(otherwise)), List.of(), List.of(), List.of(),
                new Guidance.Asked(List.of(), List.of(), Map.of(), Map.of()), List.of());
    }

    /// Whether the text is rather nothing of ours than only vague.
    private boolean isForeign(TextUnderstanding.Reading reading) {
        return reading.about().foreign() >= Math.max(limits.foreign(), limits.rather() * reading.about().vague());
    }

    /// Too vague, or nothing that the content covers: ask, or say so, but never guess.
    private Guidance nothingSure(GuidanceRequest request, TextUnderstanding.Reading reading, List<Notice> notices) {
        var facts = facts(request, reading, new Wanted(knowledge, null));
        var known = new KnownFacts(knowledge, facts, reading.facts(), request.facts(), Map.of());
        boolean asks = !isForeign(reading) && !reading.text().isBlank();
        var candidates = reading.about().hits().stream().limit(MOST_CANDIDATES).toList();
        if (!asks) {
            notices.add(new Notice(Notice.Kind.INFO, Messages.text(reading.text().isBlank() && !reading.personalDataRemoved() ? "empty" : "no-match"), null, null, null));
        }
        return new Guidance(asks ? Outcome.ASK : Outcome.NO_MATCH, request.date(), reading.text(),
                understood(request, reading, new Wanted(knowledge, null), known), notices,
                asks ? List.of(candidates.isEmpty() ? questions.whichEvent() : questions.whichService(candidates)) : List.of(), List.of(), List.of(), List.of(),
                new Guidance.Asked(List.of(), List.of(), facts, request.unknownFacts()), List.of());
    }

    /// What the visitor answered goes before what the text states, and both before what an event states by itself.
    private Map<Subject, Map<String, FactValue>> facts(GuidanceRequest request, TextUnderstanding.Reading reading, Wanted wanted) {
        var facts = new LinkedHashMap<Subject, Map<String, FactValue>>();
        request.facts().forEach((subject, known) -> facts.computeIfAbsent(subject, _ -> new LinkedHashMap<>()).putAll(known));
        reading.facts().forEach((key, stated) -> {
            boolean unknown = request.unknownFacts().getOrDefault(key.subject(), Set.of()).contains(key.fact());
            if (!unknown) {
                facts.computeIfAbsent(key.subject(), _ -> new LinkedHashMap<>()).putIfAbsent(key.fact(), stated.value());
            }
        });
        var office = request.office() == null ? null : knowledge.offices().get(request.office());
        boolean homeUnknown = request.unknownFacts().getOrDefault(Subject.VISITOR, Set.of()).contains(KnownFacts.MUNICIPALITY);
        if (office != null && !homeUnknown && knowledge.facts().containsKey(KnownFacts.MUNICIPALITY)) {
            // Who visits an office and says nothing else most likely lives in its municipality; shown, and can be changed.
            facts.computeIfAbsent(Subject.VISITOR, _ -> new LinkedHashMap<>())
                    .putIfAbsent(KnownFacts.MUNICIPALITY, new FactValue.Choice(office.municipality()));
        }
        wanted.spokenOf.forEach(event -> knowledge.lifeEvents().get(event).states().forEach((subject, stated) ->
                stated.forEach((fact, value) -> {
                    var known = facts.computeIfAbsent(subject, _ -> new LinkedHashMap<>());
                    if (!followsFromKnown(fact, known)) {
                        known.putIfAbsent(fact, value);
                    }
                })));
        return facts;
    }

    /// An age that an event states gives way to the birth date that somebody tells.
    private boolean followsFromKnown(String fact, Map<String, FactValue> known) {
        return switch (knowledge.facts().get(fact).derivation()) {
            case FactDefinition.Derivation.AgeInYears(var date) -> known.containsKey(date);
            case FactDefinition.Derivation.AgeInMonths(var date) -> known.containsKey(date);
            case null, default -> false;
        };
    }

    private Judgement judge(GuidanceRequest request, TextUnderstanding.Reading reading, Wanted wanted, Map<Subject, Map<String, FactValue>> facts) {
        SortedSet<Subject> subjects = new TreeSet<>(facts.keySet());
        subjects.add(Subject.VISITOR);
        return evaluator.judge(rules, new Situation(request.date(), facts, subjects, List.copyOf(wanted.items.keySet()), reading.mentioned(), request.office()));
    }

    private static Set<String> ruledOut(Judgement judgement) {
        var standing = judgement.services().stream().filter(each -> each.standing() != Standing.DOES_NOT_APPLY).map(each -> each.service().id()).collect(Collectors.toSet());
        return judgement.services().stream().map(each -> each.service().id()).filter(id -> !standing.contains(id)).collect(Collectors.toSet());
    }

    private static boolean isShown(Judgement.OfService judged, Wanted wanted) {
        var item = wanted.items.get(judged.service().id());
        return switch (judged.standing()) {
            case APPLIES -> true;
            case MAY_APPLY -> item == null || item.show() == LifeEvent.Show.ALWAYS;
            case DOES_NOT_APPLY, REPLACED -> false;
        };
    }

    /// A service that was asked for by name and does not apply is answered, not dropped; so are those that an event always
    /// has, when nothing of it is left.
    ///
    /// @param nothing whether nothing applies
    private List<Notice> notApplying(Judgement judgement, Wanted wanted, boolean nothing) {
        var notices = new LinkedHashSet<Notice>();
        for (var service : nothing ? wanted.always() : wanted.services) {
            var judged = judgement.services().stream().filter(each -> each.service().id().equals(service)).toList();
            boolean stands = judged.stream().anyMatch(each -> each.standing() == Standing.APPLIES || each.standing() == Standing.MAY_APPLY);
            if (judged.isEmpty() || stands) {
                continue;
            }
            var first = judged.getFirst();
            var name = first.service().name();
            var reason = first.requirements().stream().filter(each -> each.outcome() == se.vagvisaren.rules.Outcome.NOT_MET)
                    .map(each -> each.requirement().whenNotMet()).filter(java.util.Objects::nonNull).findFirst();
            var text = first.standing() == Standing.REPLACED
                    ? Messages.text("replaced", name, knowledge.services().get(first.replacedBy()).name())
                    : reason.map(why -> Messages.text("does-not-apply", name, why)).orElseGet(() -> Messages.text("does-not-apply-plain", name));
            notices.add(new Notice(Notice.Kind.INFO, text, null, null, null));
        }
        return List.copyOf(notices);
    }

    private se.vagvisaren.knowledge.PublicOrganisation responsible(String service, Map<Subject, Map<String, FactValue>> facts) {
        return knowledge.holder(knowledge.services().get(service).authority(), municipality(facts));
    }

    private static String municipality(Map<Subject, Map<String, FactValue>> facts) {
        var value = facts.getOrDefault(Subject.VISITOR, Map.of()).get(KnownFacts.MUNICIPALITY);
        return value == null ? null : value.toString();
    }

    private List<Guidance.Related> related(Judgement judgement, Wanted wanted, List<Judgement.OfService> shown) {
        var related = new ArrayList<Guidance.Related>();
        var there = shown.stream().map(each -> each.service().id()).toList();
        judgement.services().stream().filter(each -> each.standing() == Standing.MAY_APPLY && !there.contains(each.service().id())).forEach(each -> {
            var item = wanted.items.get(each.service().id());
            var labels = each.blockers().stream().map(key -> knowledge.facts().get(key.fact()).label()).toList();
            related.add(new Guidance.Related(each.service(), item == null ? null : item.event(),
                    labels.isEmpty() ? Messages.text("related-event") : Messages.text("related-may", Texts.joined(labels))));
        });
        wanted.related.forEach((service, event) -> {
            if (!there.contains(service)) {
                related.add(new Guidance.Related(knowledge.services().get(service), event, Messages.text("related-event")));
            }
        });
        return related.stream().filter(Texts.distinctBy(each -> each.service().id())).toList();
    }

    private Guidance.Understood understood(GuidanceRequest request, TextUnderstanding.Reading reading, Wanted wanted, KnownFacts known) {
        var errands = new ArrayList<Guidance.Errand>();
        var events = new ArrayList<Guidance.Found>();
        var services = new ArrayList<Guidance.Found>();
        for (var errand : reading.errands()) {
            int id = errands.size() + 1;
            errands.add(new Guidance.Errand(id, errand.span().start(), errand.span().end()));
            found(errand.hit(), id, events, services);
        }
        int next = errands.size();
        for (var service : request.services()) {
            errands.add(new Guidance.Errand(++next, 0, 0));
            services.add(new Guidance.Found(service, knowledge.services().get(service).name(), 1, next, List.of()));
        }
        for (var event : request.lifeEvents()) {
            errands.add(new Guidance.Errand(++next, 0, 0));
            events.add(new Guidance.Found(event, knowledge.lifeEvents().get(event).name(), 1, next, List.of()));
        }
        if (wanted.items.isEmpty()) {
            reading.about().hits().stream().limit(isForeign(reading) ? 0 : MOST_CANDIDATES)
                    .forEach(hit -> found(hit, 0, events, services));
        }
        return new Guidance.Understood(reading.language(), errands, events, services, known.all(), notUnderstood(reading));
    }

    private void found(SearchHit hit, int errand, List<Guidance.Found> events, List<Guidance.Found> services) {
        switch (hit.kind()) {
            case LIFE_EVENT -> events.add(new Guidance.Found(hit.id(), knowledge.lifeEvents().get(hit.id()).name(), hit.confidence(), errand, hit.matched()));
            case SERVICE -> services.add(new Guidance.Found(hit.id(), knowledge.services().get(hit.id()).name(), hit.confidence(), errand, hit.matched()));
        }
    }

    /// Clauses in which neither an errand nor a fact was found.
    private static List<Span> notUnderstood(TextUnderstanding.Reading reading) {
        var spans = new ArrayList<Span>();
        reading.errands().forEach(errand -> spans.addAll(errand.hit().matched()));
        reading.errands().forEach(errand -> spans.add(errand.span()));
        reading.facts().values().forEach(stated -> spans.addAll(stated.spans()));
        return Clauses.of(reading.text(), reading.language()).stream()
                .filter(clause -> spans.stream().noneMatch(span -> span.start() < clause.end() && clause.start() < span.end()))
                .sorted(Comparator.comparingInt(Span::start)).toList();
    }

    @Override
    public void close() {
        index.close();
    }
}
