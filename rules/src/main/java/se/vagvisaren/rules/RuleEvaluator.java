package se.vagvisaren.rules;

import java.util.List;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/// Judges situations by compiled rules and policies, each in a Drools session of its own. Any number of threads may use
/// it at once; it keeps nothing of what it judged.
public final class RuleEvaluator {

    /// No situation comes near it: rules that never come to rest are a defect, and end with an error.
    private static final int MOST_FIRINGS = 1_000_000;

    private final KieBase base;

    /// Judges by all policies.
    public RuleEvaluator() {
        this(Policies.all());
    }

    /// Judges by these policies only.
    public RuleEvaluator(List<Policy> policies) {
        var model = new ModelImpl();
        ConditionRules.all().forEach(model::addRule);
        policies.forEach(policy -> model.addRule(policy.rule()));
        base = KieBaseBuilder.createKieBaseFromModel(model);
    }

    /// Judges the services of a situation that are in force; the others are passed over.
    ///
    /// A requirement is judged for the subject of its service; one that is about somebody else for any subject of that
    /// kind, and where nobody of that kind is spoken of, for one of whom nothing is known.
    ///
    /// A service is replaced by another whose rules are all met, asked for or not; where that is itself replaced, the
    /// last of the chain is named. The services come in the order asked for: before each those that issue a document
    /// which the visitor lacks for it, after it the one that replaces it.
    ///
    /// @throws IllegalStateException when the rules do not come to rest
    public Judgement judge(CompiledRules rules, Situation situation) {
        var request = new Request(rules, situation);
        // With Drools' locks: sessions without them (ThreadSafeOption.NO) share what runs consequences with each other.
        var session = base.newKieSession();
        try {
            request.conditions(session::insert);
            fire(session);
            request.policies(session::insert);
            fire(session);
            var result = new Findings(request);
            session.getObjects().forEach(result::add);
            return result.judgement();
        } finally {
            session.dispose();
        }
    }

    /// How many sessions have not been disposed of.
    int openSessions() {
        return base.getKieSessions().size();
    }

    private static void fire(KieSession session) {
        if (session.fireAllRules(MOST_FIRINGS) == MOST_FIRINGS) {
            throw new IllegalStateException("The rules did not come to rest after " + MOST_FIRINGS + " firings");
        }
    }
}
