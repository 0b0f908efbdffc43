package se.vagvisaren.rules;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import se.vagvisaren.knowledge.Condition;
import se.vagvisaren.knowledge.FactValue;

/// How a condition was judged, as a tree of the same shape as the condition, from which both the visitor's "because" and
/// the officer's trace are printed.
public sealed interface Evaluation {

    /// What this part of the condition comes to.
    Outcome outcome();

    /// All of several parts.
    record All(Outcome outcome, List<Evaluation> parts) implements Evaluation {
    }

    /// Any of several parts.
    record Any(Outcome outcome, List<Evaluation> parts) implements Evaluation {
    }

    /// The contrary of a part.
    record Not(Outcome outcome, Evaluation part) implements Evaluation {
    }

    /// One test of one fact.
    ///
    /// @param key        whose fact
    /// @param known      the value it was tested on; null when the fact is not known
    /// @param definition how a fact that follows from a condition was judged; null for all others
    record Leaf(Outcome outcome, FactKey key, Condition.Test test, FactValue known, Evaluation definition)
            implements Evaluation {
    }

    /// The facts that, not being known, keep this open: its undecided leaves, those of the definition in place of a fact
    /// that follows from a condition. Empty when it is decided.
    default SortedSet<FactKey> blockers() {
        var found = new TreeSet<FactKey>();
        collectBlockers(this, found);
        return found;
    }

    /// The known facts that made it what it is; empty when it is open.
    default SortedSet<FactKey> reasons() {
        var found = new TreeSet<FactKey>();
        collectReasons(this, found);
        return found;
    }

    private static void collectBlockers(Evaluation evaluation, SortedSet<FactKey> found) {
        if (evaluation.outcome() != Outcome.UNKNOWN) {
            return;
        }
        switch (evaluation) {
            case All all -> all.parts().forEach(part -> collectBlockers(part, found));
            case Any any -> any.parts().forEach(part -> collectBlockers(part, found));
            case Not not -> collectBlockers(not.part(), found);
            case Leaf leaf when leaf.definition() != null -> collectBlockers(leaf.definition(), found);
            case Leaf leaf -> found.add(leaf.key());
        }
    }

    private static void collectReasons(Evaluation evaluation, SortedSet<FactKey> found) {
        if (evaluation.outcome() == Outcome.UNKNOWN) {
            return;
        }
        switch (evaluation) {
            case All all -> all.parts().stream().filter(part -> part.outcome() == all.outcome())
                    .forEach(part -> collectReasons(part, found));
            case Any any -> any.parts().stream().filter(part -> part.outcome() == any.outcome())
                    .forEach(part -> collectReasons(part, found));
            case Not not -> collectReasons(not.part(), found);
            case Leaf leaf when leaf.definition() != null -> collectReasons(leaf.definition(), found);
            case Leaf leaf -> found.add(leaf.key());
        }
    }
}
