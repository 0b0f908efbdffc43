package se.vagvisaren.rules;

import static org.drools.model.PatternDSL.declarationOf;
import static org.drools.model.PatternDSL.not;
import static org.drools.model.PatternDSL.on;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;
import static se.vagvisaren.rules.Joins.none;

import java.util.List;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Rule;
import org.drools.model.Variable;
import org.drools.model.consequences.ConsequenceBuilder;
import se.vagvisaren.knowledge.ServiceLevel;
import se.vagvisaren.rules.Conclusion.DealtWith;
import se.vagvisaren.rules.Conclusion.Referred;
import se.vagvisaren.rules.OfficeFacts.Agreement;

/// The policies on what a service office may do with a step. Without an office none of them says anything.
final class DeskPolicies {

    private static final Variable<OfficeFacts> OFFICE = declarationOf(OfficeFacts.class, "office");
    private static final Variable<StepCandidate> PROPOSED = declarationOf(StepCandidate.class, "proposed");
    private static final Variable<Agreement> AGREEMENT = declarationOf(Agreement.class, "agreement");
    private static final Variable<Agreement> OTHER = declarationOf(Agreement.class, "other");

    private DeskPolicies() {
    }

    static List<Policy> all() {
        return List.of(
                new Policy("A step that is no task for a desk is referred", DeskPolicies::noTask),
                new Policy("A closed office refers every step", DeskPolicies::closed),
                new Policy("An authority that the office does not serve is referred to", DeskPolicies::notServed),
                new Policy("What is agreed for an office decides there", DeskPolicies::agreedForTheOffice),
                new Policy("What is agreed for all offices decides where nothing is agreed for the one",
                        DeskPolicies::agreedForAll),
                new Policy("Where nothing is agreed nobody knows what a desk may do", DeskPolicies::nothingAgreed));
    }

    private static Rule noTask(String name) {
        return rule(name).build(
                pattern(OFFICE),
                pattern(PROPOSED).expr("there is nothing for a desk to do", OFFICE,
                        (step, office) -> office.hasNothingToDoFor(step)),
                refer());
    }

    private static Rule closed(String name) {
        return rule(name).build(
                pattern(OFFICE).expr("it is closed", OfficeFacts::closed),
                pattern(PROPOSED),
                refer());
    }

    private static Rule notServed(String name) {
        return rule(name).build(
                pattern(OFFICE),
                pattern(PROPOSED).expr("its authority is not served", OFFICE,
                        (step, office) -> !office.serves(step)),
                not(ofTheOffice(OTHER)),
                refer());
    }

    private static Rule agreedForTheOffice(String name) {
        return rule(name).build(
                pattern(OFFICE),
                pattern(PROPOSED),
                none(Referred.class, Referred::step, PROPOSED),
                ofTheOffice(AGREEMENT),
                not(goesFurther(ofTheOffice(OTHER))),
                deal());
    }

    private static Rule agreedForAll(String name) {
        return rule(name).build(
                pattern(OFFICE),
                pattern(PROPOSED).expr("its authority is served", OFFICE, (step, office) -> office.serves(step)),
                none(Referred.class, Referred::step, PROPOSED),
                not(ofTheOffice(OTHER)),
                ofAll(AGREEMENT),
                not(goesFurther(ofAll(OTHER))),
                deal());
    }

    private static Rule nothingAgreed(String name) {
        return rule(name).build(
                pattern(OFFICE),
                pattern(PROPOSED).expr("its authority is served", OFFICE, (step, office) -> office.serves(step)),
                none(Referred.class, Referred::step, PROPOSED),
                not(aboutTheStep(pattern(OTHER))),
                on(PROPOSED).execute((drools, step) -> drools.logicalInsert(
                        new DealtWith(step, ServiceLevel.Scope.UNKNOWN, null))));
    }

    private static PatternDef<Agreement> ofTheOffice(Variable<Agreement> agreement) {
        return aboutTheStep(pattern(agreement).expr("it is for this office", Agreement::ownOffice));
    }

    private static PatternDef<Agreement> ofAll(Variable<Agreement> agreement) {
        return aboutTheStep(pattern(agreement).expr("it is for all offices", level -> !level.ownOffice()));
    }

    private static PatternDef<Agreement> aboutTheStep(PatternDef<Agreement> agreement) {
        return agreement.expr("it is about the step's task and authority", PROPOSED,
                (level, step) -> level.isAbout(step));
    }

    private static PatternDef<Agreement> goesFurther(PatternDef<Agreement> agreement) {
        return agreement.expr("it goes further", AGREEMENT, Agreement::goesFurtherThan);
    }

    private static ConsequenceBuilder._1<StepCandidate> refer() {
        return on(PROPOSED).execute((drools, step) -> drools.logicalInsert(new Referred(step)));
    }

    private static ConsequenceBuilder._2<StepCandidate, Agreement> deal() {
        return on(PROPOSED, AGREEMENT).execute((drools, step, agreement) -> drools.logicalInsert(
                new DealtWith(step, agreement.level().scope(), agreement)));
    }
}
