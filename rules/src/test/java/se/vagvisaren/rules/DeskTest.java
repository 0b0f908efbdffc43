package se.vagvisaren.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static se.vagvisaren.rules.Evaluators.ALL;
import static se.vagvisaren.rules.KnowledgeBuilder.MALMO;
import static se.vagvisaren.rules.KnowledgeBuilder.TODAY;
import static se.vagvisaren.rules.KnowledgeBuilder.service;
import static se.vagvisaren.rules.KnowledgeBuilder.step;
import static se.vagvisaren.rules.SituationBuilder.asking;

import org.junit.jupiter.api.Test;
import se.vagvisaren.knowledge.PublicService.DeskTask;
import se.vagvisaren.knowledge.ServiceLevel.Scope;

/// What a service office may do with an application.
class DeskTest {

    @Test
    void of_agreements_of_the_same_kind_the_one_that_goes_furthest_decides() {
        var knowledge = office("open", "").agreement("a", "kontor", "skatteverket", DeskTask.APPLICATION, Scope.STARTED)
                .agreement("b", "kontor", "skatteverket", DeskTask.APPLICATION, Scope.HANDLED)
                .agreement("c", "kontor", "skatteverket", DeskTask.APPLICATION, Scope.HANDLED)
                .agreement("d", "kontor", "skatteverket", DeskTask.APPLICATION, Scope.EXPLAINED);

        assertThat(desk(knowledge, "skatteverket").level().id()).isEqualTo("b");
    }

    @Test
    void an_agreement_on_another_task_or_authority_says_nothing() {
        var knowledge = office("open", "").agreement("a", "kontor", "skatteverket", DeskTask.ID_CARD, Scope.HANDLED)
                .agreement("b", null, "polisen", DeskTask.APPLICATION, Scope.HANDLED);

        assertThat(desk(knowledge, "skatteverket").scope()).isEqualTo(Scope.UNKNOWN);
    }

    @Test
    void a_municipality_is_referred_to_unless_it_has_an_agreement_with_the_very_office() {
        assertThat(desk(office("open", "").agreement("alla", null, "kommunen", DeskTask.APPLICATION, Scope.HANDLED),
                "kommunen").scope()).isEqualTo(Scope.REFERRED);
        assertThat(desk(office("open", "").agreement("har", "kontor", "kommunen", DeskTask.APPLICATION, Scope.HANDLED),
                "kommunen").level().id()).isEqualTo("har");
        assertThat(desk(office("open", "").agreement("hos", "kontor", "malmo-stad", DeskTask.APPLICATION, Scope.BOOKED),
                "kommunen").level().id()).isEqualTo("hos");
    }

    @Test
    void an_office_is_open_on_its_last_day() {
        assertThat(desk(office("closed", "2026-11-21"), "skatteverket").scope()).isEqualTo(Scope.UNKNOWN);
        assertThat(desk(office("closed", "2026-11-20"), "skatteverket").scope()).isEqualTo(Scope.REFERRED);
        assertThat(desk(office("closed", ""), "skatteverket").scope()).isEqualTo(Scope.REFERRED);
    }

    @Test
    void an_agreement_is_confirmed_while_its_source_is_recent() {
        var rules = office("open", "").agreement("a", null, "skatteverket", DeskTask.APPLICATION, Scope.HANDLED)
                .service(service("anmalan").step(step("anmal"))).compile();

        assertThat(desk(rules, asking("anmalan").at("kontor")).confirmed()).isTrue();
        assertThat(desk(rules, asking("anmalan").at("kontor").on(TODAY.plusYears(1))).confirmed()).isFalse();
    }

    @Test
    void without_an_office_nothing_is_said_of_desks() {
        var rules = new KnowledgeBuilder().service(service("s").step(step("x"))).compile();

        assertThat(ALL.judge(rules, asking("s").build()).services().getFirst().steps())
                .extracting(Judgement.OfStep::desk).containsOnlyNulls();
    }

    private static KnowledgeBuilder office(String status, String date) {
        return new KnowledgeBuilder().office("kontor", status, date, "skatteverket", "kommunen");
    }

    private static Judgement.Desk desk(KnowledgeBuilder knowledge, String authority) {
        var rules = knowledge.service(service("anmalan").by(authority).step(step("anmal"))).compile();
        return desk(rules, asking("anmalan").livingIn(MALMO).at("kontor"));
    }

    private static Judgement.Desk desk(CompiledRules rules, SituationBuilder situation) {
        return ALL.judge(rules, situation.build()).services().getFirst().steps().getFirst().desk();
    }
}
