package se.vagvisaren.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;

class FixtureTest {

    @Test
    void the_small_complete_content_has_no_problem() {
        assertThat(Fixture.content().problems()).isEmpty();
        assertThat(Fixture.content().load().knowledge()).isPresent();
    }

    @Test
    void a_service_keeps_everything_that_is_written_of_it() {
        var service = Fixture.content().knowledge().services().get("barnets-namn");

        assertThat(service.about()).isEqualTo(Subject.Kind.CHILD);
        assertThat(service.everyone()).isFalse();
        assertThat(service.summary().only("sv-x-lattlast")).contains("Ditt barn ska ha ett namn.");
        assertThat(service.languages()).containsEntry("en", true);
        assertThat(service.requirements().getFirst().law().name()).isEqualTo("Lag om personnamn");
        var step = service.step("barnets-namn/anmal").orElseThrow();
        assertThat(step.channels()).extracting(channel -> channel.text().in("en"))
                .containsExactly("The e-service", "Form", "Servicekontor", "Ring Skatteverket");
        assertThat(step.deadline().text().in("en")).isEqualTo("Within three months of the birth.");
        assertThat(step.deadline().notBefore()).isEqualTo(Period.ofMonths(2));
        assertThat(service.facts().appealTo().in("en")).isEqualTo("The Administrative Court");
        assertThat(service.misdirections().getFirst().text().in("en")).startsWith("Many turn to");
        assertThat(service.cases()).hasSize(4);
    }

    @Test
    void a_service_that_only_a_machine_has_translated_is_marked_so() {
        var knowledge = Fixture.changed(Fixture.NAME_EN, "status: reviewed", "status: machine-unreviewed").knowledge();

        assertThat(knowledge.services().get("barnets-namn").languages()).containsEntry("en", false);
    }

    @Test
    void nobody_can_change_a_knowledge_base() {
        var knowledge = Fixture.content().knowledge();

        assertThat(knowledge.services()).isUnmodifiable();
        assertThat(knowledge.facts()).isUnmodifiable();
        assertThat(knowledge.serviceLevels()).isUnmodifiable();
        assertThat(knowledge.services().get("barnets-namn").phrases()).isUnmodifiable();
        assertThat(knowledge.asOf(LocalDate.of(2026, 11, 21)).services()).isUnmodifiable();
    }
}
