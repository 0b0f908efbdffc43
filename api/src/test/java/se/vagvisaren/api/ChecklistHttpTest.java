package se.vagvisaren.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ChecklistHttpTest {

    private static final String BIRTH_IN_MALMO = """
            {"lifeEvents": ["fa-barn"],
             "facts": {"visitor": {"kommun": "1280"}, "child/1": {"fodelsedatum": "2026-10-02"}},
             "office": "malmo-rosengard", "date": "2026-11-21"}""";

    @LocalServerPort
    private int port;
    private Http http;

    @BeforeEach
    void server() {
        http = new Http(port);
    }

    @Test
    void a_life_event_gets_a_checklist_with_every_field_of_the_contract() {
        var answer = http.ask(BIRTH_IN_MALMO);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        var checklist = answer.json();
        assertThat(checklist.propertyNames())
                .containsExactly("release", "language", "translation", "date", "outcome", "understood", "notices",
                "questions", "steps", "documents", "related", "code");
        assertThat(checklist.path("outcome").stringValue()).isEqualTo("checklist");
        assertThat(checklist.path("date").stringValue()).isEqualTo("2026-11-21");
        assertThat(checklist.path("steps")).isNotEmpty()
                .allSatisfy(step -> assertThat(step.propertyNames()).contains("number",
                "id", "service", "errand", "subject", "audience", "authority", "status", "modality", "action",
                "because",
                "undecided", "legalBasis", "deadline", "ifMissed", "cost", "processingTime", "appeal", "documents",
                "channels",
                "after", "desk", "source"));
    }

    @Test
    void a_local_holder_is_shown_by_name_with_its_role() {
        var authorities = http.ask(BIRTH_IN_MALMO).json().path("steps").valueStream()
                .map(step -> step.path("authority")).toList();

        assertThat(authorities).anySatisfy(authority -> {
            assertThat(authority.path("id").stringValue()).isEqualTo("malmo-stad");
            assertThat(authority.path("role").stringValue()).isEqualTo("kommunen");
            assertThat(authority.path("kind").stringValue()).isEqualTo("municipality");
        }).anySatisfy(authority -> {
            assertThat(authority.path("id").stringValue()).isEqualTo("skatteverket");
            assertThat(authority.path("role").isNull()).isTrue();
        });
    }

    @Test
    void at_an_office_every_step_says_what_the_desk_may_do_and_how_old_that_is() {
        var steps = http.ask(BIRTH_IN_MALMO).json().path("steps");

        assertThat(steps).isNotEmpty().allSatisfy(step -> {
            assertThat(step.path("desk").path("office").stringValue()).isEqualTo("malmo-rosengard");
            assertThat(step.path("desk").path("text").stringValue()).isNotBlank();
        });
        assertThat(steps.valueStream().map(step -> step.path("desk")).filter(desk -> desk.path("asOf").isString())
                .toList())
                .isNotEmpty().allSatisfy(desk -> assertThat(desk.path("text").stringValue())
                        .contains("nligt uppgift från " + desk.path("asOf").stringValue())
                        .matches(text -> text.contains("obekräftat") != desk.path("confirmed").booleanValue()));
    }

    @Test
    void without_an_office_no_step_speaks_of_one() {
        assertThat(http.ask("{\"lifeEvents\": [\"fa-barn\"]}").json().path("steps")).isNotEmpty()
                .allSatisfy(step -> assertThat(step.path("desk").isNull()).isTrue());
    }

    @Test
    void questions_of_yes_or_no_offer_true_and_false_in_the_readers_language() {
        var questions = http.ask("{\"lifeEvents\": [\"fa-barn\"], \"language\": \"en\"}").json().path("questions");

        assertThat(questions.valueStream().filter(question -> question.path("type").stringValue().equals("boolean"))
                .toList())
                .isNotEmpty().allSatisfy(question -> assertThat(question.path("options").toString())
                        .isEqualTo("[{\"value\":true,\"label\":\"Yes\"},{\"value\":false,\"label\":\"No\"}]"));
    }

    @Test
    void the_answer_is_in_the_language_asked_for_otherwise_the_browsers_otherwise_swedish() {
        assertThat(language("{\"lifeEvents\": [\"fa-barn\"], \"language\": \"en-GB\"}")).isEqualTo("en");
        assertThat(language("{\"lifeEvents\": [\"fa-barn\"]}", "Accept-Language", "fr, en;q=0.8")).isEqualTo("en");
        assertThat(language("{\"lifeEvents\": [\"fa-barn\"], \"language\": \"sv-x-lattlast\"}"))
                .isEqualTo("sv-x-lattlast");
        assertThat(language("{\"lifeEvents\": [\"fa-barn\"]}")).isEqualTo("sv");
    }

    private String language(String json, String... headers) {
        return http.ask(json, headers).json().path("language").stringValue();
    }

    @Test
    void a_second_language_stands_beside_the_first_step_by_step() {
        var checklist = http.post("/vagvisaren/v1/checklists?alsoIn=en", BIRTH_IN_MALMO).json();

        var translated = checklist.path("translations").path("en");
        assertThat(values(translated.path("steps"), "id")).isEqualTo(values(checklist.path("steps"), "id"));
        assertThat(values(translated.path("steps"), "action")).isNotEqualTo(values(checklist.path("steps"), "action"));
    }

    @Test
    void explained_it_tells_how_each_service_was_judged_and_why_some_are_not_there() {
        var checklist = http.post("/vagvisaren/v1/checklists?explain=true", BIRTH_IN_MALMO).json();

        assertThat(checklist.path("trace")).isNotEmpty();
        assertThat(checklist.path("rejected")).isNotEmpty().allSatisfy(rejected ->
                assertThat(rejected.path("standing").stringValue()).isIn("does-not-apply", "replaced"));
    }

    @Test
    void a_code_finds_the_same_steps_again_and_tells_of_no_change() {
        var first = http.ask(BIRTH_IN_MALMO).json();

        var again = http.get("/vagvisaren/v1/checklists/" + first.path("code").stringValue()).json();

        assertThat(values(again.path("steps"), "id")).isEqualTo(values(first.path("steps"), "id"));
        assertThat(again.path("date").stringValue()).isEqualTo("2026-11-21");
        assertThat(again.path("changes").isEmpty()).isTrue();
        assertThat(again.path("code").stringValue()).isEqualTo(first.path("code").stringValue());
    }

    @Test
    void a_code_can_be_read_in_another_language() {
        var code = http.ask(BIRTH_IN_MALMO).json().path("code").stringValue();

        assertThat(http.get("/vagvisaren/v1/checklists/" + code + "?language=en").json().path("language").stringValue())
                .isEqualTo("en");
    }

    @Test
    void an_emergency_names_its_contact_first_and_leaves_no_code() {
        var checklist = http.ask("{\"text\": \"Det brinner hemma hos mig\"}").json();

        assertThat(checklist.path("outcome").stringValue()).isEqualTo("crisis");
        assertThat(checklist.path("notices").get(0).path("authority").path("id").stringValue()).isEqualTo("sos-alarm");
        assertThat(checklist.path("code").isNull()).isTrue();
    }

    @Test
    void checklists_are_kept_by_no_cache_and_run_no_foreign_script() {
        var answer = http.ask(BIRTH_IN_MALMO);

        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.headers().map()).doesNotContainKey("server");
    }

    private static List<String> values(JsonNode list, String field) {
        return list.valueStream().map(each -> each.path(field).stringValue()).toList();
    }
}
