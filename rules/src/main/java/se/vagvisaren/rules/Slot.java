package se.vagvisaren.rules;

import java.util.ArrayList;
import se.vagvisaren.knowledge.FactDefinition;
import se.vagvisaren.knowledge.Subject;

/// The place of a fact in the compiled rules: whose it is and which. What is said of the child that a rule is about has
/// the place of [#THE_CHILD]; each [World] puts one child's facts there.
///
/// There is one object for each place, so that facts and tests are joined on the object itself.
final class Slot {

    /// The child that a rule is about, whichever it is.
    static final Subject THE_CHILD = new Subject(Subject.Kind.CHILD, 0);

    final int number;
    final FactKey key;
    /// The date or municipality from which it is worked out, or null.
    Slot source;
    /// How it is worked out from its source, or null.
    FactDefinition.Derivation derivation;
    /// The condition from which it follows, or null.
    CompiledCondition definition;
    /// What conditions test of it.
    final ConditionRules.Tests tests = new ConditionRules.Tests(this, new ArrayList<>());
    /// What the session is told of how it is worked out, or null.
    ConditionRules.DerivedFact derived;

    Slot(int number, FactKey key) {
        this.number = number;
        this.key = key;
    }

    /// Whether it may become known without being stated.
    boolean canFollow() {
        return derivation != null || definition != null;
    }

    /// Whom a rule about that kind is compiled for.
    static Subject about(Subject.Kind kind) {
        return kind == Subject.Kind.CHILD ? THE_CHILD : Subject.first(kind);
    }

    @Override
    public String toString() {
        return key.toString();
    }
}
