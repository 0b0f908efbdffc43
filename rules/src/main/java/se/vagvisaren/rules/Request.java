package se.vagvisaren.rules;

import java.time.LocalDate;
<<<<<<< HEAD
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
=======
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
>>>>>>> 305111de774bc9cdd3f9a0e28982cd2cc21529e9
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import se.vagvisaren.knowledge.FactValue;
import se.vagvisaren.knowledge.PublicOrganisation;
import se.vagvisaren.knowledge.Subject;

/// One situation with the compiled rules that it needs: what is put into the session, and what has been found out so far.
final class Request {

    /// The fact that says in which municipality the visitor lives.
    static final String MUNICIPALITY = "kommun";

<<<<<<< HEAD
    private record Key(int service, Subject subject) {
=======
    private record Key(String service, Subject subject) {
>>>>>>> 305111de774bc9cdd3f9a0e28982cd2cc21529e9
    }

    /// The municipality where the visitor lives. A Drools fact.
    record Home(String municipality) {
    }

    /// An organisation that the visitor's words name. A Drools fact.
    record Mentioned(PublicOrganisation organisation) {
        boolean is(String id) {
            return id.equals(organisation.id()) || id.equals(organisation.role());
        }
    }

    private final CompiledRules rules;
    private final Situation situation;
<<<<<<< HEAD
    private final String municipality;
    private final Map<Subject.Kind, List<Subject>> subjects = new EnumMap<>(Subject.Kind.class);
    private final World world;
    private final Map<Subject, World> furtherChildren = new TreeMap<>();
    private final Map<Key, Candidate> candidates = new HashMap<>();
    private final List<Candidate> asked = new ArrayList<>();
    private final Map<String, PublicOrganisation> holders = new HashMap<>();
=======
    private final List<String> asked;
    private final Map<Subject, World> worlds = new TreeMap<>();
    private final Map<Key, Candidate> candidates = new HashMap<>();
    private final Map<String, PublicOrganisation> holders = new HashMap<>();
    private final String municipality;
>>>>>>> 305111de774bc9cdd3f9a0e28982cd2cc21529e9
    private final boolean[] needed;
    private final List<Literal> literals = new ArrayList<>();
    private final List<ConditionRules.DerivedFact> derivable = new ArrayList<>();

    Request(CompiledRules rules, Situation situation) {
        this.rules = rules;
        this.situation = situation;
<<<<<<< HEAD
        var home = situation.facts().getOrDefault(Subject.VISITOR, Map.of()).get(MUNICIPALITY);
        municipality = home instanceof FactValue.Choice(var code) ? code : null;
        for (var kind : Subject.Kind.values()) {
            var found = situation.subjects().stream().filter(subject -> subject.kind() == kind).toList();
            subjects.put(kind, found.isEmpty() ? List.of(Subject.first(kind)) : found);
        }
        needed = new boolean[rules.graph.slots];
        collectNeeds();
        var first = Subject.first(Subject.Kind.CHILD);
        world = new World(rules.graph, situation.date(), first, needed);
        for (var child : subjects.get(Subject.Kind.CHILD)) {
            if (!child.equals(first)) {
                furtherChildren.put(child, new World(rules.graph, situation.date(), child, needed));
            }
        }
    }

    /// What the services asked for need, those that may have to be judged with them included.
    private void collectNeeds() {
        var open = new ArrayDeque<CompiledRules.OfService>();
        var reached = new boolean[rules.size()];
        reach(situation.services(), reached, open);
        var seen = new boolean[rules.graph.size()];
        while (!open.isEmpty()) {
            var service = open.poll();
            reach(service.replacers(), reached, open);
            reach(service.issuers(), reached, open);
            for (var literal : service.needs().literals()) {
=======
        asked = situation.services().stream().distinct().filter(id -> rules.service(id) != null).toList();
        var home = situation.facts().getOrDefault(Subject.VISITOR, Map.of()).get(MUNICIPALITY);
        municipality = home instanceof FactValue.Choice(var code) ? code : null;
        needed = new boolean[rules.graph.slots];
        collectNeeds();
        worlds.put(Subject.child(1), new World(rules.graph, situation.date(), Subject.child(1), needed));
        subjects(Subject.Kind.CHILD).forEach(child -> worlds.computeIfAbsent(child,
                _ -> new World(rules.graph, situation.date(), child, needed)));
    }

    private void collectNeeds() {
        var services = new HashSet<String>();
        asked.forEach(id -> services.addAll(rules.service(id).reaches()));
        var seen = new boolean[rules.graph.size()];
        for (var id : services) {
            var needs = rules.service(id).needs();
            for (var literal : needs.literals()) {
>>>>>>> 305111de774bc9cdd3f9a0e28982cd2cc21529e9
                if (!seen[literal.node]) {
                    seen[literal.node] = true;
                    literals.add(literal);
                }
            }
<<<<<<< HEAD
            for (var slot : service.needs().slots()) {
=======
            for (var slot : needs.slots()) {
>>>>>>> 305111de774bc9cdd3f9a0e28982cd2cc21529e9
                if (!needed[slot.number]) {
                    needed[slot.number] = true;
                    if (slot.source != null) {
                        derivable.add(new ConditionRules.DerivedFact(slot, rules.knowledge.places()));
                    }
                }
            }
        }
    }

<<<<<<< HEAD
    private void reach(List<String> services, boolean[] reached, Collection<CompiledRules.OfService> open) {
        for (var id : services) {
            var service = rules.service(id);
            if (service != null && !reached[service.number()]) {
                reached[service.number()] = true;
                open.add(service);
            }
        }
    }

    /// Hands over what the conditions are judged on: the known facts, and the tests of facts that are or may become known.
    void conditions(Consumer<Object> session) {
        world.start(rules.slots, situation.facts()).forEach(session);
        furtherChildren.values().forEach(other -> other.start(rules.slots, situation.facts()).forEach(session));
        derivable.forEach(session);
        for (var literal : literals) {
            if (literal.slot.canFollow() || isKnown(literal.slot)) {
                session.accept(literal);
            }
        }
    }

    private boolean isKnown(Slot slot) {
        if (world.knows(slot)) {
            return true;
        }
        for (var other : furtherChildren.values()) {
            if (other.knows(slot)) {
                return true;
            }
        }
        return false;
=======
    /// Hands over what the conditions are judged on.
    void conditions(Consumer<Object> session) {
        literals.forEach(session);
        derivable.forEach(session);
        worlds.values().forEach(world -> world.start(rules.slots, situation.facts()).forEach(session));
>>>>>>> 305111de774bc9cdd3f9a0e28982cd2cc21529e9
    }

    /// Hands over what the policies start from, once the conditions have been judged.
    void policies(Consumer<Object> session) {
<<<<<<< HEAD
        for (var id : new LinkedHashSet<>(situation.services())) {
            if (rules.service(id) != null) {
                for (var subject : subjects.get(rules.service(id).service().about())) {
                    asked.add(candidate(rules.service(id), subject, true));
                }
            }
        }
        asked.forEach(service -> session.accept(new Conclusion.Wanted(service)));
=======
        asked().forEach(service -> session.accept(new Conclusion.Wanted(service)));
>>>>>>> 305111de774bc9cdd3f9a0e28982cd2cc21529e9
        if (municipality != null) {
            session.accept(new Home(municipality));
        }
        for (var id : situation.mentioned()) {
            var organisation = organisation(id);
            if (organisation != null) {
                session.accept(new Mentioned(organisation));
            }
        }
        var office = situation.office() == null ? null : rules.knowledge.offices().get(situation.office());
        if (office != null) {
            session.accept(new OfficeFacts(office, situation.date()));
            OfficeFacts.Agreement.of(rules.levelsAt(office.id())).forEach(session);
        }
    }

    /// The services asked for, each for every subject that it is about.
    List<Candidate> asked() {
<<<<<<< HEAD
        return asked;
    }

    World world(Subject subject) {
        return furtherChildren.getOrDefault(subject, world);
=======
        return asked.stream().flatMap(id -> subjects(rules.service(id).service().about()).stream()
                .map(subject -> candidate(id, subject))).toList();
    }

    World world(Subject subject) {
        return worlds.getOrDefault(subject, worlds.get(Subject.child(1)));
>>>>>>> 305111de774bc9cdd3f9a0e28982cd2cc21529e9
    }

    /// How a requirement stands: for the subject of its service, or, when it is about others, for any of those.
    Evaluation judge(CompiledRules.OfRequirement requirement, Subject subject) {
        if (requirement.about() == subject.kind()) {
            return world(subject).evaluate(requirement.when());
        }
<<<<<<< HEAD
        var each = subjects.get(requirement.about()).stream().map(other -> world(other).evaluate(requirement.when())).toList();
=======
        var each = subjects(requirement.about()).stream().map(other -> world(other).evaluate(requirement.when())).toList();
>>>>>>> 305111de774bc9cdd3f9a0e28982cd2cc21529e9
        return each.size() == 1 ? each.getFirst()
                : new Evaluation.Any(each.stream().map(Evaluation::outcome).reduce(Outcome.NOT_MET, Outcome::or), each);
    }

<<<<<<< HEAD
    private Candidate candidate(CompiledRules.OfService service, Subject subject, boolean isAsked) {
        var key = new Key(service.number(), subject);
        var known = candidates.get(key);
        if (known == null) {
            known = new Candidate(this, service, subject, isAsked);
=======
    /// The subjects of a kind; the first one, of whom nothing is known, when nobody of that kind is spoken of.
    private Collection<Subject> subjects(Subject.Kind kind) {
        var found = situation.subjects().stream().filter(subject -> subject.kind() == kind).toList();
        return found.isEmpty() ? List.of(Subject.first(kind)) : found;
    }

    private Candidate candidate(String service, Subject subject) {
        var key = new Key(service, subject);
        var known = candidates.get(key);
        if (known == null) {
            known = new Candidate(this, rules.service(service), subject, asked.contains(service));
>>>>>>> 305111de774bc9cdd3f9a0e28982cd2cc21529e9
            candidates.put(key, known);
        }
        return known;
    }

    /// A service judged for the same subject, or for all subjects of its own kind when that is another; empty when it is
    /// not in force.
    List<Candidate> counterparts(String service, Subject subject) {
        var compiled = rules.service(service);
        if (compiled == null) {
            return List.of();
        }
        var about = compiled.service().about();
<<<<<<< HEAD
        return about == subject.kind() ? List.of(candidate(compiled, subject, false))
                : subjects.get(about).stream().map(other -> candidate(compiled, other, false)).toList();
=======
        return about == subject.kind() ? List.of(candidate(service, subject))
                : subjects(about).stream().map(other -> candidate(service, other)).toList();
>>>>>>> 305111de774bc9cdd3f9a0e28982cd2cc21529e9
    }

    /// Who holds an authority where the visitor lives.
    PublicOrganisation holder(String authority) {
        return holders.computeIfAbsent(authority, id -> rules.knowledge.holder(id, municipality));
    }

    PublicOrganisation organisation(String id) {
        return rules.knowledge.organisations().get(id);
    }

    LocalDate today() {
        return situation.date();
    }

    /// The facts that follow from the known ones.
    Map<FactKey, FactValue> derived() {
        var found = new TreeMap<FactKey, FactValue>();
<<<<<<< HEAD
        addDerived(world, found);
        furtherChildren.values().forEach(other -> addDerived(other, found));
        return found;
    }

    private static void addDerived(World world, Map<FactKey, FactValue> found) {
        world.derived().forEach(fact -> found.put(world.key(fact.slot()), fact.value()));
    }
=======
        worlds.values().forEach(world -> world.derived().forEach(fact -> found.put(world.key(fact.slot()), fact.value())));
        return found;
    }
>>>>>>> 305111de774bc9cdd3f9a0e28982cd2cc21529e9
}
