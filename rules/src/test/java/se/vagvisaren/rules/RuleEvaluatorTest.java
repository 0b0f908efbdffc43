package se.vagvisaren.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.vagvisaren.knowledge.Subject.VISITOR;
import static se.vagvisaren.knowledge.Subject.child;
import static se.vagvisaren.rules.Evaluators.ALL;
import static se.vagvisaren.rules.KnowledgeBuilder.MALMO;
import static se.vagvisaren.rules.KnowledgeBuilder.TODAY;
import static se.vagvisaren.rules.KnowledgeBuilder.atLeast;
import static se.vagvisaren.rules.KnowledgeBuilder.is;
import static se.vagvisaren.rules.KnowledgeBuilder.service;
import static se.vagvisaren.rules.KnowledgeBuilder.step;
import static se.vagvisaren.rules.KnowledgeBuilder.test;
import static se.vagvisaren.rules.SituationBuilder.asking;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.drools.model.PatternDSL;
import org.junit.jupiter.api.Test;
import se.vagvisaren.knowledge.Condition;
import se.vagvisaren.knowledge.Condition.Amount;
import se.vagvisaren.knowledge.Condition.Operator;
import se.vagvisaren.knowledge.FactDefinition.Derivation;
import se.vagvisaren.knowledge.FactDefinition.Type;
import se.vagvisaren.knowledge.FactValue;
import se.vagvisaren.knowledge.Subject;
import se.vagvisaren.knowledge.Validity;
import se.vagvisaren.rules.Judgement.OfService;
import se.vagvisaren.rules.Judgement.Standing;

class RuleEvaluatorTest {

    private static final Subject.Kind CHILD = Subject.Kind.CHILD;

    @Test
    void an_age_follows_from_a_birth_date() {
        var judged = ALL.judge(adults(), asking("rosta").given(VISITOR, "fodelsedatum", TODAY.minusYears(18)).build());

        assertThat(standings(judged)).containsExactly(Standing.APPLIES);
        assertThat(judged.derived()).containsEntry(new FactKey(VISITOR, "alder"), new FactValue.Whole(18));
        assertThat(standings(ALL.judge(adults(),
                asking("rosta").given(VISITOR, "fodelsedatum", TODAY.minusYears(18).plusDays(1)).build())))
                .containsExactly(Standing.DOES_NOT_APPLY);
    }

    @Test
    void a_birth_date_to_come_gives_no_age() {
        var judged = ALL.judge(adults(), asking("rosta").given(VISITOR, "fodelsedatum", TODAY.plusDays(1)).build());

        assertThat(standings(judged)).containsExactly(Standing.MAY_APPLY);
        assertThat(judged.derived()).isEmpty();
    }

    @Test
    void a_stated_age_beats_one_that_follows_from_a_birth_date() {
        var judged = ALL.judge(adults(), asking("rosta").given(VISITOR, "fodelsedatum", TODAY.minusYears(40))
                .given(VISITOR, "alder", 17).build());

        assertThat(standings(judged)).containsExactly(Standing.DOES_NOT_APPLY);
        assertThat(judged.derived()).isEmpty();
    }

    @Test
    void an_unknown_age_is_asked_for_itself() {
        assertThat(only(ALL.judge(adults(), asking("rosta").build())).blockers())
                .containsExactly(new FactKey(VISITOR, "alder"));
    }

    @Test
    void a_region_follows_from_the_municipality() {
        var rules = new KnowledgeBuilder().derived("region", Type.REGION, new Derivation.RegionOf("kommun"))
                .service(service("tandvard")
                        .rule(test("region", new Operator.Is(new FactValue.Choice("region-skane"))))).compile();

        assertThat(standings(ALL.judge(rules, asking("tandvard").livingIn(MALMO).build())))
                .containsExactly(Standing.APPLIES);
    }

    @Test
    void a_fact_that_follows_from_a_condition_is_judged_and_explained_by_it() {
        var rules = needy();

        var open = only(ALL.judge(rules, asking("stod").given("ensam", true).build()));
        assertThat(open.blockers()).containsExactly(new FactKey(VISITOR, "fattig"));
        var met = ALL.judge(rules, asking("stod").given("ensam", true).given("fattig", true).build());
        assertThat(only(met).standing()).isEqualTo(Standing.APPLIES);
        assertThat(only(met).requirements().getFirst().evaluation().reasons())
                .containsExactly(new FactKey(VISITOR, "ensam"), new FactKey(VISITOR, "fattig"));
        assertThat(met.derived()).containsOnlyKeys(new FactKey(VISITOR, "utsatt"), new FactKey(VISITOR, "behovande"));
    }

    @Test
    void a_stated_fact_needs_no_definition() {
        var judged = ALL.judge(needy(), asking("stod").given("ensam", false).given("behovande", true).build());

        assertThat(only(judged).standing()).isEqualTo(Standing.APPLIES);
        assertThat(only(judged).requirements().getFirst().evaluation()).isEqualTo(new Evaluation.Leaf(Outcome.MET,
                new FactKey(VISITOR, "behovande"), (Condition.Test) is("behovande", true), FactValue.YES, null));
    }

    @Test
    void a_service_about_a_child_is_judged_for_each_child_by_its_own_facts_and_the_visitors() {
        var rules = new KnowledgeBuilder().fact("har-namn", Type.BOOLEAN, CHILD).flags("vardnadshavare")
                .service(service("namn").about(CHILD).rule(is("har-namn", false)).rule(is("vardnadshavare", true)))
                .compile();

        var judged = ALL.judge(rules, asking("namn").given("vardnadshavare", true).given(child(1), "har-namn", true)
                .given(child(2), "har-namn", false).with(child(3)).build());

        assertThat(judged.services()).extracting(OfService::subject).containsExactly(child(1), child(2), child(3));
        assertThat(standings(judged)).containsExactly(Standing.DOES_NOT_APPLY, Standing.APPLIES, Standing.MAY_APPLY);
        assertThat(judged.services().getLast().blockers()).containsExactly(new FactKey(child(3), "har-namn"));
    }

    @Test
    void where_no_child_is_spoken_of_the_first_one_is_asked_about() {
        var rules = new KnowledgeBuilder().fact("ar-sjuk", Type.BOOLEAN, CHILD)
                .service(service("vab").rule(CHILD, is("ar-sjuk", true))).compile();

        var judged = only(ALL.judge(rules, asking("vab").build()));

        assertThat(judged.subject()).isEqualTo(VISITOR);
        assertThat(judged.blockers()).containsExactly(new FactKey(child(1), "ar-sjuk"));
    }

    @Test
    void a_requirement_about_somebody_else_is_met_when_one_of_them_meets_it() {
        var rules = new KnowledgeBuilder().fact("ar-sjuk", Type.BOOLEAN, CHILD)
                .service(service("vab").rule(CHILD, is("ar-sjuk", true))).compile();

        assertThat(standings(ALL.judge(rules, asking("vab").given(child(1), "ar-sjuk", false)
                .given(child(2), "ar-sjuk", true).build()))).containsExactly(Standing.APPLIES);
        var open = ALL.judge(rules, asking("vab").given(child(1), "ar-sjuk", false).with(child(2)).build());
        assertThat(only(open).blockers()).containsExactly(new FactKey(child(2), "ar-sjuk"));
    }

    @Test
    void a_rule_that_is_not_in_force_that_day_decides_nothing() {
        var rules = new KnowledgeBuilder().flags("ja").service(service("stod")
                .rule(Subject.Kind.VISITOR, is("ja", true), new Validity(TODAY.plusDays(1), null))).compile();

        assertThat(standings(ALL.judge(rules, asking("stod").given("ja", false).build())))
                .containsExactly(Standing.APPLIES);
    }

    @Test
    void services_that_are_not_in_force_are_passed_over() {
        assertThat(ALL.judge(adults(), asking("finns-inte").build()).services()).isEmpty();
    }

    @Test
    void the_last_of_a_chain_of_replacements_is_named() {
        var rules = new KnowledgeBuilder().flags("ja").service(service("a"))
                .service(service("b").replaces("a")).service(service("c").rule(is("ja", true)).replaces("b")).compile();

        var judged = ALL.judge(rules, asking("a", "b", "c").given("ja", true).build());

        assertThat(standings(judged)).containsExactly(Standing.REPLACED, Standing.REPLACED, Standing.APPLIES);
        assertThat(judged.services()).extracting(OfService::replacedBy).containsExactly("c", "c", null);
    }

    @Test
    void a_service_that_may_apply_replaces_nothing() {
        var rules = new KnowledgeBuilder().flags("ja").service(service("a"))
                .service(service("b").rule(is("ja", true)).replaces("a")).compile();

        assertThat(standings(ALL.judge(rules, asking("a").build()))).containsExactly(Standing.APPLIES);
    }

    @Test
    void a_replaced_service_has_no_steps_and_brings_in_no_documents() {
        var rules = PolicyTest.passport().service(service("nytt-pass").replaces("pass")).compile();

        var judged = ALL.judge(rules, asking("pass").given("har-id", false).build());

        assertThat(judged.services()).extracting(judgedService -> judgedService.service().id())
                .containsExactly("pass", "nytt-pass");
        assertThat(judged.services().getFirst().steps()).isEmpty();
    }

    @Test
    void services_that_replace_each_other_in_a_circle_are_refused() {
        var knowledge = new KnowledgeBuilder().service(service("a").replaces("b")).service(service("b").replaces("a"));

        assertThatThrownBy(knowledge::compile).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("circle").hasMessageContaining("a").hasMessageContaining("b");
    }

    @Test
    void facts_that_are_defined_by_each_other_are_refused() {
        var knowledge = new KnowledgeBuilder().derived("a", Type.BOOLEAN, new Derivation.When(is("b", true)))
                .derived("b", Type.BOOLEAN, new Derivation.When(is("a", false)))
                .service(service("s").rule(is("a", true)));

        assertThatThrownBy(knowledge::compile).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("circle");
    }

    @Test
    void amounts_have_to_be_filled_in_before() {
        var knowledge = new KnowledgeBuilder().fact("inkomst", Type.INTEGER).service(service("s")
                .rule(test("inkomst", new Operator.AtLeast(new Amount.OfParameter("belopp"))))).build();

        assertThatThrownBy(() -> RuleCompiler.compile(knowledge)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("belopp");
    }

    @Test
    void amounts_are_filled_in_wherever_a_condition_may_stand() {
        var poor = test("inkomst", new Operator.AtMost(new Amount.OfParameter("grans")));
        var rules = new KnowledgeBuilder().fact("inkomst", Type.INTEGER).amount("grans", 1000)
                .document("intyg", "ge-intyg", poor).service(service("ge-intyg"))
                .service(service("stod").by("kommunen").rule(poor).step(step("ansok").when(poor).bring("intyg")))
                .inMalmo("stod", step("ansok").when(poor).action("högst {{grans}}").bring("intyg")).compile();

        var judged = ALL.judge(rules, asking("stod").livingIn(MALMO).given(VISITOR, "inkomst", 1000).build());

        assertThat(judged.services()).extracting(each -> each.service().id()).containsExactly("ge-intyg", "stod");
        assertThat(judged.services().getLast().steps().getFirst().step().action().in("sv")).doesNotContain("{{");
    }

    @Test
    void documents_are_brought_in_transitively_and_before_what_needs_them() {
        var rules = PolicyTest.passport().flags("har-bevis").document("bevis", "personbevis", is("har-bevis", false))
                .service(service("id-kort").step(step("boka").bring("bevis"))).service(service("personbevis"))
                .compile();

        var judged = ALL.judge(rules, asking("pass").given("har-id", false).given("har-bevis", false).build());

        assertThat(judged.services()).extracting(each -> each.service().id())
                .containsExactly("personbevis", "id-kort", "pass");
        assertThat(judged.services()).extracting(OfService::prerequisiteOf).containsExactly("id-kort", "pass", null);
    }

    @Test
    void services_whose_documents_need_each_other_come_once() {
        var rules = new KnowledgeBuilder().flags("lat").document("a", "ge-a", is("lat", true))
                .document("b", "ge-b", is("lat", true)).service(service("ge-a").step(step("x").bring("b")))
                .service(service("ge-b").step(step("x").bring("a"))).compile();

        assertThat(ALL.judge(rules, asking("ge-a").given("lat", true).build()).services())
                .extracting(each -> each.service().id()).containsExactly("ge-b", "ge-a");
    }

    @Test
    void a_document_that_the_visitor_may_have_brings_in_nothing() {
        assertThat(ALL.judge(PolicyTest.passport().compile(), asking("pass").build()).services()).hasSize(1);
    }

    @Test
    void of_documents_of_which_one_is_enough_all_have_to_be_lacked() {
        var rules = new KnowledgeBuilder().flags("har-id", "har-korkort").document("id", "id-kort", is("har-id", false))
                .document("korkort", "korkort", is("har-korkort", false)).service(service("id-kort"))
                .service(service("korkort")).service(service("s").step(step("x").bringOneOf("leg", "id", "korkort")))
                .compile();

        assertThat(ALL.judge(rules, asking("s").given("har-id", false).build()).services()).hasSize(1);
        assertThat(ALL.judge(rules, asking("s").given("har-id", false).given("har-korkort", false).build()).services())
                .extracting(each -> each.service().id()).containsExactly("id-kort", "s");
    }

    @Test
    void a_service_that_does_not_apply_brings_in_nothing() {
        var rules = PolicyTest.passport().service(service("pass").rule(is("har-id", true)).step(step("x").bring("id")))
                .compile();

        assertThat(standings(ALL.judge(rules, asking("pass").given("har-id", false).build())))
                .containsExactly(Standing.DOES_NOT_APPLY);
    }

    @Test
    void nobody_is_told_off_for_an_organisation_that_has_another_of_their_errands() {
        var rules = new KnowledgeBuilder().service(service("namn").misdirectedTo("kommunen"))
                .service(service("forskola").by("kommunen")).compile();

        assertThat(ALL.judge(rules, asking("namn").mentioning("malmo-stad").build()).misdirections()).hasSize(1);
        assertThat(ALL.judge(rules, asking("namn", "forskola").mentioning("malmo-stad").build()).misdirections())
                .isEmpty();
    }

    @Test
    void hostile_text_is_only_ever_compared() {
        for (var text : List.of("\"); System.exit(1); //", "${7*7}", "#{T(java.lang.Runtime)}", "true", "]",
                "' or '1'='1", "rule \"x\" when then end", "\u0000\n\\")) {
            var rules = new KnowledgeBuilder().fact(text, Type.CHOICE).service(service(text)
                    .rule(test(text, new Operator.Is(new FactValue.Choice(text))))
                    .rule(new Condition.Not(is(text, true)))).compile();

            var same = asking(text).given(VISITOR, text, new FactValue.Choice(text)).build();
            var other = asking(text).given(VISITOR, text, new FactValue.Choice("nej")).build();
            assertThat(standings(ALL.judge(rules, same))).containsExactly(Standing.APPLIES);
            assertThat(standings(ALL.judge(rules, other))).containsExactly(Standing.DOES_NOT_APPLY);
        }
    }

    @Test
    void a_value_of_another_type_than_the_test_is_made_for_leaves_it_open() {
        assertThat(standings(ALL.judge(adults(), asking("rosta").given(VISITOR, "alder", true).build())))
                .containsExactly(Standing.MAY_APPLY);
    }

    @Test
    void every_session_is_disposed_of_also_where_judging_fails() {
        var evaluator = new RuleEvaluator(List.of(new Policy("A policy that fails", name -> {
            var wanted = PatternDSL.declarationOf(Candidate.class, "wanted");
            return PatternDSL.rule(name).build(PatternDSL.pattern(wanted),
                    PatternDSL.on(wanted).execute(_ -> {
                        throw new IllegalStateException("it fails");
                    }));
        })));

        assertThatThrownBy(() -> evaluator.judge(adults(), asking("rosta").build())).hasRootCauseMessage("it fails");
        assertThat(evaluator.openSessions()).isZero();
        ALL.judge(adults(), asking("rosta").build());
        assertThat(ALL.openSessions()).isZero();
    }

    @Test
    void several_threads_get_the_same_judgements_from_the_same_rules() throws Exception {
        var rules = needy();
        var situations = IntStream.range(0, 8).mapToObj(bits -> asking("stod").given("ensam", (bits & 1) == 1)
                .given("fattig", (bits & 2) == 2).given("behovande", (bits & 4) == 4).build()).toList();
        var expected = situations.stream().map(situation -> ALL.judge(rules, situation)).toList();
        Callable<Boolean> task = () -> {
            for (int i = 0; i < 200; i++) {
                if (!expected.get(i % 8).equals(ALL.judge(rules, situations.get(i % 8)))) {
                    return false;
                }
            }
            return true;
        };

        try (var threads = Executors.newFixedThreadPool(4)) {
            var results = new ArrayList<Boolean>();
            for (var result : threads.invokeAll(List.of(task, task, task, task))) {
                results.add(result.get());
            }
            assertThat(results).containsOnly(true);
        }
    }

    private static CompiledRules adults() {
        return new KnowledgeBuilder().fact("fodelsedatum", Type.DATE)
                .derived("alder", Type.INTEGER, new Derivation.AgeInYears("fodelsedatum"))
                .service(service("rosta").rule(atLeast("alder", 18))).compile();
    }

    private static CompiledRules needy() {
        return new KnowledgeBuilder().flags("ensam", "fattig")
                .derived("utsatt", Type.BOOLEAN,
                        new Derivation.When(new Condition.All(List.of(is("ensam", true), is("fattig", true)))))
                .derived("behovande", Type.BOOLEAN, new Derivation.When(is("utsatt", true)))
                .service(service("stod").rule(is("behovande", true))).compile();
    }

    private static OfService only(Judgement judgement) {
        assertThat(judgement.services()).hasSize(1);
        return judgement.services().getFirst();
    }

    private static List<Standing> standings(Judgement judgement) {
        return judgement.services().stream().map(OfService::standing).toList();
    }
}
