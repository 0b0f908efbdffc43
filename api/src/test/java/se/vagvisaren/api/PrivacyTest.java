package se.vagvisaren.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class PrivacyTest {

    /// The number that the tax agency itself uses in examples; it belongs to nobody.
    private static final String NUMBER = "19121212-1212";
    private static final List<String> BODIES = List.of(
            "{\"text\": \"Jag är NUMBER och har fått barn\"}",
            "{\"text\": \"NUMBER\"}",
            "{\"NUMBER\": \"a\"}",
            "{\"text\": NUMBER}",
            "NUMBER",
            "{\"text\": \"a\", \"NUMBER\": 1, \"NUMBER\": 2}",
            "{\"text\": \"a\", \"language\": \"NUMBER\"}",
            "{\"text\": \"a\", \"language\": \"en-NUMBER\"}",
            "{\"lifeEvents\": [\"NUMBER\"]}",
            "{\"services\": [\"NUMBER\"]}",
            "{\"services\": {\"NUMBER\": 1}}",
            "{\"text\": \"a\", \"facts\": {\"NUMBER\": {\"kommun\": \"1280\"}}}",
            "{\"text\": \"a\", \"facts\": {\"child/NUMBER\": {}}}",
            "{\"text\": \"a\", \"facts\": {\"visitor\": {\"NUMBER\": \"1280\"}}}",
            "{\"text\": \"a\", \"facts\": {\"visitor\": {\"kommun\": \"NUMBER\"}}}",
            "{\"text\": \"a\", \"facts\": {\"visitor\": {\"civilstand\": \"NUMBER\"}}}",
            "{\"text\": \"a\", \"facts\": {\"child/1\": {\"fodelsedatum\": \"NUMBER\"}}}",
            "{\"text\": \"a\", \"unknownFacts\": {\"visitor\": [\"NUMBER\"]}}",
            "{\"text\": \"a\", \"unknownFacts\": {\"NUMBER\": []}}",
            "{\"text\": \"a\", \"office\": \"NUMBER\"}",
            "{\"text\": \"a\", \"date\": \"NUMBER\"}",
            "{\"text\": \"a\", \"audience\": \"NUMBER\"}");

    /// What each of these texts must leave nowhere.
    private static final List<String> CANARIES = List.of("19121212-1212", "191212121212", "121212+1212", "121272-1219", "121212-T212",
            "070-174 06 05", "kanarie@example.org", "4111 1111 1111 1111", "8327-9, 123 456 789-0", "jag heter Kanariefågel Kanariesson");

    @LocalServerPort
    private int port;

    @Test
    void a_personal_identity_number_in_any_field_comes_back_nowhere_and_is_logged_nowhere(CapturedOutput log) {
        var http = new Http(port);
        for (var body : BODIES) {
            assertThat(http.ask(body.replace("NUMBER", NUMBER)).text()).as(body).doesNotContain(NUMBER)
                    .doesNotContain("1212-1212");
        }
        for (var path : List.of("/vagvisaren/v1/checklists/NUMBER", "/vagvisaren/v1/services/NUMBER", "/NUMBER",
                "/NUMBER%2F",
                "/vagvisaren/v1/services?limit=NUMBER", "/vagvisaren/v1/services?authority=NUMBER&page=x",
                "/vagvisaren/v1/suggestions?q=NUMBER",
                "/vagvisaren/v1/services?language=NUMBER", "/vagvisaren/v1/offices?municipality=NUMBER&NUMBER=1",
                "/error?message=NUMBER")) {
            assertThat(http.get(path.replace("NUMBER", NUMBER)).text()).as(path).doesNotContain(NUMBER);
        }
        assertThat(http.post("/vagvisaren/v1/checklists?explain=" + NUMBER + "&alsoIn=" + NUMBER, "{\"text\": \"a\"}")
                .text())
                .doesNotContain(NUMBER);
        assertThat(http.get("/vagvisaren/v1/services", "Accept", "text/" + NUMBER).text()).doesNotContain(NUMBER);
        assertThat(http.get("/vagvisaren/v1/services", "Accept-Language", NUMBER).text()).doesNotContain(NUMBER);
        assertThat(http.send(http.request("/vagvisaren/v1/services").method("X" + NUMBER,
                BodyPublishers.noBody())).text()).doesNotContain(NUMBER);
        assertThat(log.getAll()).doesNotContain(NUMBER).doesNotContain("1212-1212");
    }

    @Test
    void what_tells_who_a_visitor_is_comes_back_on_no_page_and_is_logged_nowhere(CapturedOutput log) {
        var http = new Http(port);
        for (var canary : CANARIES) {
            var told = canary.replace("jag heter ", "");
            for (var text : List.of("Vi har fått barn, %s", "%s", "Vilken film ska jag se, %s?", "blankett %s", "det brinner hos mig %s")) {
                var written = text.formatted(canary);
                var page = http.send(http.request("/").header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("lang=sv&text=" + encoded(written))));
                assertThat(page.text() + page.headers()).as(written).doesNotContain(told).doesNotContain(encoded(told));
                assertThat(http.ask("{\"text\": \"" + written + "\"}").text()).as(written).doesNotContain(told);
            }
            for (var field : List.of("event", "service", "office", "lang", told)) {
                var page = http.send(http.request("/").header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encoded(field) + "=" + encoded(told))));
                assertThat(page.text() + page.headers()).as(field).doesNotContain(told).doesNotContain(encoded(told));
            }
            for (var path : List.of("/lista/%s", "/lista/a?fraga=%s", "/?lang=%s", "/%s")) {
                assertThat(http.get(path.formatted(encoded(told))).text()).as(path).doesNotContain(told);
            }
        }
        assertThat(log.getAll()).doesNotContain(CANARIES).doesNotContain("Kanarie", "kanarie", "1212", "4111");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
