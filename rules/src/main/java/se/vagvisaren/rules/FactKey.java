package se.vagvisaren.rules;

import se.vagvisaren.knowledge.Subject;

/// A fact of somebody: `child/1` and `alder-manader`.
public record FactKey(Subject subject, String fact) implements Comparable<FactKey> {

    @Override
    public int compareTo(FactKey other) {
        int bySubject = subject.compareTo(other.subject);
        return bySubject != 0 ? bySubject : fact.compareTo(other.fact);
    }

    @Override
    public String toString() {
        return subject + " " + fact;
    }
}
