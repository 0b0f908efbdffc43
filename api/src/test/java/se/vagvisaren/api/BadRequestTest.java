package se.vagvisaren.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class BadRequestTest {

    @LocalServerPort
    private int port;
    private Http http;

    @BeforeEach
    void server() {
        http = new Http(port);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"text\": \"a\", \"lifeEvent\": []} | unknown-field | ''",
        "{\"lifeEvents\": [\"fa-bran\"]} | unknown-id | /lifeEvents/0",
        "{\"services\": [\"ingen\"]} | unknown-id | /services/0",
        "{\"text\": \"a\", \"office\": \"ingenstans\"} | unknown-id | /office",
        "{\"text\": \"a\", \"facts\": {\"granne\": {\"kommun\": \"1280\"}}} | unknown-id | /facts",
        "{\"text\": \"a\", \"facts\": {\"visitor\": {\"komun\": \"1280\"}}}"
            + " | unknown-id | /facts/visitor",
        "{\"text\": \"a\", \"facts\": {\"visitor\": {\"kommun\": \"9999\"}}}"
            + " | unknown-id | /facts/visitor/kommun",
        "{\"text\": \"a\", \"facts\": {\"child/1\": {\"kommun\": \"1280\"}}}"
            + " | unknown-id | /facts/child~11",
        "{\"text\": \"a\", \"unknownFacts\": {\"visitor\": [\"komun\"]}} | unknown-id | /unknownFacts/visitor/0",
        "{\"text\": \"a\", \"facts\": {\"visitor\": {\"kommun\": 1280}}}"
            + " | wrong-type | /facts/visitor/kommun",
        "{\"text\": \"a\", \"facts\": {\"visitor\": {\"folkbokford\": \"true\"}}}"
            + " | wrong-type | /facts/visitor/folkbokford",
        "{\"text\": \"a\", \"facts\": {\"child/1\": {\"alder-manader\": 2.5}}}"
            + " | wrong-type | /facts/child~11/alder-manader",
        "{\"text\": \"a\", \"facts\": []} | wrong-type | /facts",
        "{\"text\": 1} | wrong-type | /text",
        "{\"lifeEvents\": \"fa-barn\"} | wrong-type | /lifeEvents",
        "[] | wrong-type | ''",
        "{\"text\": \"a\", \"facts\": {\"child/1\": {\"alder-manader\": 900}}}"
            + " | impossible-value | /facts/child~11/alder-manader",
        "{\"text\": \"a\", \"facts\": {\"child/1\": {\"alder-manader\": 99999999999999999999}}}"
            + " | impossible-value | /facts/child~11/alder-manader",
        "{\"text\": \"a\", \"facts\": {\"child/1\": {\"fodelsedatum\": \"2026-02-30\"}}}"
            + " | impossible-value | /facts/child~11/fodelsedatum",
        "{\"text\": \"a\", \"date\": \"2026-02-30\"} | impossible-value | /date",
        "{\"text\": \"a\", \"date\": \"1066-10-14\"} | impossible-value | /date",
        "{\"text\": \"a\", \"audience\": \"alla\"} | impossible-value | /audience",
        "{\"text\": \"a\", \"language\": \"på svenska\"} | impossible-value | /language",
        "{} | missing-input | ''",
        "{\"text\": \"  \", \"lifeEvents\": [], \"services\": null} | missing-input | ''",
    })
    void each_fault_is_told_by_its_kind_and_its_place(String json, String type, String pointer) {
        var answer = http.ask(json);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("type").stringValue()).isEqualTo("/vagvisaren/problems/" + type);
        assertThat(answer.json().path("status").intValue()).isEqualTo(400);
        assertThat(answer.pointers()).containsExactly(pointer);
    }

    @Test
    void all_faults_are_told_at_once() {
        var answer =
                http.ask("{\"text\": 1, \"date\": \"x\", \"office\": \"x\","
                        + " \"facts\": {\"visitor\": {\"kommun\": true}}}");

        assertThat(answer.json().path("type").stringValue()).isEqualTo("/vagvisaren/problems/invalid-request");
        assertThat(answer.pointers()).containsExactlyInAnyOrder("/text", "/date", "/office", "/facts/visitor/kommun");
    }

    @Test
    void a_mistyped_name_is_answered_with_the_nearest_that_exists() {
        assertThat(http.ask("{\"txt\": \"a\", \"services\": [\"barnbidrag\"]}").text()).contains("Menade du text?");
        assertThat(http.ask("{\"lifeEvents\": [\"fa-bran\"]}").text()).contains("Menade du fa-barn?");
    }

    @Test
    void a_wrong_choice_is_answered_with_what_can_be_chosen() {
        var answer = http.ask("{\"text\": \"a\", \"audience\": \"alla\"}");

        assertThat(answer.json().path("errors").get(0).path("allowed").toString())
                .isEqualTo("[\"individual\",\"company\"]");
    }

    @Test
    void problems_are_told_in_the_readers_language() {
        assertThat(http.ask("{\"language\": \"en\"}").text()).contains("Give text, lifeEvents or services.");
        assertThat(http.ask("{}", "Accept-Language", "en").text()).contains("Give text, lifeEvents or services.");
        assertThat(http.ask("{}").text()).contains("Ange text, lifeEvents eller services.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"text\": \"a\", | rad 1, kolumn",
        "''                             | rad 1, kolumn 1",
        "{\"text\": \"a\"} {} | rad 1, kolumn",
        "{\"text\": \"a\", \"text\": \"b\"} | rad 1, kolumn",
        "{'text': 'a'} | rad 1, kolumn 2",
        "[[[[[[[[[[[[[[[[[[[[[[[[ | rad 1, kolumn",
    })
    void what_is_no_json_is_answered_with_the_place(String body, String place) {
        var answer = http.ask(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("type").stringValue()).isEqualTo("/vagvisaren/problems/malformed-json");
        assertThat(answer.text()).contains(place);
    }

    @ParameterizedTest
    @CsvSource({"child/1, fodelsedatum, 2031-01-01", "child/1, fodelsedatum, 1890-01-01", "deceased, dodsdatum, 2026-11-22"})
    void a_day_of_birth_or_death_that_nobody_has_is_refused(String subject, String fact, String day) {
        var answer = http.ask("{\"text\": \"Vi har fått barn\", \"date\": \"2026-11-21\", \"facts\": {\"" + subject + "\": {\"" + fact + "\": \"" + day + "\"}}}");

        assertProblem(answer, 400, "impossible-value");
        assertThat(answer.pointers()).containsExactly("/facts/" + subject.replace("/", "~1") + "/" + fact);
        assertThat(answer.text()).contains("senast 2026-11-21").doesNotContain("1890", "2031");
    }

    @Test
    void a_body_beyond_64_kilobytes_is_refused() {
        var answer = http.ask("{\"text\": \"" + "å".repeat(1_000_000) + "\"}");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().path("type").stringValue()).isEqualTo("/vagvisaren/problems/too-large");
    }

    @Test
    void a_text_of_sixty_thousand_letters_is_answered() {
        assertThat(http.ask("{\"text\": \"" + "Vi har fått barn. ".repeat(3_000) + "\"}").status()).isEqualTo(200);
    }

    @Test
    void more_than_five_hundred_facts_are_refused() {
        var children = IntStream.rangeClosed(1, 20).mapToObj(child -> "\"child/" + child + "\": {"
                + IntStream.range(0, 26).mapToObj(fact -> "\"x" + fact + "\": 1").collect(Collectors.joining(","))
                + "}")
                .collect(Collectors.joining(","));

        var answer = http.ask("{\"text\": \"a\", \"facts\": {" + children + "}}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers()).contains("/facts");
        assertThat(answer.text()).contains("högst 500");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAA",
            "AasEW-0rskhOM0tJM7a0MEo14kqFhRqWEEU4AWQwSJVuRmpubiKGwZzASCyBKoH6Hs1vBmi-M-TKR4sMAB", "%C3%A5"})
    void a_damaged_code_is_answered_with_a_way_on(String code) {
        var answer = http.get("/vagvisaren/v1/checklists/" + code);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("type").stringValue()).isEqualTo("/vagvisaren/problems/damaged-code");
        assertThat(answer.json().path("detail").stringValue()).contains("ställ frågan på nytt");
    }

    @Test
    void the_frameworks_own_refusals_are_problems_too() {
        assertProblem(http.get("/vagvisaren/v1/nothing"), 404, "not-found");
        assertProblem(http.get("/vagvisaren/v1/services/nothing"), 404, "not-found");
        assertProblem(http.get("/vagvisaren/v1/checklists"), 405, "method-not-allowed");
        assertProblem(http.get("/vagvisaren/v1/services", "Accept", "application/xml"), 406, "not-acceptable");
        assertProblem(http.get("/vagvisaren/v1/services?limit=ten"), 400, "wrong-type");
        assertProblem(http.get("/vagvisaren/v1/services?limit=201"), 400, "impossible-value");
        assertProblem(http.get("/vagvisaren/v1/services?page=0"), 400, "impossible-value");
        assertProblem(http.get("/vagvisaren/v1/suggestions"), 400, "missing-input");
        assertProblem(http.get("/vagvisaren/v1/services/a%2Fb"), 400, "invalid-request");
        assertProblem(http.get("/error"), 404, "not-found");
        assertProblem(http.post("/vagvisaren/v1/checklists?explain=maybe", "{\"text\": \"a\"}"), 400, "wrong-type");
        assertProblem(http.send(http.request("/vagvisaren/v1/checklists").header("Content-Type", "text/plain")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("a"))), 415, "unsupported-media-type");
    }

    private static void assertProblem(Http.Answer answer, int status, String type) {
        assertThat(answer.status()).as(type).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("type").stringValue()).isEqualTo("/vagvisaren/problems/" + type);
        assertThat(answer.json().path("title").stringValue()).isNotBlank();
        assertThat(answer.text()).doesNotContain("java.", "org.springframework");
    }
}
