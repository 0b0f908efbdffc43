package se.vagvisaren.rules;

import static org.drools.model.PatternDSL.betaIndexedBy;
import static org.drools.model.PatternDSL.declarationOf;
import static org.drools.model.PatternDSL.not;
import static org.drools.model.PatternDSL.pattern;

import org.drools.model.Index.ConstraintType;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Variable;
import org.drools.model.functions.Function1;
import org.drools.model.view.ViewItemBuilder;

/// Words in which rules join their facts. All joins are on one object, so that Drools finds partners by hash.
///
/// Drools shares what has the same sentence: a sentence has to stand for one test of one kind of fact.
final class Joins {

    /// An odd number with its bits well mixed spreads numbers over a hash table.
    private static final int SPREAD = 0x9E3779B1;

    private Joins() {
    }

    /// The hash of what is numbered.
    static int spread(int number) {
        return number * SPREAD;
    }

    /// Narrows a pattern to facts that have the same object as another fact.
    static <T, U> PatternDef<T> same(String sentence, PatternDef<T> pattern, Function1<T, Object> mine,
                                     Variable<U> other, Function1<U, Object> theirs) {
        return pattern.expr(sentence, other, (one, another) -> mine.apply(one) == theirs.apply(another),
                betaIndexedBy(Object.class, ConstraintType.EQUAL, 0, mine, theirs));
    }

    /// Narrows a pattern to facts about another fact.
    static <T, U> PatternDef<T> about(String sentence, PatternDef<T> pattern, Function1<T, Object> what,
                                      Variable<U> other) {
        return same(sentence, pattern, what, other, fact -> fact);
    }

    /// There is no such fact about the step.
    static <T> ViewItemBuilder<?> none(Class<T> type, Function1<T, Object> itsStep, Variable<StepCandidate> step) {
        return not(about("it is about the same step", pattern(declarationOf(type, "no" + type.getSimpleName())), itsStep,
                step));
    }
}
