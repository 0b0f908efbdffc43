package se.vagvisaren.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is known on the day before a change and on the day of it.
class ValidityTest {

    private final KnowledgeBase knowledge = Fixture.content().knowledge();

    private KnowledgeBase on(String day) {
        return knowledge.asOf(LocalDate.parse(day));
    }

    private PublicService service(String day, String id) {
        return on(day).services().get(id);
    }

    @Test
    void a_service_is_there_from_its_first_day_through_its_last() {
        assertThat(on("2017-06-30").services()).doesNotContainKey("barnets-namn");
        assertThat(on("2017-07-01").services()).containsKey("barnets-namn");
        assertThat(on("2027-12-31").services()).containsKey("barnets-namn");
        assertThat(on("2028-01-01").services()).doesNotContainKey("barnets-namn");
    }

    @Test
    void a_life_event_has_only_the_services_of_the_day() {
        assertThat(on("2027-12-31").lifeEvents().get("fa-barn").services()).extracting(LifeEvent.Entry::service)
                .containsExactly("barnets-namn", "barnbidrag", "tillagg", "forskola-plats");
        assertThat(on("2028-01-01").lifeEvents().get("fa-barn").services()).extracting(LifeEvent.Entry::service)
                .containsExactly("barnbidrag", "tillagg", "forskola-plats");
    }

    @Test
    void a_requirement_is_in_force_through_its_last_day() {
        assertThat(service("2027-06-30", "barnets-namn").requirements()).hasSize(1);
        assertThat(service("2027-07-01", "barnets-namn").requirements()).isEmpty();
    }

    @Test
    void an_amount_in_a_text_is_that_of_the_day() {
        assertThat(requirement("2026-12-31").text().in("sv")).isEqualTo("Du tjänar högst 300\u00a0000 kr om året.");
        assertThat(requirement("2027-01-01").text().in("sv")).isEqualTo("Du tjänar högst 320\u00a0000 kr om året.");
        assertThat(requirement("2027-01-01").whenNotMet().in("sv"))
                .isEqualTo("Du tjänar mer än 320\u00a0000 kr om året.");
        assertThat(requirement("2024-12-31").text().in("sv")).isEqualTo("Du tjänar högst – om året.");
    }

    private PublicService.Requirement requirement(String day) {
        return service(day, "tillagg").requirements().getFirst();
    }

    @Test
    void an_amount_in_a_condition_is_that_of_the_day_and_nothing_meets_it_before_its_first() {
        assertThat(requirement("2026-12-31").when()).isEqualTo(atMost(300_000));
        assertThat(requirement("2027-01-01").when()).isEqualTo(atMost(320_000));
        assertThat(requirement("2024-12-31").when()).isEqualTo(atMost(Long.MIN_VALUE));
    }

    private static Condition atMost(long amount) {
        return new Condition.Test("inkomst", null, new Condition.Operator.AtMost(new Condition.Amount.Fixed(amount)));
    }

    @Test
    void an_amount_in_a_question_is_that_of_the_day() {
        assertThat(on("2026-11-21").facts().get("inkomst").question().in("sv"))
                .isEqualTo("Tjänar du mer än 300\u00a0000 kr om året?");
    }

    @Test
    void an_amount_is_filled_in_in_every_text_of_a_service_and_of_a_document() {
        var written = Fixture.content().text(Fixture.NAME).replaceAll(
                "(?m)(\\b(?:name|summary|text|action|ifMissed|cost|processingTime|representation|withoutEid|"
                        + "whenNotMet): )(?:\"[^\"]*\"|[^{},\\n]+)", "$1\"{{barnbidrag-belopp}}\"");
        var filled = Fixture.content().with(Fixture.NAME, written)
                .change(Fixture.DOCUMENTS, "howToGet: Beställ det hos Skatteverket.",
                        "howToGet: \"{{barnbidrag-belopp}}\"")
                .knowledge().asOf(LocalDate.of(2026, 11, 21));
        var service = filled.services().get("barnets-namn");
        var step = service.steps().getFirst();

        assertThat(List.of(service.name(), service.summary(), service.requirements().getFirst().text(),
                service.requirements().getFirst().whenNotMet(), step.action(), step.ifMissed(), step.deadline().text(),
                step.channels().getFirst().text(), service.facts().cost(), service.facts().processingTime(),
                service.facts().representation(), service.facts().withoutEid(),
                service.misdirections().getFirst().text(), filled.evidence().get("personbevis").howToGet()))
                .allSatisfy(text -> assertThat(text.in("sv")).isEqualTo("1\u00a0250 kr"));
    }

    @Test
    void a_desk_level_is_valid_from_its_first_day_through_its_last() {
        assertThat(on("2024-12-31").serviceLevels()).extracting(ServiceLevel::id).containsExactly("rosengard-kommunen");
        assertThat(on("2025-01-01").serviceLevels()).hasSize(2);
        assertThat(on("2026-12-31").serviceLevels()).hasSize(2);
        assertThat(on("2027-01-01").serviceLevels()).extracting(ServiceLevel::id).containsExactly("rosengard-kommunen");
    }

    @Test
    void a_desk_level_is_confirmed_for_a_year_after_its_source() {
        var level = knowledge.serviceLevels().getFirst();

        assertThat(level.confirmedOn(LocalDate.of(2026, 1, 1))).isTrue();
        assertThat(level.confirmedOn(LocalDate.of(2026, 1, 2))).isFalse();
    }

    @Test
    void the_days_of_change_are_first_days_and_days_after_last_days() {
        assertThat(knowledge.changes()).extracting(LocalDate::toString).containsExactly("2017-07-01", "2018-03-01",
                "2025-01-01", "2027-01-01", "2027-07-01", "2028-01-01");
    }

    @Test
    void between_two_days_of_change_everything_is_the_same() {
        for (var day : knowledge.changes()) {
            var next = knowledge.changes().higher(day);
            assertThat(knowledge.asOf(day)).isNotEqualTo(knowledge.asOf(day.minusDays(1)));
            if (next != null) {
                assertThat(knowledge.asOf(next.minusDays(1))).isEqualTo(knowledge.asOf(day));
            }
        }
    }

    @Test
    void the_municipality_holds_its_role_for_those_who_live_there() {
        assertThat(knowledge.holder("kommunen", "1280").id()).isEqualTo("malmo-stad");
        assertThat(knowledge.holder("regionen", "0980").id()).isEqualTo("region-gotland");
    }

    @Test
    void a_municipality_that_nobody_has_described_is_known_by_name() {
        var lund = knowledge.holder("kommunen", "1281");
        assertThat(lund.id()).isEqualTo("lunds-kommun");
        assertThat(lund.name().in("sv")).isEqualTo("Lunds kommun");
        assertThat(lund.municipality()).isEqualTo("1281");
        assertThat(lund.phone()).isNull();

        var skane = knowledge.holder("regionen", "1281");
        assertThat(skane.id()).isEqualTo("region-skane");
        assertThat(skane.name().in("sv")).isEqualTo("Region Skåne");
    }

    @Test
    void without_a_municipality_or_with_an_unknown_one_a_role_stays_the_role() {
        assertThat(knowledge.holder("kommunen", null).id()).isEqualTo("kommunen");
        assertThat(knowledge.holder("kommunen", "9999").id()).isEqualTo("kommunen");
        assertThat(knowledge.holder("regionen", "9999").id()).isEqualTo("regionen");
        assertThat(knowledge.holder("skatteverket", "1280").id()).isEqualTo("skatteverket");
    }

    @Test
    void a_local_layer_changes_its_steps_and_leaves_the_others() {
        var today = on("2026-11-21");
        var service = today.services().get("forskola-plats");
        var steps = today.steps(service, today.holder("kommunen", "1280"));

        assertThat(steps).extracting(PublicService.Step::id)
                .containsExactly("forskola-plats/ansok", "forskola-plats/svara");
        assertThat(steps.getFirst().action().in("sv")).isEqualTo("Ansök i Malmö stads e-tjänst. "
                + "Den som tjänar över 300\u00a0000 kr betalar full avgift.");
        assertThat(steps.getFirst().action().in("en")).isEqualTo("Apply in Malmö's e-service.");
        assertThat(steps.getFirst().channels()).extracting(channel -> channel.text().in("en"))
                .containsExactly("E-service for preschool", "Call Malmö stad");
        assertThat(steps.getFirst().modality()).isEqualTo(PublicService.Modality.CAN);
        assertThat(steps.getFirst().when()).isEqualTo(service.steps().getFirst().when());
        assertThat(steps.getLast()).isEqualTo(service.steps().getLast());
        assertThat(today.layer("forskola-plats", today.holder("kommunen", "1280")).orElseThrow().cost().in("en"))
                .isEqualTo("At most the maximum fee.");
        assertThat(today.steps(service, today.holder("kommunen", "1281"))).isEqualTo(service.steps());
    }

    @Test
    void a_local_layers_condition_has_the_amount_of_the_day() {
        var today = Fixture.changed(Fixture.PRESCHOOL, "    when: {fact: alder-manader, atLeast: 1}",
                "    when: {fact: inkomst, atMost: {parameter: inkomstgrans}}").knowledge()
                .asOf(LocalDate.of(2027, 1, 1));
        var steps = today.steps(today.services().get("forskola-plats"), today.holder("kommunen", "1280"));

        assertThat(steps.getFirst().when()).isEqualTo(atMost(320_000));
    }
}
