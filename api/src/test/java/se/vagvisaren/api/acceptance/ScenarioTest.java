package se.vagvisaren.api.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.vagvisaren.api.Http;

/// What the founding documents promise.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ScenarioTest {

    @LocalServerPort
    private int port;
    private Http http;

    @BeforeEach
    void server() {
        http = new Http(port);
    }

    private Checklist ask(String text, String rest) {
        return Checklist.of(http, "{\"text\": \"" + text + "\"" + rest + "}");
    }

    /// Rosengård, 23 November 2020: "queue for preschool and apply for parental benefit on one and the same occasion".
    @Nested
    class Scenario1_state_and_municipality_on_one_spot {

        private static final String BOTH = "Barnet behöver plats på förskolan och jag vill söka föräldrapenning";

        @Test
        void one_sentence_gives_one_checklist_over_the_municipality_and_the_state() {
            var checklist = ask(BOTH, ", \"office\": \"malmo-rosengard\"");
            assertThat(checklist.outcome()).isEqualTo("checklist");
            assertThat(checklist.services()).containsExactly("forskola-plats", "foraldrapenning");
            assertThat(checklist.service("forskola-plats").path("authority").path("name").stringValue()).isEqualTo("Malmö stad");
            assertThat(checklist.service("foraldrapenning").path("authority").path("id").stringValue()).isEqualTo("forsakringskassan");
        }

        @Test
        void on_the_day_of_the_document_both_are_handled_at_this_desk() {
            var checklist = ask(BOTH, ", \"office\": \"malmo-rosengard\", \"date\": \"2020-11-23\"");
            assertThat(checklist.desk("forskola-plats/ansok")).isEqualTo("handled");
            assertThat(checklist.desk("foraldrapenning/ansok")).isEqualTo("handled");
            assertThat(checklist.step("forskola-plats/ansok").path("desk").path("confirmed").booleanValue()).isTrue();
            assertThat(checklist.step("foraldrapenning/ansok").path("desk").path("confirmed").booleanValue()).isTrue();
        }

        @Test
        void each_document_stands_once_with_its_step_and_the_steps_in_the_order_to_do_them() {
            var checklist = ask(BOTH, ", \"office\": \"malmo-rosengard\", \"facts\": {\"visitor\": {\"vantar-barn\": true}}");
            assertThat(checklist.documents()).containsExactly("intyg-graviditet");
            assertThat(checklist.needing("intyg-graviditet")).containsExactly("foraldrapenning/intyg-graviditet");
            assertThat(checklist.before("foraldrapenning/ansok")).containsExactly("foraldrapenning/intyg-graviditet");
            assertThat(checklist.before("forskola-plats/svara")).containsExactly("forskola-plats/ansok");
        }

        @Test
        void the_preschool_place_is_for_the_municipalitys_own_guide() {
            var desk = ask(BOTH, ", \"office\": \"malmo-rosengard\", \"date\": \"2020-11-23\"").step("forskola-plats/ansok").path("desk");
            assertThat(desk.path("by").stringValue()).contains("kommunvägledare");
        }

        @Test
        void asked_today_it_is_the_same_but_not_confirmed_with_the_date_of_the_source() {
            var checklist = ask(BOTH, ", \"office\": \"malmo-rosengard\", \"date\": \"2026-11-21\"");
            for (var step : new String[] {"forskola-plats/ansok", "foraldrapenning/ansok"}) {
                var desk = checklist.step(step).path("desk");
                assertThat(desk.path("scope").stringValue()).isEqualTo("handled");
                assertThat(desk.path("confirmed").booleanValue()).isFalse();
                assertThat(desk.path("asOf").stringValue()).isEqualTo("2020-11-23");
                assertThat(desk.path("text").stringValue()).contains("Enligt uppgift från 2020-11-23");
            }
        }

        @Test
        void at_an_office_without_the_municipality_the_preschool_step_is_referred_with_where() {
            var checklist = ask(BOTH, ", \"office\": \"kiruna\"");
            var desk = checklist.step("forskola-plats/ansok").path("desk");
            assertThat(desk.path("scope").stringValue()).isEqualTo("referred");
            assertThat(desk.path("next").stringValue()).isEqualTo("Kiruna kommun, https://kiruna.se");
            assertThat(desk.path("text").stringValue()).contains("Det här görs inte på kontoret. Nästa väg: Kiruna kommun");
            assertThat(checklist.step("forskola-plats/ansok").path("channels").isEmpty()).as("how it is done there").isFalse();
            assertThat(checklist.desk("foraldrapenning/ansok")).isEqualTo("handled");
        }

        @Test
        void a_question_brought_to_the_municipality_that_concerns_a_state_authority_is_routed_there_kindly() {
            var checklist = ask("Hos kommunen vill jag skriva mig på min nya adress", "");
            assertThat(checklist.services()).contains("flyttanmalan");
            assertThat(checklist.authorities()).doesNotContain("kommunen");
            assertThat(checklist.json().path("notices").valueStream().filter(notice -> notice.path("kind").stringValue().equals("misdirection")))
                    .singleElement().satisfies(notice -> assertThat(notice.path("text").stringValue()).contains("Skatteverket"));
        }
    }

    /// Örebro, 24 January 2020: one joint local entrance to the state and the municipality, for citizens and companies.
    @Nested
    class Scenario2_one_entrance_for_companies_too {

        private static final String COMPANY = "Jag startar ett litet företag i Örebro, anställer min första person och behöver tillstånd från kommunen";

        @Test
        void who_starts_a_company_employs_and_needs_a_permit_gets_one_checklist_over_all_of_them() {
            var checklist = ask(COMPANY, ", \"office\": \"orebro\"");
            assertThat(checklist.authorities()).contains("skatteverket", "bolagsverket", "kommunen", "arbetsmiljoverket");
            assertThat(checklist.services()).contains("f-skatt", "arbetsgivarregistrering", "arbetsgivardeklaration", "tillstand-kommun-foretag");
            assertThat(checklist.json().path("steps").valueStream().map(step -> step.path("authority").path("name").stringValue())).contains("Örebro kommun");
        }

        @Test
        void state_and_municipal_steps_stand_in_the_order_to_do_them_with_their_papers_and_what_the_desk_does() {
            var checklist = ask(COMPANY, ", \"office\": \"orebro\", \"facts\": {\"company\": {\"foretagsform\": \"aktiebolag\"}}");
            assertThat(checklist.services()).containsSubsequence("foretagsregistrering-ab", "f-skatt", "arbetsgivarregistrering", "arbetsgivardeklaration",
                    "tillstand-kommun-foretag");
            assertThat(checklist.before("f-skatt/ansok")).containsExactly("foretagsregistrering-ab/anmal");
            assertThat(checklist.before("arbetsgivarregistrering/anmal")).contains("foretagsregistrering-ab/anmal");
            assertThat(checklist.needing("bolagsordning")).containsExactly("foretagsregistrering-ab/anmal");
            assertThat(checklist.needing("bankintyg")).containsExactly("foretagsregistrering-ab/anmal");
            assertThat(checklist.desk("f-skatt/ansok")).isEqualTo("handled");
            var elsewhere = checklist.step("foretagsregistrering-ab/anmal").path("desk");
            assertThat(elsewhere.path("scope").stringValue()).isEqualTo("referred");
            assertThat(elsewhere.path("next").stringValue()).isEqualTo("Bolagsverket, https://www.bolagsverket.se");
            var municipal = checklist.step("tillstand-kommun-foretag/sok").path("desk");
            assertThat(municipal.path("scope").stringValue()).isEqualTo("explained");
            assertThat(municipal.path("by").stringValue()).contains("Örebro kommuns servicecenter");
        }

        @Test
        void the_company_form_is_asked_for_and_the_answer_settles_where_to_register() {
            assertThat(ask(COMPANY, "").questions()).contains("company foretagsform");
            var limited = ask(COMPANY, ", \"facts\": {\"company\": {\"foretagsform\": \"aktiebolag\"}}");
            assertThat(limited.service("foretagsregistrering-ab").path("status").stringValue()).isEqualTo("applies");
            assertThat(limited.services()).contains("verklig-huvudman").doesNotContain("foretagsnamn-enskild");
            var sole = ask(COMPANY, ", \"facts\": {\"company\": {\"foretagsform\": \"enskild-firma\"}}");
            assertThat(sole.services()).doesNotContain("foretagsregistrering-ab", "verklig-huvudman");
        }

        @Test
        void an_adult_who_starts_a_company_is_sent_to_nobody_for_private_persons() {
            assertThat(ask(COMPANY, "").authorities()).doesNotContain("forsakringskassan", "pensionsmyndigheten", "migrationsverket");
        }
    }

    /// Mjölby, 19 May 2008: authorities help each other out, on levels laid down in agreements.
    @Nested
    class Scenario3_levels_of_service {

        @Test
        void in_2008_in_mjolby_the_authorities_of_the_agreement_were_served_and_today_it_is_shown_as_history() {
            var then = ask("var söker jag föräldrapenning", ", \"office\": \"mjolby\", \"date\": \"2008-05-19\"");
            var desk2008 = then.step("foraldrapenning/ansok").path("desk");
            assertThat(desk2008.path("scope").stringValue()).isEqualTo("handled");
            assertThat(desk2008.path("by").stringValue()).contains("Arbetsförmedlingens lokaler");
            assertThat(desk2008.path("confirmed").booleanValue()).isTrue();
            assertThat(then.desk("foraldrapenning/flerlingar")).as("simpler questions are explained").isEqualTo("explained");
            var desk = ask("var söker jag föräldrapenning", ", \"office\": \"mjolby\"").step("foraldrapenning/ansok").path("desk");
            assertThat(desk.path("confirmed").booleanValue()).isFalse();
        }

        @Test
        void a_historical_opening_hour_is_never_shown_as_todays() {
            var office = http.get("/vagvisaren/v1/offices?municipality=0586").json().path("items").valueStream()
                    .filter(each -> each.path("id").stringValue().equals("mjolby")).findFirst().orElseThrow();
            assertThat(office.path("stale").booleanValue()).isTrue();
            assertThat(office.has("openingHours") && !office.path("openingHours").isNull()).isFalse();
        }

        @Test
        void a_step_says_whether_it_is_handled_started_or_only_explained_here_and_what_the_desk_does_not_do() {
            var desk = ask("jag ska skriva mig på en ny adress", ", \"office\": \"kiruna\"").step("flyttanmalan/anmal").path("desk");
            assertThat(desk.path("scope").stringValue()).isIn("handled", "started", "explained");
            assertThat(desk.path("limit").stringValue()).isNotBlank();
            assertThat(desk.path("source").stringValue()).startsWith("http");
        }

        @Test
        void no_desk_decides_in_any_case() {
            var checklist = ask("var söker jag föräldrapenning", ", \"office\": \"kiruna\"");
            assertThat(checklist.step("foraldrapenning/ansok").path("desk").path("text").stringValue()).contains("besluta");
        }

        @Test
        void a_private_party_is_never_handled_at_a_desk() {
            var checklist = Checklist.of(http, "{\"services\": [\"forsakring-bank\"], \"office\": \"kiruna\"}");
            assertThat(checklist.steps()).isNotEmpty();
            assertThat(checklist.steps().map(step -> step.path("desk").path("scope").stringValue())).containsOnly("referred");
        }

        @Test
        void an_office_that_has_closed_refers_everything() {
            var checklist = ask("var söker jag föräldrapenning", ", \"office\": \"landskrona\"");
            assertThat(checklist.steps().map(step -> step.path("desk").path("scope").stringValue())).containsOnly("referred");
        }
    }
}
