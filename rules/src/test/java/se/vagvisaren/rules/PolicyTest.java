package se.vagvisaren.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.vagvisaren.rules.KnowledgeBuilder.MALMO;
import static se.vagvisaren.rules.KnowledgeBuilder.is;
import static se.vagvisaren.rules.KnowledgeBuilder.service;
import static se.vagvisaren.rules.KnowledgeBuilder.step;
import static se.vagvisaren.rules.SituationBuilder.asking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.vagvisaren.knowledge.PublicService.DeskTask;
import se.vagvisaren.knowledge.ServiceLevel.Scope;
import se.vagvisaren.rules.Judgement.Standing;

/// Every policy has a scenario that holds because of it: take the policy away, and the scenario fails.
class PolicyTest {

    private static final Map<String, Consumer<RuleEvaluator>> SCENARIOS = new LinkedHashMap<>();

    static {
        scenario("A service applies, may apply or does not apply as its own rules say", evaluator -> {
            assertThat(standing(evaluator, true)).containsExactly(Standing.APPLIES);
            assertThat(standing(evaluator, null)).containsExactly(Standing.MAY_APPLY);
            assertThat(standing(evaluator, false)).containsExactly(Standing.DOES_NOT_APPLY);
        });
        scenario("A service that applies takes the place of those that it replaces", evaluator ->
                assertThat(evaluator.judge(pension(), asking("bostadsbidrag").given("har-pension", true).build())
                        .services().getFirst().replacedBy()).isEqualTo("bostadstillagg"));
        scenario("A service is replaced where another takes its place", evaluator ->
                assertThat(standings(evaluator.judge(pension(), asking("bostadsbidrag", "bostadstillagg")
                        .given("har-pension", true).build()))).containsExactly(Standing.REPLACED, Standing.APPLIES));
        scenario("A service that takes another's place comes up in its place", evaluator ->
                assertThat(ids(evaluator.judge(pension(), asking("bostadsbidrag").given("har-pension", true).build())))
                        .containsExactly("bostadsbidrag", "bostadstillagg"));
        scenario("Where the visitor lives decides who holds a role", evaluator ->
                assertThat(preschool(evaluator, MALMO).holder().id()).isEqualTo("malmo-stad"));
        scenario("A service that applies or may apply has its steps", evaluator ->
                assertThat(steps(preschool(evaluator, null))).containsExactly("forskola/ansok"));
        scenario("A step whose own condition is not met is left out", evaluator ->
                assertThat(steps(move(evaluator))).containsExactly("flytta/anmal", "flytta/fraga"));
        scenario("A local layer's step takes the place of the base step", evaluator ->
                assertThat(preschool(evaluator, MALMO).steps()).extracting(step -> step.step().action().in("sv"))
                        .containsExactly("som i Malmö"));
        scenario("A step that happens by itself asks for no documents", evaluator -> {
            var rules = new KnowledgeBuilder().document("intyg", null, null)
                    .service(service("barnbidrag").step(step("utbetalning").automatic().bring("intyg"))).compile();
            assertThat(evaluator.judge(rules, asking("barnbidrag").build()).services().getFirst().steps())
                    .extracting(Judgement.OfStep::evidence).containsExactly(List.of());
        });
        scenario("A document that the visitor lacks brings in the service that issues it", evaluator -> {
            var judged = evaluator.judge(passport().compile(), asking("pass").given("har-id", false).build());
            assertThat(ids(judged)).containsExactly("id-kort", "pass");
            assertThat(judged.services().getFirst().prerequisiteOf()).isEqualTo("pass");
        });
        scenario("Who looked elsewhere for a service is told where it is", evaluator -> {
            var rules = new KnowledgeBuilder().service(service("namn").misdirectedTo("forsakringskassan")).compile();
            assertThat(evaluator.judge(rules, asking("namn").mentioning("forsakringskassan").build()).misdirections())
                    .extracting(Judgement.Misdirected::service).containsExactly("namn");
        });
        scenario("A step that is no task for a desk is referred", evaluator ->
                assertThat(desk(evaluator, office()
                        .agreement("alla", null, "skatteverket", DeskTask.NONE, Scope.HANDLED), DeskTask.NONE).scope())
                        .isEqualTo(Scope.REFERRED));
        scenario("A closed office refers every step", evaluator ->
                assertThat(desk(evaluator, new KnowledgeBuilder().office("kontor", "closed", "2025", "skatteverket"),
                        DeskTask.APPLICATION).scope()).isEqualTo(Scope.REFERRED));
        scenario("An authority that the office does not serve is referred to", evaluator ->
                assertThat(desk(evaluator, new KnowledgeBuilder().office("kontor", "open", "", "polisen")
                        .agreement("alla", null, "skatteverket", DeskTask.APPLICATION, Scope.HANDLED),
                        DeskTask.APPLICATION).scope()).isEqualTo(Scope.REFERRED));
        scenario("What is agreed for an office decides there", evaluator ->
                assertThat(desk(evaluator, office()
                        .agreement("alla", null, "skatteverket", DeskTask.APPLICATION, Scope.HANDLED)
                        .agreement("har", "kontor", "skatteverket", DeskTask.APPLICATION, Scope.EXPLAINED),
                        DeskTask.APPLICATION)).extracting(desk -> desk.level().id()).isEqualTo("har"));
        scenario("What is agreed for all offices decides where nothing is agreed for the one", evaluator ->
                assertThat(desk(evaluator, office()
                        .agreement("alla", null, "skatteverket", DeskTask.APPLICATION, Scope.STARTED)
                        .agreement("annan", "annat-kontor", "skatteverket", DeskTask.APPLICATION, Scope.HANDLED),
                        DeskTask.APPLICATION)).extracting(desk -> desk.level().id()).isEqualTo("alla"));
        scenario("Where nothing is agreed nobody knows what a desk may do", evaluator ->
                assertThat(desk(evaluator, office(), DeskTask.APPLICATION))
                        .isEqualTo(new Judgement.Desk(Scope.UNKNOWN, null, false)));
    }

    private static void scenario(String policy, Consumer<RuleEvaluator> scenario) {
        SCENARIOS.put(policy, scenario);
    }

    static Stream<Policy> policies() {
        return Policies.all().stream();
    }

    @Test
    void every_policy_has_a_scenario_and_a_name_of_its_own() {
        assertThat(Policies.all()).extracting(Policy::name)
                .containsExactlyInAnyOrderElementsOf(SCENARIOS.keySet());
    }

    @ParameterizedTest
    @MethodSource("policies")
    void the_scenario_of_a_policy_holds(Policy policy) {
        SCENARIOS.get(policy.name()).accept(Evaluators.ALL);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void without_a_policy_its_scenario_fails(Policy policy) {
        var others = new ArrayList<>(Policies.all());
        others.removeIf(other -> other.name().equals(policy.name()));
        var without = new RuleEvaluator(others);

        assertThatThrownBy(() -> SCENARIOS.get(policy.name()).accept(without)).isInstanceOf(AssertionError.class);
    }

    private static List<Standing> standing(RuleEvaluator evaluator, Boolean answer) {
        var rules = new KnowledgeBuilder().flags("ja").service(service("stod").rule(is("ja", true))).compile();
        var situation = asking("stod");
        return standings(evaluator.judge(rules, (answer == null ? situation : situation.given("ja", answer)).build()));
    }

    private static CompiledRules pension() {
        return new KnowledgeBuilder().flags("har-pension").service(service("bostadsbidrag"))
                .service(service("bostadstillagg").rule(is("har-pension", true)).replaces("bostadsbidrag")).compile();
    }

    private static Judgement.OfService preschool(RuleEvaluator evaluator, String municipality) {
        var rules = new KnowledgeBuilder().service(service("forskola").by("kommunen").step(step("ansok")))
                .inMalmo("forskola", step("ansok").action("som i Malmö")).compile();
        var situation = asking("forskola");
        return evaluator.judge(rules, (municipality == null ? situation : situation.livingIn(municipality)).build())
                .services().getFirst();
    }

    private static Judgement.OfService move(RuleEvaluator evaluator) {
        var rules = new KnowledgeBuilder().flags("har-hund", "har-bil").service(service("flytta").step(step("anmal"))
                .step(step("hund").when(is("har-hund", true))).step(step("fraga").when(is("har-bil", true)))).compile();
        return evaluator.judge(rules, asking("flytta").given("har-hund", false).build()).services().getFirst();
    }

    static KnowledgeBuilder passport() {
        return new KnowledgeBuilder().flags("har-id").document("id", "id-kort", is("har-id", false))
                .service(service("pass").by("polisen").step(step("ansok").bring("id")))
                .service(service("id-kort").step(step("boka")));
    }

    private static KnowledgeBuilder office() {
        return new KnowledgeBuilder().office("kontor", "open", "", "skatteverket");
    }

    private static Judgement.Desk desk(RuleEvaluator evaluator, KnowledgeBuilder knowledge, DeskTask task) {
        var rules = knowledge.service(service("anmalan").step(step("anmal").desk(task))).compile();
        var judged = evaluator.judge(rules, asking("anmalan").at("kontor").build()).services();
        assertThat(judged).hasSize(1);
        assertThat(judged.getFirst().steps()).hasSize(1).allSatisfy(step -> assertThat(step.desk()).isNotNull());
        return judged.getFirst().steps().getFirst().desk();
    }

    private static List<Standing> standings(Judgement judgement) {
        return judgement.services().stream().map(Judgement.OfService::standing).toList();
    }

    private static List<String> ids(Judgement judgement) {
        return judgement.services().stream().map(judged -> judged.service().id()).toList();
    }

    private static List<String> steps(Judgement.OfService service) {
        return service.steps().stream().map(judged -> judged.step().id()).toList();
    }
}
