package se.vagvisaren.knowledge;

import java.time.LocalDate;

/// The value of a fact.
public sealed interface FactValue {

    /// Yes or no.
    record Flag(boolean value) implements FactValue {
        @Override
        public String toString() {
            return Boolean.toString(value);
        }
    }

    /// One of a fact's options, or a municipality's or region's code.
    record Choice(String value) implements FactValue {
        @Override
        public String toString() {
            return value;
        }
    }

    /// A whole number.
    record Whole(long value) implements FactValue {
        @Override
        public String toString() {
            return Long.toString(value);
        }
    }

    /// A day.
    record Day(LocalDate value) implements FactValue {
        @Override
        public String toString() {
            return value.toString();
        }
    }

    FactValue YES = new Flag(true);
    FactValue NO = new Flag(false);
}
