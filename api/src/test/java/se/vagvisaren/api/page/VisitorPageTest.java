package se.vagvisaren.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.vagvisaren.api.Http;
import se.vagvisaren.api.view.Texts;

/// The whole loop without JavaScript: write or choose, see what was understood, answer, get the list, change one answer.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class VisitorPageTest {

    @LocalServerPort
    private int port;
    private Http http;

    @BeforeEach
    void server() {
        http = new Http(port);
    }

    private Http.Answer post(String path, Map<String, String> form) {
        var body = form.entrySet().stream().map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue())).collect(Collectors.joining("&"));
        return http.send(http.request(path).header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// Follows a redirect, as a browser does.
    private Document follow(Http.Answer answer) {
        assertThat(answer.status()).isEqualTo(302);
        var address = answer.header("Location");
        return page(http.get(address.substring(address.indexOf("/lista/"))));
    }

    private static Document page(Http.Answer answer) {
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        return Jsoup.parse(answer.text());
    }

    private Document list(String text) {
        return follow(post("/", Map.of("text", text, "lang", "sv")));
    }

    @Test
    void the_first_page_asks_what_has_happened_and_offers_events_and_offices() {
        var start = page(http.get("/?lang=sv"));
        assertThat(start.selectFirst("h1").text()).isEqualTo("Vad har hänt, eller vad behöver du göra?");
        assertThat(start.selectFirst("html").attr("lang")).isEqualTo("sv");
        assertThat(start.select("button[name=event][value=fa-barn]").text()).isEqualTo("Få barn");
        assertThat(start.select("select[name=office] option[value=kiruna]")).hasSize(1);
        assertThat(start.select("select[name=office] option[value=landskrona]")).as("closed").isEmpty();
    }

    @Test
    void a_written_text_leads_to_an_address_without_the_text() {
        var answer = post("/", Map.of("text", "Vi har fått barn och flyttat till Malmö", "lang", "sv"));
        assertThat(answer.header("Location")).contains("/lista/").doesNotContain("barn", "Malm");
        var list = follow(answer);
        assertThat(list.select(".tags li").eachText()).containsExactly("Få barn", "Flytta inom Sverige");
        assertThat(list.select(".authority").eachText()).contains("Skatteverket", "Försäkringskassan", "Malmö stad", "Region Skåne");
        assertThat(list.select(".question form")).isNotEmpty();
    }

    @Test
    void an_event_can_be_chosen_instead_of_written() {
        var list = follow(post("/", Map.of("event", "dodsfall", "lang", "sv")));
        assertThat(list.select(".tags li").eachText()).containsExactly("En närstående har dött");
    }

    @Test
    void an_answer_changes_the_list_and_another_answer_keeps_the_first() {
        var list = list("Vi har fått barn och flyttat till Malmö");
        var path = list.selectFirst(".question form").attr("action");
        var answered = follow(post(path, Map.of("fact", "visitor.har-anmalt-flytt", "value", "true", "lang", "sv")));
        assertThat(answered.select("h3").eachText()).doesNotContain("Flyttanmälan");
        assertThat(answered.select(".known").text()).contains("Malmö");
        var changed = follow(post(answered.selectFirst(".question form").attr("action"), Map.of("fact", "visitor.har-anmalt-flytt", "value", "false", "lang", "sv")));
        assertThat(changed.select("h3").eachText()).contains("Flyttanmälan");
        assertThat(changed.select(".known").text()).contains("Malmö");
    }

    @Test
    void i_do_not_know_is_always_an_answer_and_the_next_question_comes() {
        var list = list("Vi har fått barn");
        var form = list.selectFirst(".question form");
        assertThat(form.select("button[value=unknown]").text()).isEqualTo("Vet inte");
        var fact = form.select("input[name=fact]").attr("value");
        var next = follow(post(form.attr("action"), Map.of("fact", fact, "action", "unknown", "lang", "sv")));
        assertThat(next.select(".question input[name=fact]").attr("value")).isNotEqualTo(fact);
    }

    @Test
    void a_known_fact_can_be_changed_and_taken_back() {
        var list = list("Jag har flyttat till Malmö");
        var change = list.select(".known a").stream().filter(link -> link.attr("href").contains("visitor.kommun")).findFirst().orElseThrow();
        var asking = page(http.get(change.attr("href").replaceAll("#.*", "")));
        assertThat(asking.select(".question input[name=fact]").attr("value")).isEqualTo("visitor.kommun");
        var removed = follow(post(list.selectFirst(".known form").attr("action"), Map.of("fact", "visitor.kommun", "action", "remove", "lang", "sv")));
        assertThat(removed.select(".known").text()).doesNotContain("Malmö");
    }

    @Test
    void a_municipality_is_answered_by_its_name_and_a_wrong_one_is_said_kindly_with_nothing_lost() {
        var list = list("Vi har fått barn");
        var path = list.selectFirst(".question form").attr("action");
        assertThat(follow(post(path, Map.of("fact", "visitor.kommun", "value", "ystad", "lang", "sv"))).select(".known").text()).contains("Ystad");
        var wrong = post(path, Map.of("fact", "visitor.kommun", "value", "Atlantis", "lang", "sv"));
        assertThat(wrong.status()).isEqualTo(422);
        var page = page(wrong);
        assertThat(page.select("#svar-fel").text()).contains("Vi känner inte igen kommunen");
        assertThat(page.text()).doesNotContain("Atlantis");
        assertThat(page.select(".tags li").eachText()).containsExactly("Få barn");
    }

    @Test
    void a_birth_date_is_in_no_address_and_travels_in_the_form_only() {
        var list = list("Vi har fått barn");
        var path = list.selectFirst(".question form").attr("action");
        var answer = post(path, Map.of("fact", "child/1.fodelsedatum", "value", "2026-11-05", "lang", "sv"));
        assertThat(answer.status()).isEqualTo(200);
        var page = page(answer);
        assertThat(page.select("input[name=keep.child/1.fodelsedatum]").first().attr("value")).isEqualTo("2026-11-05");
        assertThat(page.text()).contains("5 februari 2027");
        assertThat(page.select("a[href], form[action]").eachAttr("href")).noneMatch(address -> address.contains("2026-11-05"));
    }

    @Test
    void nothing_found_keeps_the_words_in_the_form_so_that_they_can_be_changed() {
        var answer = post("/", Map.of("text", "Vad blir det för väder på lördag kväll?", "lang", "sv"));
        assertThat(answer.status()).isEqualTo(200);
        var page = page(answer);
        assertThat(page.select("textarea").text()).isEqualTo("Vad blir det för väder på lördag kväll?");
        assertThat(page.select("#fel").text()).contains("Vi hittar ingen offentlig tjänst");
    }

    @Test
    void an_identity_number_comes_back_nowhere() {
        assertThat(post("/", Map.of("text", "19121212-1212", "lang", "sv")).text()).doesNotContain("1212-1212", "19121212");
    }

    @Test
    void an_emergency_page_says_first_whom_to_call() {
        var page = page(post("/", Map.of("text", "min man slår mig", "lang", "sv")));
        assertThat(page.selectFirst("h1").text()).isEqualTo("Gör det här först");
        assertThat(page.selectFirst(".call").attr("href")).isEqualTo("tel:112");
        assertThat(page.select(".leave")).hasSize(1);
    }

    @Test
    void an_empty_question_is_answered_with_what_to_do() {
        var answer = post("/", Map.of("text", "  ", "lang", "sv"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(page(answer).select("#fel").text()).isEqualTo("Skriv något först, eller välj en händelse i listan.");
    }

    @Test
    void a_damaged_address_says_so_and_lets_one_ask_again() {
        var answer = http.get("/lista/finns-inte?lang=sv");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(page(answer).select("#fel").text()).contains("går inte att läsa");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "${7*7}", "[[${7*7}]]", "__${7*7}__::.x", "th:text"})
    void what_is_written_is_shown_as_text_and_never_run(String text) {
        var page = page(post("/", Map.of("text", text, "lang", "sv")));
        assertThat(page.select("script, img")).isEmpty();
        assertThat(page.text()).doesNotContain("49");
    }

    @Test
    void the_page_is_there_in_english_too() {
        var list = follow(post("/", Map.of("text", "We have had a baby and moved to Malmö", "lang", "en")));
        assertThat(list.selectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(list.selectFirst("h1").text()).isEqualTo("Your checklist");
        assertThat(list.select(".tags li").eachText()).contains("Having a child");
    }

    @Test
    void a_page_runs_no_script_and_keeps_no_cookie() {
        var answer = http.get("/");
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(page(answer).select("script, [style], [onclick]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en", "ar", "fi"})
    void every_event_that_is_offered_in_a_language_is_answered_wholly_in_it(String language) {
        var events = page(http.get("/?lang=" + language)).select("button[name=event]").eachAttr("value");
        assertThat(events).hasSizeGreaterThanOrEqualTo(25);
        for (var event : events) {
            var list = follow(post("/", Map.of("event", event, "lang", language)));
            assertThat(list.selectFirst("html").attr("lang")).as(event).isEqualTo(language);
        }
    }

    @Test
    void an_answer_that_is_not_all_there_in_a_language_comes_in_english_and_says_so() {
        var list = follow(post("/", Map.of("service", "fordonsflytt", "lang", "ar")));
        assertThat(list.selectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(list.select(".notice[lang=ar]").text()).contains("العربية");
    }

    @Test
    void a_question_in_a_language_without_translations_is_answered_in_english_with_the_swedish_beside_it() {
        var list = follow(post("/", Map.of("text", "Ми народили дитину у Швеції, як обрати ім'я для немовляти?", "lang", "sv")));
        assertThat(list.selectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(list.select(".notice[lang=uk]").text()).contains("шведською");
        assertThat(list.select("h3").eachText()).contains("Application for a newborn child's name Ansökan om namn för nyfött barn");
        assertThat(list.select(".authority").eachText()).contains("Swedish Tax Agency · Skatteverket");
        assertThat(list.select(".step")).allSatisfy(step -> assertThat(step.select(".also[lang=sv]").text()).isNotBlank());

        var form = list.selectFirst(".question form");
        assertThat(form.select("legend .also[lang=sv], label .also[lang=sv]").text()).isNotBlank();
        var next = post(form.attr("action"), Map.of("fact", form.select("input[name=fact]").attr("value"), "action", "unknown",
                "lang", form.select("input[name=lang]").attr("value")));
        assertThat(follow(next).select(".notice[lang=uk]")).as("the language is kept").isNotEmpty();
    }

    @Test
    void a_translation_that_nobody_has_reviewed_says_so() {
        assertThat(follow(post("/", Map.of("event", "fa-barn", "lang", "en"))).text()).contains("translated by a machine");
        assertThat(follow(post("/", Map.of("event", "fa-barn", "lang", "ar"))).text()).contains("مترجم آليًا");
        assertThat(page(post("/", Map.of("text", "الشقة تحترق", "lang", "ar"))).text()).contains("مترجم آليًا");
        assertThat(follow(post("/", Map.of("event", "fa-barn", "lang", "sv"))).text()).doesNotContain("översatt av en maskin");
    }

    @Test
    void an_appeal_says_to_whom_and_within_which_time() {
        var list = follow(post("/", Map.of("service", "barnbidrag", "lang", "sv")));
        assertThat(list.select("details").text()).containsPattern("Du kan överklaga till .*, inom 2 månader\\.");
    }

    @Test
    void who_writes_another_language_on_the_swedish_page_is_answered_in_it() {
        var english = post("/", Map.of("text", "We have had a baby and moved to Malmö", "lang", "sv"));
        assertThat(follow(english).selectFirst("html").attr("lang")).isEqualTo("en");
        var swedish = post("/", Map.of("text", "Vi har fått barn", "lang", "en"));
        assertThat(follow(swedish).selectFirst("html").attr("lang")).as("English was chosen").isEqualTo("en");
    }

    @Test
    void a_language_that_only_the_browser_asked_for_is_not_chosen() {
        assertThat(page(http.get("/", "Accept-Language", "en")).select("form.ask [name=lang]")).isEmpty();
        assertThat(page(http.get("/?lang=en")).select("form.ask [name=lang]").val()).isEqualTo("en");
        var swedish = http.send(http.request("/", "Accept-Language", "en").header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("text=Vi+har+f%C3%A5tt+barn")));
        assertThat(swedish.header("Location")).endsWith("lang=sv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text=%ff%fe%zz", "LONG", "MANY"})
    void a_form_that_cannot_be_read_is_answered_with_what_to_do(String form) {
        var body = form.equals("LONG") ? "text=" + "a".repeat(1_000_000)
                : form.equals("MANY") ? IntStream.range(0, 10_000).mapToObj(field -> "a" + field + "=1").collect(Collectors.joining("&")) : form;
        var answer = http.send(http.request("/").header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body)));

        assertThat(answer.status()).isEqualTo(form.startsWith("text") ? 400 : 413);
        assertThat(page(answer).selectFirst("[role=alert]").text()).contains("högst 5 000 tecken");
    }

    @Test
    void a_birth_date_to_come_is_no_answer() {
        var list = list("Vi har fått barn");
        var answer = post(list.selectFirst(".question form").attr("action"), Map.of("fact", "child/1.fodelsedatum", "value", "2199-01-01", "lang", "sv"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(page(answer).selectFirst("[role=alert]").text()).isNotBlank();
    }

    @Test
    void the_answer_says_in_which_language_it_is() {
        assertThat(http.get("/?lang=sv", "Accept-Language", "en").header("Content-Language")).isEqualTo("sv");
        assertThat(http.get("/?lang=ar", "Accept-Language", "en").header("Content-Language")).isEqualTo("ar");
    }

    @Test
    void arabic_runs_from_right_to_left() {
        var start = page(http.get("/?lang=ar"));
        assertThat(start.selectFirst("html").attr("dir")).isEqualTo("rtl");
        assertThat(page(http.get("/?lang=fi")).selectFirst("html").attr("dir")).isEqualTo("ltr");
        assertThat(start.select(".languages a").eachAttr("lang")).containsExactly("sv", "en", "ar", "fi");
    }

    @Test
    void a_telephone_number_that_stands_in_the_words_of_a_link_is_not_said_twice() {
        var list = follow(post("/", Map.of("service", "bedrageri-id-stold", "lang", "sv")));
        assertThat(list.select("a[href=tel:11414]").eachText()).isNotEmpty().allSatisfy(link -> assertThat(link).containsOnlyOnce("114 14"));
    }

    @Test
    void who_is_in_no_danger_goes_from_the_emergency_to_the_answer_without_writing_again() {
        var crisis = page(post("/", Map.of("text", "Det brinner hemma! Var söker jag pass?", "lang", "sv")));
        assertThat(crisis.selectFirst(".crisis").text()).contains("112");
        assertThat(crisis.select(".crisis ~ section .choice").eachText()).isNotEmpty();
        var chosen = crisis.select(".choice").stream().filter(choice -> choice.text().contains("ass")).findFirst().orElseThrow();
        assertThat(follow(post("/", Map.of("service", chosen.attr("value"), "lang", "sv"))).select(".authority").eachText()).contains("Polismyndigheten");
    }

    @Test
    void in_an_emergency_the_first_contact_is_told_in_the_readers_language() {
        var crisis = page(post("/", Map.of("text", "الشقة تحترق", "lang", "ar")));
        assertThat(crisis.selectFirst("html").attr("lang")).isEqualTo("ar");
        assertThat(crisis.selectFirst(".crisis p").text()).contains("112").containsPattern("\\p{IsArabic}");
    }

    @Test
    void in_an_emergency_a_language_that_the_page_has_not_stands_in_its_own_direction() {
        var crisis = page(post("/", Map.of("text", "خانه‌ام آتش گرفته", "lang", "sv")));
        assertThat(crisis.selectFirst("html").attr("lang")).isEqualTo("en");
        var first = crisis.selectFirst(".crisis p");
        assertThat(first.attr("lang")).isEqualTo("fa");
        assertThat(first.attr("dir")).isEqualTo("auto");
        assertThat(first.text()).contains("112").containsPattern("\\p{IsArabic}");
    }

    @Test
    void a_language_of_which_nothing_is_translated_is_told_so_in_english() {
        assertThat(Texts.answeredInEnglish("tr")).contains("English and Swedish");
    }
}
