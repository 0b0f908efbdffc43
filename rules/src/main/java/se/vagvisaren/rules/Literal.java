package se.vagvisaren.rules;

import java.time.LocalDate;
import se.vagvisaren.knowledge.Condition.Amount;
import se.vagvisaren.knowledge.Condition.Operator;
import se.vagvisaren.knowledge.FactValue;

/// One test of one fact, shared by all conditions that ask the same.
final class Literal {

    final int node;
    final Slot slot;
    private final Operator test;

    Literal(int node, Slot slot, Operator test) {
        this.node = node;
        this.slot = slot;
        this.test = test;
    }

    /// What the test says of a value on that day. A value of a type that the test is not made for leaves it open:
    /// nothing is claimed.
    Outcome judge(FactValue value, LocalDate today) {
        return switch (test) {
            case Operator.Is is -> of(is.value().equals(value));
            case Operator.OneOf _ -> throw new IllegalStateException("Compiled to tests for one value: " + test);
            case Operator.AtLeast(Amount.Fixed least) when value instanceof FactValue.Whole whole ->
                    of(whole.value() >= least.value());
            case Operator.AtMost(Amount.Fixed most) when value instanceof FactValue.Whole whole ->
                    of(whole.value() <= most.value());
            case Operator.Before before when value instanceof FactValue.Day day ->
                    of(day.value().isBefore(before.day()));
            case Operator.After after when value instanceof FactValue.Day day -> of(day.value().isAfter(after.day()));
            case Operator.Within within when value instanceof FactValue.Day day -> of(day.value().isBefore(today)
                    ? !day.value().isBefore(today.minus(within.period()))
                    : !day.value().isAfter(today.plus(within.period())));
            case Operator.AtLeast _, Operator.AtMost _, Operator.Before _, Operator.After _, Operator.Within _ ->
                    Outcome.UNKNOWN;
        };
    }

    private static Outcome of(boolean met) {
        return met ? Outcome.MET : Outcome.NOT_MET;
    }
}
