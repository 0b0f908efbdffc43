package se.vagvisaren.rules;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import se.vagvisaren.knowledge.FactValue;
import se.vagvisaren.knowledge.Subject;

/// Situations for tests: of today, and of the visitor alone, unless something else is said.
final class SituationBuilder {

    private final List<String> services;
    private final Map<Subject, Map<String, FactValue>> facts = new HashMap<>();
    private final TreeSet<Subject> subjects = new TreeSet<>(Set.of(Subject.VISITOR));
    private Set<String> mentioned = Set.of();
    private String office;
    private LocalDate date = KnowledgeBuilder.TODAY;

    private SituationBuilder(List<String> services) {
        this.services = services;
    }

    static SituationBuilder asking(String... services) {
        return new SituationBuilder(List.of(services));
    }

    SituationBuilder with(Subject subject) {
        subjects.add(subject);
        return this;
    }

    SituationBuilder given(String fact, boolean value) {
        return given(Subject.VISITOR, fact, new FactValue.Flag(value));
    }

    SituationBuilder given(Subject subject, String fact, boolean value) {
        return given(subject, fact, new FactValue.Flag(value));
    }

    SituationBuilder given(Subject subject, String fact, long value) {
        return given(subject, fact, new FactValue.Whole(value));
    }

    SituationBuilder given(Subject subject, String fact, LocalDate day) {
        return given(subject, fact, new FactValue.Day(day));
    }

    SituationBuilder given(Subject subject, String fact, FactValue value) {
        facts.computeIfAbsent(subject, _ -> new HashMap<>()).put(fact, value);
        return with(subject);
    }

    SituationBuilder livingIn(String municipality) {
        return given(Subject.VISITOR, "kommun", new FactValue.Choice(municipality));
    }

    SituationBuilder mentioning(String... organisations) {
        mentioned = Set.of(organisations);
        return this;
    }

    SituationBuilder at(String serviceOffice) {
        office = serviceOffice;
        return this;
    }

    SituationBuilder on(LocalDate day) {
        date = day;
        return this;
    }

    Situation build() {
        return new Situation(date, facts, subjects, services, mentioned, office);
    }
}
