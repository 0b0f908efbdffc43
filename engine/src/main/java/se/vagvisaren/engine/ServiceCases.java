package se.vagvisaren.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.vagvisaren.knowledge.ContentProblem;
import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.knowledge.PublicService;
import se.vagvisaren.knowledge.ServiceCase;
import se.vagvisaren.knowledge.Subject;
import se.vagvisaren.rules.CompiledRules;
import se.vagvisaren.rules.Evaluation;
import se.vagvisaren.rules.FactKey;
import se.vagvisaren.rules.Judgement;
import se.vagvisaren.rules.Outcome;
import se.vagvisaren.rules.RuleCompiler;
import se.vagvisaren.rules.RuleEvaluator;
import se.vagvisaren.rules.Situation;

/// Runs the test cases that the content's services name, each on its day.
public final class ServiceCases {

    private final KnowledgeBase knowledge;
    private final RuleEvaluator evaluator = new RuleEvaluator();
    private final Map<LocalDate, CompiledRules> rulesByDay = new HashMap<>();

    /// Cases of a knowledge base of all days.
    public ServiceCases(KnowledgeBase knowledge) {
        this.knowledge = knowledge;
    }

    /// A case with the service that names it.
    public record OfService(PublicService service, ServiceCase written) {
    }

    /// All cases, in the order of the services.
    public Stream<OfService> all() {
        return knowledge.services().values().stream()
                .flatMap(service -> service.cases().stream().map(each -> new OfService(service, each)));
    }

    /// Every case that does not hold, at the line where it is written.
    public List<ContentProblem> failing() {
        return all().flatMap(each -> run(each).stream()).sorted().toList();
    }

    /// What does not hold of a case; empty when all of it does.
    public List<ContentProblem> run(OfService of) {
        var each = of.written();
        var judged = judge(of);
        var evaluations = evaluations(judged, each);
        var found = new ArrayList<ContentProblem>();
        var outcome = evaluations.stream().map(Evaluation::outcome).reduce(Outcome.MET, Outcome::and);
        if (!outcome.name().equals(each.expect().name())) {
            found.add(problem(each, "blir " + outcome + ", inte " + each.expect()));
        }
        if (each.steps() != null) {
            var steps = judged.steps().stream().filter(step -> step.when() == null || step.when().outcome() == Outcome.MET)
                    .map(step -> step.step().id().substring(of.service().id().length() + 1)).collect(Collectors.toCollection(TreeSet::new));
            if (!steps.equals(Set.copyOf(each.steps()))) {
                found.add(problem(each, "får stegen " + steps + ", inte " + each.steps()));
            }
        }
        var unasked = new LinkedHashSet<>(each.asks());
        evaluations.forEach(one -> one.blockers().stream().map(FactKey::fact).forEach(unasked::remove));
        if (!unasked.isEmpty()) {
            found.add(problem(each, "hålls inte öppet av " + unasked));
        }
        return found;
    }

    private static ContentProblem problem(ServiceCase each, String what) {
        return new ContentProblem(each.at(), ContentProblem.Severity.ERROR, "Fallet '" + each.name() + "' " + what, "Rätta regeln eller fallet.");
    }

    private static List<Evaluation> evaluations(Judgement.OfService judged, ServiceCase each) {
        return judged.requirements().stream().filter(one -> each.requirement() == null || one.requirement().id().equals(each.requirement()))
                .map(Judgement.OfRequirement::evaluation).toList();
    }

    /// What the rules say in a case.
    Judgement.OfService judge(OfService of) {
        var each = of.written();
        var rules = rulesByDay.computeIfAbsent(each.on(), day -> RuleCompiler.compile(knowledge.asOf(day)));
        var subjects = new TreeSet<>(each.given().keySet());
        subjects.add(Subject.VISITOR);
        return evaluator.judge(rules, new Situation(each.on(), each.given(), subjects, List.of(of.service().id()), Set.of(), null))
                .services().stream().filter(one -> one.service().id().equals(of.service().id())).findFirst().orElseThrow();
    }
}
