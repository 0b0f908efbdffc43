package se.vagvisaren.rules;

import static org.drools.model.PatternDSL.declarationOf;
import static org.drools.model.PatternDSL.on;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import java.util.List;
import org.drools.model.Rule;

/// How conditions are judged: the whole of it, whatever the content. What a known fact decides runs through the graph,
/// and a fact that follows is inserted and decides in its turn.
///
/// The tests of a fact are at its place in the graph, and no facts of their own: a join of each fact with its tests was
/// measured to take longer than the tests.
final class ConditionRules {

    private ConditionRules() {
    }

    static List<Rule> all() {
        return List.of(aKnownFactDecidesItsTests(), aFactIsWorkedOutFromAnother());
    }

    private static Rule aKnownFactDecidesItsTests() {
        var known = declarationOf(Known.class, "known");
        return rule("A known fact decides what is tested of it").build(
                pattern(known),
                on(known).execute((drools, fact) ->
                        fact.world().decide(fact.slot().tests, fact.value()).forEach(drools::insert)));
    }

    private static Rule aFactIsWorkedOutFromAnother() {
        var known = declarationOf(Known.class, "known");
        return rule("An age follows from a date, and a region from a municipality").build(
                pattern(known).expr("others are worked out from it", fact -> !fact.slot().workedOut.isEmpty()),
                on(known).execute((drools, from) -> from.slot().workedOut.forEach(to ->
                        from.world().workOut(to, from.value()).ifPresent(drools::insert))));
    }
}
