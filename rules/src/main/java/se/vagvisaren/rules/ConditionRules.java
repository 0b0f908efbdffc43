package se.vagvisaren.rules;

import static org.drools.model.PatternDSL.declarationOf;
import static org.drools.model.PatternDSL.on;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;
import static se.vagvisaren.rules.Joins.same;

import java.util.List;
import org.drools.model.Rule;
import se.vagvisaren.knowledge.Places;

/// How conditions are judged: the whole of it, whatever the content. Facts and tests meet in an indexed join; what a
/// test decides runs through the graph, and a fact that follows is inserted and meets its own tests.
final class ConditionRules {

    private ConditionRules() {
    }

    static List<Rule> all() {
        return List.of(aKnownFactDecidesItsTests(), aFactIsWorkedOutFromAnother());
    }

    private static Rule aKnownFactDecidesItsTests() {
        var known = declarationOf(Known.class, "known");
        var tests = declarationOf(Tests.class, "tests");
        return rule("A known fact decides what is tested of it").build(
                pattern(known),
                same("they test that fact", pattern(tests), Tests::slot, known, Known::slot),
                on(known, tests).execute((drools, fact, test) ->
                        fact.world().decide(test.literals(), fact.value()).forEach(drools::insert)));
    }

    private static Rule aFactIsWorkedOutFromAnother() {
        var known = declarationOf(Known.class, "known");
        var derived = declarationOf(DerivedFact.class, "derived");
        return rule("An age follows from a date, and a region from a municipality").build(
                pattern(known),
                same("it is worked out from that fact", pattern(derived), DerivedFact::source, known, Known::slot),
                on(known, derived).execute((drools, from, to) ->
                        from.world().workOut(to.slot(), from.value(), to.places()).ifPresent(drools::insert)));
    }

    /// All that conditions test of one fact. A Drools fact: one join a fact, not one a test, was measured to halve the
    /// time of the conditions.
    record Tests(Slot slot, List<Literal> literals) {
    }

    /// A fact that can be worked out. A Drools fact.
    record DerivedFact(Slot slot, Places places) {
        Slot source() {
            return slot.source;
        }
    }
}
