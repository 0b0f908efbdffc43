package se.vagvisaren.rules;

import static org.drools.model.PatternDSL.declarationOf;
import static org.drools.model.PatternDSL.not;
import static org.drools.model.PatternDSL.on;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;
import static se.vagvisaren.rules.Joins.about;
import static se.vagvisaren.rules.Joins.none;
import static se.vagvisaren.rules.Joins.same;

import java.util.List;
import java.util.stream.Stream;
import org.drools.model.Rule;
import se.vagvisaren.rules.Conclusion.Held;
import se.vagvisaren.rules.Conclusion.LeftOut;
import se.vagvisaren.rules.Conclusion.LookedForElsewhere;
import se.vagvisaren.rules.Conclusion.Needed;
import se.vagvisaren.rules.Conclusion.NothingToBring;
import se.vagvisaren.rules.Conclusion.Replaced;
import se.vagvisaren.rules.Conclusion.Standing;

/// The policies: what follows, for the visitor, from how the conditions of services stand. They exist here only.
public final class Policies {

    private Policies() {
    }

    /// All policies, those of the service office included. One that is taken away is missed.
    public static List<Policy> all() {
        var general = List.of(
                new Policy("A service applies, may apply or does not apply as its own rules say", Policies::standing),
                new Policy("A service that applies takes the place of those that it replaces", Policies::replacement),
                new Policy("A service is replaced where another takes its place", Policies::standingOfTheReplaced),
                new Policy("A service that takes another's place comes up in its place", Policies::replacementIsWanted),
                new Policy("Where the visitor lives decides who holds a role", Policies::holder),
                new Policy("A service that applies or may apply has its steps", Policies::steps),
                new Policy("A step whose own condition is not met is left out", Policies::stepNotMet),
                new Policy("A local layer's step takes the place of the base step", Policies::localStep),
                new Policy("A step that happens by itself asks for no documents", Policies::automaticStep),
                new Policy("A document that the visitor lacks brings in the service that issues it", Policies::issuer),
                new Policy("Who looked elsewhere for a service is told where it is", Policies::misdirection));
        return Stream.concat(general.stream(), DeskPolicies.all().stream()).toList();
    }

    private static Rule standing(String name) {
        var wanted = declarationOf(Candidate.class, "wanted");
        var replaced = declarationOf(Replaced.class, "replaced");
        return rule(name).build(
                pattern(wanted),
                not(about("it is this service", pattern(replaced), Replaced::service, wanted)),
                on(wanted).execute((drools, service) ->
                        drools.insert(new Standing(service, switch (service.outcome()) {
                            case MET -> Judgement.Standing.APPLIES;
                            case UNKNOWN -> Judgement.Standing.MAY_APPLY;
                            case NOT_MET -> Judgement.Standing.DOES_NOT_APPLY;
                        }))));
    }

    /// Comes before all others: where a service stands is then never taken back, and need not be inserted logically, which
    /// for most of what there is takes as long as all the rest.
    private static Rule replacement(String name) {
        var wanted = declarationOf(Candidate.class, "wanted");
        return rule(name).attribute(Rule.Attribute.SALIENCE, 1).build(
                pattern(wanted)
                        .expr("one that replaces it applies", service -> service.successor().isPresent())
                        .expr("it is not refused anyway", service -> service.outcome() != Outcome.NOT_MET),
                on(wanted).execute((drools, service) -> drools.logicalInsert(
                        new Replaced(service, service.successor().orElseThrow()))));
    }

    private static Rule standingOfTheReplaced(String name) {
        var replaced = declarationOf(Replaced.class, "replaced");
        return rule(name).build(
                pattern(replaced),
                on(replaced).execute((drools, service) -> drools.logicalInsert(
                        new Standing(service.service(), Judgement.Standing.REPLACED))));
    }

    private static Rule replacementIsWanted(String name) {
        var replaced = declarationOf(Replaced.class, "replaced");
        return rule(name).build(
                pattern(replaced).expr("it was not asked for", service -> !service.by().asked()),
                on(replaced).execute((drools, service) -> drools.logicalInsert(service.by())));
    }

    private static Rule holder(String name) {
        var home = declarationOf(Request.Home.class, "home");
        var wanted = declarationOf(Candidate.class, "wanted");
        return rule(name).build(
                pattern(home),
                pattern(wanted).expr("its authority is a role that local bodies hold", Candidate::hasLocalHolders),
                on(wanted).execute((drools, service) -> drools.logicalInsert(new Held(service))));
    }

    private static Rule steps(String name) {
        var standing = declarationOf(Standing.class, "standing");
        return rule(name).build(
                pattern(standing).expr("it applies or may apply", Standing::stands),
                on(standing).execute((drools, service) ->
                        service.service().steps().forEach(drools::insert)));
    }

    private static Rule stepNotMet(String name) {
        var proposed = declarationOf(StepCandidate.class, "proposed");
        return rule(name).build(
                pattern(proposed).expr("its own condition is not met", step -> step.outcome() == Outcome.NOT_MET),
                on(proposed).execute((drools, step) -> drools.logicalInsert(new LeftOut(step))));
    }

    private static Rule localStep(String name) {
        var held = declarationOf(Held.class, "held");
        var proposed = declarationOf(StepCandidate.class, "proposed");
        return rule(name).build(
                pattern(held),
                same("it is a step of that service", pattern(proposed), StepCandidate::service, held, Held::service)
                        .expr("it is in the base text and the local layer speaks of it", held, (step, service) ->
                                !step.local() && service.service().localStep(step).isPresent()),
                on(held, proposed).execute((drools, service, step) -> {
                    drools.logicalInsert(new LeftOut(step));
                    drools.logicalInsert(service.service().localStep(step).orElseThrow());
                }));
    }

    private static Rule automaticStep(String name) {
        var proposed = declarationOf(StepCandidate.class, "proposed");
        return rule(name).build(
                pattern(proposed).expr("it happens by itself", StepCandidate::automatic)
                        .expr("it names documents", step -> !step.step().evidence().isEmpty()),
                on(proposed).execute((drools, step) -> drools.logicalInsert(new NothingToBring(step))));
    }

    private static Rule issuer(String name) {
        var proposed = declarationOf(StepCandidate.class, "proposed");
        return rule(name).build(
                pattern(proposed).expr("the visitor lacks a document for it",
                        step -> !step.issuersOfLacking().isEmpty()),
                none(LeftOut.class, LeftOut::step, proposed),
                none(NothingToBring.class, NothingToBring::step, proposed),
                on(proposed).execute((drools, step) -> {
                    for (var issuer : step.issuersOfLacking()) {
                        drools.logicalInsert(new Needed(issuer, step.service()));
                        if (!issuer.asked()) {
                            drools.logicalInsert(issuer);
                        }
                    }
                }));
    }

    private static Rule misdirection(String name) {
        var mentioned = declarationOf(Request.Mentioned.class, "mentioned");
        var standing = declarationOf(Standing.class, "standing");
        var other = declarationOf(Standing.class, "other");
        return rule(name).build(
                pattern(mentioned),
                pattern(standing)
                        .expr("it applies or may apply", Standing::stands)
                        .expr("people go wrong with it", service -> service.service().misdirects())
                        .expr("people go there with it", mentioned, (service, organisation) ->
                                service.service().misdirectionTo(organisation).isPresent()),
                not(pattern(other)
                        .expr("it applies or may apply", Standing::stands)
                        .expr("it was asked for, and that is where it belongs", mentioned, (service, organisation) ->
                                service.service().asked() && service.service().isBy(organisation.organisation()))),
                on(mentioned, standing).execute((drools, organisation, service) ->
                        drools.logicalInsert(new LookedForElsewhere(service.service(),
                                service.service().misdirectionTo(organisation).orElseThrow()))));
    }
}
