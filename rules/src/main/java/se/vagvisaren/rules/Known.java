package se.vagvisaren.rules;

import se.vagvisaren.knowledge.FactValue;

/// A fact that is known in a world. A Drools fact; a fact that is not known is never inserted.
///
/// @param given whether the visitor stated it, rather than that it follows from others
record Known(World world, Slot slot, FactValue value, boolean given) {

    /// One object is one fact: comparing worlds and values would only cost time.
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
