package se.vagvisaren.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import se.vagvisaren.knowledge.FactValue;
import se.vagvisaren.knowledge.PublicOrganisation;
import se.vagvisaren.knowledge.Subject;

/// One situation with the compiled rules that it needs: what is put into the session, and what has been found out so
/// far.
final class Request {

    /// The fact that says in which municipality the visitor lives.
    static final String MUNICIPALITY = "kommun";

    private record Key(CompiledRules.OfService service, Subject subject) {

        /// There is one object for each service.
        @Override
        public boolean equals(Object other) {
            return other instanceof Key(var otherService, var otherSubject) && service == otherService
                    && subject.equals(otherSubject);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(service) + subject.hashCode();
        }
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
    private final String municipality;
    private final Map<Subject.Kind, List<Subject>> subjects = new EnumMap<>(Subject.Kind.class);
    private final World world;
    private final Map<Subject, World> furtherChildren = new TreeMap<>();
    private final Map<Key, Candidate> candidates;
    private final List<Candidate> asked = new ArrayList<>();
    private final Map<String, PublicOrganisation> holders = new HashMap<>();
    private int steps;

    Request(CompiledRules rules, Situation situation) {
        this.rules = rules;
        this.situation = situation;
        var home = situation.facts().getOrDefault(Subject.VISITOR, Map.of()).get(MUNICIPALITY);
        municipality = home instanceof FactValue.Choice(var code) ? code : null;
        for (var kind : Subject.Kind.values()) {
            var found = situation.subjects().stream().filter(subject -> subject.kind() == kind).toList();
            subjects.put(kind, found.isEmpty() ? List.of(Subject.first(kind)) : found);
        }
        candidates = HashMap.newHashMap(situation.services().size());
        var first = Subject.first(Subject.Kind.CHILD);
        world = new World(rules, situation.date(), first);
        for (var child : subjects.get(Subject.Kind.CHILD)) {
            if (!child.equals(first)) {
                furtherChildren.put(child, new World(rules, situation.date(), child));
            }
        }
    }

    /// Hands over what the conditions are judged on: the known facts.
    void conditions(Consumer<Object> session) {
        world.start(situation.facts()).forEach(session);
        furtherChildren.values().forEach(other -> other.start(situation.facts()).forEach(session));
    }

    /// Hands over what the policies start from, once the conditions have been judged.
    void policies(Consumer<Object> session) {
        // All are fetched before any is looked into: memory serves many at once then.
        for (var service : situation.services().stream().map(rules::service).filter(Objects::nonNull).toList()) {
            for (var subject : subjects.get(service.about())) {
                asked.add(candidate(service, subject, true));
            }
        }
        asked.forEach(session);
        if (municipality != null) {
            session.accept(new Home(municipality));
        }
        for (var id : situation.mentioned()) {
            var organisation = rules.knowledge.organisations().get(id);
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
        return asked;
    }

    /// How many services have been judged, and the number of the next.
    int services() {
        return candidates.size();
    }

    /// How many steps have been judged.
    int steps() {
        return steps;
    }

    /// A number for a step that is to be judged.
    int nextStep() {
        return steps++;
    }

    World world(Subject subject) {
        return furtherChildren.getOrDefault(subject, world);
    }

    /// How a requirement stands: for the subject of its service, or, when it is about others, for any of those.
    Outcome outcome(CompiledRules.OfRequirement requirement, Subject subject) {
        int edge = requirement.when().edge();
        if (requirement.about() == subject.kind()) {
            return world(subject).outcome(edge);
        }
        return subjects.get(requirement.about()).stream().map(other -> world(other).outcome(edge))
                .reduce(Outcome.NOT_MET, Outcome::or);
    }

    /// The same with its reasons.
    Evaluation evaluate(CompiledRules.OfRequirement requirement, Subject subject) {
        if (requirement.about() == subject.kind()) {
            return world(subject).evaluate(requirement.when());
        }
        var each = subjects.get(requirement.about()).stream()
                .map(other -> world(other).evaluate(requirement.when())).toList();
        return each.size() == 1 ? each.getFirst()
                : new Evaluation.Any(each.stream().map(Evaluation::outcome).reduce(Outcome.NOT_MET, Outcome::or), each);
    }

    private Candidate candidate(CompiledRules.OfService service, Subject subject, boolean isAsked) {
        var key = new Key(service, subject);
        var known = candidates.get(key);
        if (known == null) {
            known = new Candidate(this, service, subject, isAsked);
            candidates.put(key, known);
        }
        return known;
    }

    /// A service judged for the same subject, or for all subjects of its own kind when that is another; empty when it
    /// is not in force.
    List<Candidate> counterparts(String service, Subject subject) {
        var compiled = rules.service(service);
        if (compiled == null) {
            return List.of();
        }
        var about = compiled.about();
        return about == subject.kind() ? List.of(candidate(compiled, subject, false))
                : subjects.get(about).stream().map(other -> candidate(compiled, other, false)).toList();
    }

    /// Who holds an authority where the visitor lives.
    PublicOrganisation holder(String authority) {
        return holders.computeIfAbsent(authority, id -> rules.knowledge.holder(id, municipality));
    }

    LocalDate today() {
        return situation.date();
    }

    /// The facts that follow from the known ones and that a service judged here asks for.
    Map<FactKey, FactValue> derived() {
        var found = new TreeMap<FactKey, FactValue>();
        addDerived(world, found);
        furtherChildren.values().forEach(other -> addDerived(other, found));
        return found;
    }

    private void addDerived(World world, Map<FactKey, FactValue> found) {
        for (var fact : world.derived()) {
            if (candidates.values().stream().anyMatch(service -> service.needs(fact.slot()))) {
                found.put(world.key(fact.slot()), fact.value());
            }
        }
    }
}
