package se.vagvisaren.rules;

import se.vagvisaren.knowledge.FactDefinition;
import se.vagvisaren.knowledge.Subject;

/// The place of a fact in the compiled rules: whose it is and which. A child's place is that of the first child; for
/// further children a [World] puts their facts there.
///
/// There is one object for each place, so that facts and tests are joined on the object itself.
final class Slot {

    final int number;
    final FactKey key;
    /// The date or municipality from which it is worked out, or null.
    Slot source;
    /// How it is worked out from its source, or null.
    FactDefinition.Derivation derivation;
    /// The condition from which it follows, or null.
    CompiledCondition definition;

    Slot(int number, FactKey key) {
        this.number = number;
        this.key = key;
    }

    boolean ofChild() {
        return key.subject().kind() == Subject.Kind.CHILD;
    }

    @Override
    public String toString() {
        return key.toString();
    }
}
