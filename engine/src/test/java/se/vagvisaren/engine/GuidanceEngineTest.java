package se.vagvisaren.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static se.vagvisaren.engine.Fixture.about;
import static se.vagvisaren.engine.Fixture.ask;
import static se.vagvisaren.engine.Fixture.at;
import static se.vagvisaren.engine.Fixture.questions;
import static se.vagvisaren.engine.Fixture.step;
import static se.vagvisaren.engine.Fixture.steps;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.vagvisaren.engine.Guidance.Notice;
import se.vagvisaren.engine.Guidance.Origin;
import se.vagvisaren.engine.Guidance.Outcome;
import se.vagvisaren.knowledge.Subject;
import se.vagvisaren.rules.FactKey;
import se.vagvisaren.search.SearchHit.Span;

class GuidanceEngineTest {

    @Test
    void an_event_that_is_only_named_asks_for_its_whole_list() {
        var guidance = ask("Vi har fått barn");
        assertThat(guidance.outcome()).isEqualTo(Outcome.CHECKLIST);
        assertThat(steps(guidance)).containsExactly("barnets-namn/anmal", "forskola/ansok");
    }

    @Test
    void two_errands_in_one_sentence_give_one_list_in_the_order_to_do_it() {
        var guidance = ask("Vi har fått barn och flyttat till Malmö");
        assertThat(guidance.understood().errands()).hasSize(2);
        assertThat(steps(guidance)).containsExactlyInAnyOrder("barnets-namn/anmal", "flyttanmalan/anmal", "flyttanmalan/avisering", "forskola/ansok");
        assertThat(step(guidance, "forskola/ansok").after()).containsExactly(step(guidance, "flyttanmalan/anmal").number());
        assertThat(step(guidance, "forskola/ansok").number()).isGreaterThan(step(guidance, "flyttanmalan/anmal").number());
    }

    @Test
    void a_service_that_is_asked_for_is_the_whole_answer_and_the_rest_of_its_event_is_related() {
        var guidance = ask("Var anmäler vi vad bebisen ska heta?");
        assertThat(steps(guidance)).containsExactly("barnets-namn/anmal");
        assertThat(guidance.related()).extracting(related -> related.service().id()).contains("forskola", "bostadsbidrag");
    }

    @Test
    void a_service_asked_for_makes_the_event_its_background() {
        var guidance = ask("Vi har fått barn. När får vi plats på förskolan?");
        assertThat(steps(guidance)).containsExactly("forskola/ansok");
        assertThat(guidance.understood().lifeEvents()).extracting(Guidance.Found::id).containsExactly("fa-barn");
    }

    @Test
    void a_service_near_to_the_event_is_background_to_nothing_unless_it_is_asked_about() {
        assertThat(steps(ask("Vi har fått barn. Var beställer vi ett utdrag som visar var hon är skriven?"))).containsExactly("personbevis/bestall");
        assertThat(steps(ask("Vi har fått barn. Jag vill beställa ett personbevis.")))
                .contains("personbevis/bestall", "barnets-namn/anmal", "forskola/ansok");
    }

    @Test
    void at_an_office_its_municipality_stands_in_until_the_visitor_says_another() {
        assertThat(step(ask(at("malmo", "forskola")), "forskola/ansok").authority().id()).isEqualTo("malmo-stad");
        assertThat(step(ask(at("malmo", "forskola", "visitor kommun 2584")), "forskola/ansok").authority().name().in("sv")).isEqualTo("Kiruna kommun");
    }

    @Test
    void the_municipality_in_the_text_names_the_authority_and_words_its_own_step() {
        var step = step(ask("ställa barnet i kö till dagis i Malmö"), "forskola/ansok");
        assertThat(step.authority().id()).isEqualTo("malmo-stad");
        assertThat(step.role()).isEqualTo("kommunen");
        assertThat(step.step().action().in("sv")).isEqualTo("Ställ barnet i Malmö stads kö.");
    }

    @Test
    void a_municipality_of_which_nothing_more_is_known_is_shown_by_its_name_alone() {
        var step = step(ask("ställa barnet i kö till dagis i Kiruna"), "forskola/ansok");
        assertThat(step.authority().name().in("sv")).isEqualTo("Kiruna kommun");
        assertThat(step.authority().website()).isNull();
    }

    @Test
    void a_municipality_that_is_not_known_is_asked_for() {
        assertThat(questions(ask("ställa barnet i kö till dagis"))).contains("visitor kommun");
    }

    @Test
    void what_is_open_stays_as_may_apply_with_what_would_decide_it() {
        var step = step(ask(about("barnets-namn")), "barnets-namn/anmal");
        assertThat(step.applies()).isFalse();
        assertThat(step.undecided()).containsExactly(new FactKey(Subject.child(1), "har-namn"));
    }

    @Test
    void an_answer_settles_the_step_and_is_its_reason() {
        var step = step(ask(about("barnets-namn", "child/1 har-namn false")), "barnets-namn/anmal");
        assertThat(step.applies()).isTrue();
        assertThat(step.because()).extracting(reason -> reason.text().in("sv")).containsExactly("Du frågar om: Anmäla barnets namn", "Barnet har inget namn");
    }

    @Test
    void a_service_asked_for_that_does_not_apply_is_answered_with_the_reason() {
        var guidance = ask(about("barnets-namn", "child/1 har-namn true"));
        assertThat(guidance.steps()).isEmpty();
        assertThat(guidance.notices()).extracting(notice -> notice.text().in("sv")).containsExactly("Anmäla barnets namn gäller inte här: Barnet har redan ett namn.");
    }

    @Test
    void who_asks_for_what_does_not_apply_is_shown_what_else_the_told_event_has() {
        var asked = "Vi har fått barn. Var anmäler vi vad bebisen ska heta?";
        assertThat(steps(ask(asked))).containsExactly("barnets-namn/anmal");
        var guidance = ask(new GuidanceRequest(asked, "sv", List.of(), List.of(), Fixture.facts("child/1 har-namn true"), Map.of(), null, Fixture.TODAY, null));
        assertThat(steps(guidance)).contains("forskola/ansok").doesNotContain("barnets-namn/anmal");
        assertThat(guidance.notices()).extracting(notice -> notice.text().in("sv")).contains("Anmäla barnets namn gäller inte här: Barnet har redan ett namn.");
    }

    @Test
    void a_question_answered_with_i_do_not_know_is_not_asked_again_and_keeps_the_step_open() {
        var request = Fixture.withUnknown(about("barnets-namn"), Subject.child(1), "har-namn");
        assertThat(questions(ask(request))).doesNotContain("child/1 har-namn");
        assertThat(steps(ask(request))).containsExactly("barnets-namn/anmal");
    }

    @Test
    void a_service_listed_only_when_met_stays_away_while_it_is_open_and_is_related() {
        var guidance = ask(about("fa-barn"));
        assertThat(steps(guidance)).doesNotContain("bostadsbidrag/ansok");
        assertThat(guidance.related()).extracting(related -> related.service().id()).contains("bostadsbidrag");
        assertThat(steps(ask(about("fa-barn", "visitor lag-inkomst true")))).contains("bostadsbidrag/ansok");
    }

    @Test
    void a_service_that_replaces_the_one_asked_for_comes_in_its_place_and_the_answer_says_so() {
        var guidance = ask(about("bostadsbidrag", "visitor lag-inkomst true", "visitor har-pension true"));
        assertThat(steps(guidance)).containsExactly("bostadstillagg/ansok");
        assertThat(guidance.notices()).extracting(notice -> notice.text().in("sv"))
                .containsExactly("Bostadsbidrag gäller inte här. Bostadstillägg gäller i stället.");
    }

    @Test
    void a_document_that_the_visitor_lacks_brings_in_the_service_that_issues_it_before() {
        var guidance = ask(about("bostadsbidrag", "visitor lag-inkomst true", "visitor har-personbevis false"));
        assertThat(steps(guidance)).containsExactly("personbevis/bestall", "bostadsbidrag/ansok");
        assertThat(step(guidance, "bostadsbidrag/ansok").after()).containsExactly(1);
    }

    @Test
    void a_document_is_listed_once_however_many_steps_need_it() {
        var guidance = ask(about("fa-barn", "visitor lag-inkomst true", "child/1 har-namn false"));
        assertThat(guidance.documents()).extracting(document -> document.evidence().id()).containsExactly("legitimation", "personbevis");
        assertThat(guidance.documents().getFirst().neededFor()).hasSize(2);
    }

    @Test
    void equal_steps_for_two_children_are_one_that_names_both() {
        var guidance = ask(about("barnets-namn", "child/1 har-namn false", "child/2 har-namn false"));
        assertThat(guidance.steps()).hasSize(1);
        assertThat(guidance.steps().getFirst().subjects()).containsExactly(Subject.child(1), Subject.child(2));
    }

    @Test
    void the_deadline_is_a_real_date_moved_from_a_day_off_to_the_next_weekday() {
        // Three months after 6 October 2026 is 6 January 2027, Epiphany.
        var deadline = step(ask(about("barnets-namn", "child/1 fodelsedatum 2026-10-06")), "barnets-namn/anmal").deadline();
        assertThat(deadline.date()).isEqualTo(LocalDate.parse("2027-01-07"));
        assertThat(deadline.moved()).isTrue();
        assertThat(deadline.statutory()).isTrue();
    }

    @Test
    void a_day_in_the_text_sets_the_deadline_of_the_errand_in_which_it_stands() {
        assertThat(step(ask("Jag har flyttat den 17 november"), "flyttanmalan/anmal").deadline().date()).isEqualTo(LocalDate.parse("2026-11-24"));
        assertThat(step(ask("jag har flyttat igår"), "flyttanmalan/anmal").deadline().date()).isEqualTo(LocalDate.parse("2026-11-27"));
    }

    @Test
    void an_inexact_time_sets_no_deadline_and_the_day_is_asked_for() {
        var guidance = ask("Vi har flyttat till en ny stad förra veckan");
        assertThat(step(guidance, "flyttanmalan/anmal").deadline().date()).isNull();
        assertThat(questions(guidance)).contains("visitor flyttdatum");
    }

    @Test
    void the_same_task_is_handled_at_the_desk_that_shares_its_premises_and_referred_at_another() {
        assertThat(step(ask(at("malmo", "forskola", "visitor kommun 1280")), "forskola/ansok").desk().scope().name()).isEqualTo("HANDLED");
        assertThat(step(ask(at("kiruna", "forskola", "visitor kommun 2584")), "forskola/ansok").desk().scope().name()).isEqualTo("REFERRED");
    }

    @Test
    void what_an_old_source_says_of_a_desk_is_not_confirmed_today() {
        assertThat(step(ask(at("malmo", "forskola", "visitor kommun 1280")), "forskola/ansok").desk().confirmed()).isFalse();
    }

    @Test
    void who_looks_at_the_wrong_authority_is_told_kindly() {
        var guidance = ask("Ska Försäkringskassan registrera förnamn på vår son?");
        assertThat(guidance.notices()).extracting(Notice::kind).containsExactly(Notice.Kind.MISDIRECTION);
        assertThat(steps(guidance)).containsExactly("barnets-namn/anmal");
    }

    @Test
    void words_that_state_facts_are_understood_with_their_place() {
        var guidance = ask("Har inte råd med hyran, jag är pensionär i Ystad");
        var stated = guidance.understood().facts().stream().filter(fact -> fact.origin() == Origin.TEXT).toList();
        assertThat(stated).extracting(fact -> fact.key().fact() + "=" + fact.value()).contains("har-pension=true", "kommun=1286");
        assertThat(stated).filteredOn(fact -> fact.key().fact().equals("kommun")).first()
                .satisfies(fact -> assertThat(fact.matched()).containsExactly(new Span(43, 48)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Jag bor i Malmö. Pappa bor ensam kvar i Kiruna och är pensionär.  | 2584
            Mamma bor i Kiruna och är pensionär, jag bor i Malmö              | 2584
            Jag bor i Malmö, jobbar i Kiruna och är pensionär                 | 1280
            Min mamma bor i Malmö, är pensionär och ska flytta till Kiruna    | 2584
            """)
    void the_municipality_is_that_of_the_one_the_text_tells_of(String text, String municipality) {
        assertThat(ask(text + ". Har inte råd med hyran.").understood().facts()).extracting(fact -> fact.key().fact() + "=" + fact.value())
                .contains("kommun=" + municipality);
    }

    @Test
    void who_asks_about_a_day_before_the_sources_is_told_so() {
        assertThat(notices("2008-05-19")).containsExactly("Du frågar om 2008-05-19. Det mesta här bygger på källor som är yngre än så. "
                + "Vad som gällde den dagen kan ha varit annat.");
        assertThat(notices(Fixture.TODAY.toString())).isEmpty();
    }

    private List<String> notices(String day) {
        var request = new GuidanceRequest("", "sv", List.of(), List.of("barnets-namn"), Map.of(), Map.of(), null, LocalDate.parse(day), null);
        return ask(request).notices().stream().map(notice -> notice.text().in("sv")).toList();
    }

    @Test
    void a_negated_fact_is_its_contrary() {
        var guidance = ask("har inte råd med hyran, jag har inte pension");
        assertThat(guidance.understood().facts()).extracting(fact -> fact.key().fact() + "=" + fact.value()).contains("har-pension=false");
    }

    @Test
    void a_negation_reaches_no_further_than_its_comma() {
        var guidance = ask("har inte råd med hyran, är pensionär");
        assertThat(guidance.understood().facts()).extracting(fact -> fact.key().fact() + "=" + fact.value()).contains("har-pension=true");
    }

    @Test
    void an_answer_beats_what_the_text_states() {
        var request = new GuidanceRequest("Har inte råd med hyran, jag är pensionär", "sv", List.of(), List.of(), Fixture.facts("visitor har-pension false"),
                Map.of(), null, Fixture.TODAY, null);
        assertThat(ask(request).understood().facts()).extracting(fact -> fact.key().fact() + "=" + fact.value() + " " + fact.origin())
                .contains("har-pension=false GIVEN");
    }

    @Test
    void an_emergency_comes_before_anything_else_and_leaves_nothing_to_keep() {
        var guidance = ask("Vi har fått barn och min man slår mig, vi bor i Malmö");
        assertThat(guidance.outcome()).isEqualTo(Outcome.CRISIS);
        assertThat(guidance.notices()).extracting(notice -> notice.authority().id()).containsExactly("sos-alarm", "malmo-stad");
        assertThat(guidance.notices().getFirst().phone()).isEqualTo("112");
        assertThat(guidance.steps()).isEmpty();
        assertThat(guidance.asked().facts()).isEmpty();
    }

    @Test
    void a_figure_of_speech_is_no_emergency() {
        assertThat(ask("Det slår mig att min man slår mig i schack, vi har fått barn").outcome()).isNotEqualTo(Outcome.CRISIS);
    }

    @Test
    void nothing_matched_is_an_honest_no_that_names_no_authority() {
        var guidance = ask("Vad blir det för väder i Paris?");
        assertThat(guidance.outcome()).isEqualTo(Outcome.NO_MATCH);
        assertThat(guidance.steps()).isEmpty();
        assertThat(guidance.notices()).singleElement().satisfies(notice -> assertThat(notice.authority()).isNull());
    }

    @Test
    void a_personal_identity_number_is_blanked_and_the_visitor_is_told() {
        var guidance = ask("Vi har fått barn, hennes nummer är 20261103-2389");
        assertThat(guidance.text()).doesNotContain("2389").hasSize("Vi har fått barn, hennes nummer är 20261103-2389".length());
        assertThat(guidance.notices()).extracting(notice -> notice.text().in("sv")).anyMatch(text -> text.startsWith("Vi tog bort"));
    }

    @Test
    void asking_again_for_what_was_asked_gives_the_same_list() {
        var first = ask("Vi har fått barn och flyttat till Malmö");
        var again = ask(new GuidanceRequest("", "sv", first.asked().lifeEvents(), first.asked().services(), first.asked().facts(), Map.of(), null, Fixture.TODAY, null));
        assertThat(steps(again)).containsExactlyInAnyOrderElementsOf(steps(first));
    }

    @Test
    void a_text_of_any_length_or_content_is_answered() {
        for (var text : List.of("a".repeat(1_000_000), "ord ".repeat(10_000), "\u0000\u202e\ufeff", "😀😀", "<script>alert(1)</script>", "'; DROP TABLE x; --",
                "(((((((((a+)+)+)+", "\ud800", "${7*7} #{1} *:* AND OR NOT", "19121212-1212")) {
            assertThat(ask(text).outcome()).isNotNull();
        }
    }

    @Test
    void equal_content_has_an_equal_release_id() {
        assertThat(Fixture.release().id()).matches("[0-9a-f]{12}");
    }
}
