package se.vagvisaren.rules;

/// What a condition says of some facts. Outcomes combine by order: all of several is the least, any is the most.
public enum Outcome {
    NOT_MET, UNKNOWN, MET;

    /// Met becomes not met and the other way round; unknown stays.
    public Outcome negated() {
        return switch (this) {
            case MET -> NOT_MET;
            case NOT_MET -> MET;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /// The lesser of both.
    public Outcome and(Outcome other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /// The greater of both.
    public Outcome or(Outcome other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
