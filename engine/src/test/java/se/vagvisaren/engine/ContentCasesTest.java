package se.vagvisaren.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import se.vagvisaren.knowledge.ContentFile;
import se.vagvisaren.knowledge.ContentLoader;
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

/// Every case that the shipped content's services name, judged on its day. Each links to the line that it stands on.
class ContentCasesTest {

    private static final Path CONTENT = Path.of("../knowledge-base/content");

    private final KnowledgeBase knowledge = ContentLoader.load(ContentFile.below(CONTENT)).orThrow();
    private final Map<LocalDate, CompiledRules> rulesByDay = new HashMap<>();
    private final Map<LocalDate, KnowledgeBase> knowledgeByDay = new HashMap<>();
    private final RuleEvaluator evaluator = new RuleEvaluator();

    @TestFactory
    Stream<DynamicTest> every_case_of_every_service_holds() {
        return knowledge.services().values().stream().flatMap(service -> service.cases().stream().map(each -> dynamicTest(
                service.id() + ": " + each.name(), CONTENT.resolve(each.at().file()).toUri().resolve("?line=" + each.at().line()),
                () -> holds(service, each))));
    }

    private void holds(PublicService service, ServiceCase each) {
        var inForce = knowledgeByDay.computeIfAbsent(each.on(), knowledge::asOf);
        var rules = rulesByDay.computeIfAbsent(each.on(), _ -> RuleCompiler.compile(inForce));
        var subjects = new TreeSet<>(each.given().keySet());
        subjects.add(Subject.VISITOR);
        var judged = evaluator.judge(rules, new Situation(each.on(), each.given(), subjects, List.of(service.id()), Set.of(), null))
                .services().stream().filter(one -> one.service().id().equals(service.id())).findFirst().orElseThrow();
        var evaluations = judged.requirements().stream()
                .filter(one -> each.requirement() == null || one.requirement().id().equals(each.requirement()))
                .map(Judgement.OfRequirement::evaluation).toList();
        var outcome = evaluations.stream().map(Evaluation::outcome).reduce(Outcome.MET, Outcome::and);
        assertThat(outcome.name()).as(each.at() + " " + each.name()).isEqualTo(each.expect().name());
        if (each.steps() != null) {
            assertThat(judged.steps().stream().filter(step -> step.when() == null || step.when().outcome() == Outcome.MET)
                    .map(step -> step.step().id().substring(service.id().length() + 1)).collect(Collectors.toSet()))
                    .as(each.at() + " steps").isEqualTo(Set.copyOf(each.steps()));
        }
        var open = evaluations.stream().flatMap(one -> one.blockers().stream()).map(FactKey::fact).collect(Collectors.toSet());
        assertThat(open).as(each.at() + " asks").containsAll(each.asks());
    }
}
