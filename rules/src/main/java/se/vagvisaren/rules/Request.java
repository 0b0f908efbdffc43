package se.vagvisaren.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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

    private record Key(String service, Subject subject) {
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
    private final List<String> asked;
    private final Map<Subject, World> worlds = new TreeMap<>();
    private final Map<Key, Candidate> candidates = new HashMap<>();
    private final Map<String, PublicOrganisation> holders = new HashMap<>();
    private final String municipality;
    private final boolean[] needed;
    private final List<Literal> literals = new ArrayList<>();
    private final List<ConditionRules.DerivedFact> derivable = new ArrayList<>();

    Request(CompiledRules rules, Situation situation) {
        this.rules = rules;
        this.situation = situation;
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
                if (!seen[literal.node]) {
                    seen[literal.node] = true;
                    literals.add(literal);
                }
            }
            for (var slot : needs.slots()) {
                if (!needed[slot.number]) {
                    needed[slot.number] = true;
                    if (slot.source != null) {
                        derivable.add(new ConditionRules.DerivedFact(slot, rules.knowledge.places()));
                    }
                }
            }
        }
    }

    /// Hands over what the conditions are judged on.
    void conditions(Consumer<Object> session) {
        literals.forEach(session);
        derivable.forEach(session);
        worlds.values().forEach(world -> world.start(rules.slots, situation.facts()).forEach(session));
    }

    /// Hands over what the policies start from, once the conditions have been judged.
    void policies(Consumer<Object> session) {
        asked().forEach(service -> session.accept(new Conclusion.Wanted(service)));
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
        return asked.stream().flatMap(id -> subjects(rules.service(id).service().about()).stream()
                .map(subject -> candidate(id, subject))).toList();
    }

    World world(Subject subject) {
        return worlds.getOrDefault(subject, worlds.get(Subject.child(1)));
    }

    /// How a requirement stands: for the subject of its service, or, when it is about others, for any of those.
    Evaluation judge(CompiledRules.OfRequirement requirement, Subject subject) {
        if (requirement.about() == subject.kind()) {
            return world(subject).evaluate(requirement.when());
        }
        var each = subjects(requirement.about()).stream().map(other -> world(other).evaluate(requirement.when())).toList();
        return each.size() == 1 ? each.getFirst()
                : new Evaluation.Any(each.stream().map(Evaluation::outcome).reduce(Outcome.NOT_MET, Outcome::or), each);
    }

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
        return about == subject.kind() ? List.of(candidate(service, subject))
                : subjects(about).stream().map(other -> candidate(service, other)).toList();
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
        worlds.values().forEach(world -> world.derived().forEach(fact -> found.put(world.key(fact.slot()), fact.value())));
        return found;
    }
}
