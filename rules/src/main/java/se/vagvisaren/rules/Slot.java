package se.vagvisaren.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import se.vagvisaren.knowledge.FactDefinition;
import se.vagvisaren.knowledge.Subject;

/// The place of a fact in the compiled rules: whose it is and which. What is said of the child that a rule is about has
/// the place of [#THE_CHILD]; each [World] puts one child's facts there.
///
/// There is one object for each place.
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
    /// The numbers of the services that ask for it.
    final BitSet neededBy = new BitSet();
    /// What conditions test of it.
    final List<Literal> tests = new ArrayList<>();
    /// What is worked out from it.
    final List<Slot> workedOut = new ArrayList<>();

    Slot(int number, FactKey key) {
        this.number = number;
        this.key = key;
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
