package se.vagvisaren.api.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.vagvisaren.api.release.ContentSource;
import se.vagvisaren.api.release.ReleaseStore;
import se.vagvisaren.engine.GuidanceRequest;
import se.vagvisaren.knowledge.FactValue;
import se.vagvisaren.knowledge.PublicService.Audience;
import se.vagvisaren.knowledge.Subject;

class GuidanceCodeTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final Subject CHILD = Subject.child(1);
    private static ReleaseStore store;

    @BeforeAll
    static void open() {
        store = ReleaseStore.open(ContentSource.SHIPPED, ReleaseStore.SWEDISH_TIME);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    private static Optional<GuidanceCode> codeOf(GuidanceRequest request, boolean keepDate) {
        return store.on(DAY, (release, engine) ->
                GuidanceCode.of(release.id(), request, engine.guide(request), engine.knowledge(), keepDate));
    }

    private static GuidanceRequest request(String text, String language, Map<Subject, Map<String, FactValue>> facts) {
        return new GuidanceRequest(text, language, List.of("fa-barn"), List.of(), facts,
                Map.of(Subject.VISITOR, Set.of("civilstand")),
                "malmo-rosengard", DAY, Audience.INDIVIDUAL);
    }

    private static GuidanceCode code(String release, List<String> events, Map<String, String> childsFacts) {
        var facts = new TreeMap<Subject, SortedMap<String, String>>();
        facts.put(CHILD, new TreeMap<>(childsFacts));
        return new GuidanceCode(release, events, List.of(), facts, new TreeMap<>(), null, null, null);
    }

    @Test
    void what_is_encoded_is_read_again() {
        var code = codeOf(request("", "sv", Map.of(Subject.VISITOR, Map.of("kommun", new FactValue.Choice("1280")))),
                true).orElseThrow();

        assertThat(GuidanceCode.decode(code.encoded())).contains(code);
        assertThat(code.date()).isEqualTo(DAY);
        assertThat(code.office()).isEqualTo("malmo-rosengard");
        assertThat(code.audience()).isEqualTo(Audience.INDIVIDUAL);
        assertThat(code.unknownFacts()).containsEntry(Subject.VISITOR, new TreeSet<>(Set.of("civilstand")));
    }

    @Test
    void an_age_stands_in_for_a_birth_date() {
        var code = codeOf(request("", "sv",
                Map.of(CHILD, Map.of("fodelsedatum", new FactValue.Day(LocalDate.of(2025, 9, 3))))), false)
                .orElseThrow();

        assertThat(code.facts().get(CHILD)).doesNotContainKey("fodelsedatum").containsEntry("alder", "1")
                .containsEntry("alder-manader", "14");
    }

    @Test
    void the_day_is_kept_only_when_it_was_part_of_the_question() {
        assertThat(codeOf(request("", "sv", Map.of()), false).orElseThrow().date()).isNull();
    }

    @Test
    void the_visitors_own_words_are_not_in_it() {
        var plain = codeOf(request("", "sv", Map.of()), false).orElseThrow();
        var wordy = codeOf(request("Kalle Kula på Storgatan 5 har fått barn", "sv", Map.of()), false).orElseThrow();

        assertThat(wordy.encoded()).isEqualTo(plain.encoded());
    }

    @Test
    void it_is_the_same_in_all_languages() {
        assertThat(codeOf(request("", "en", Map.of()), false)).isEqualTo(codeOf(request("", "sv", Map.of()), false));
    }

    @Test
    void an_emergency_and_a_question_that_was_not_understood_have_none() {
        assertThat(codeOf(GuidanceRequest.of("Det brinner hemma hos mig", DAY), false)).isEmpty();
        assertThat(codeOf(GuidanceRequest.of("xyzzy", DAY), false)).isEmpty();
    }

    @Test
    void it_is_short_enough_to_be_written_down_with_patience_and_fits_an_address() {
        var code = codeOf(request("", "sv", Map.of(Subject.VISITOR, Map.of("kommun", new FactValue.Choice("1280")))),
                false).orElseThrow();

        assertThat(code.encoded()).hasSizeLessThan(120).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void a_code_with_any_letter_changed_is_not_read_as_another_question() {
        var code = codeOf(request("", "sv", Map.of()), false).orElseThrow();
        var encoded = code.encoded();
        var random = new Random(20261121);
        for (int i = 0; i < 2_000; i++) {
            var letters = encoded.toCharArray();
            letters[random.nextInt(letters.length)] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
                    .charAt(random.nextInt(64));
            var changed = new String(letters);
            assertThat(GuidanceCode.decode(changed)).as(changed)
                    .matches(read -> read.isEmpty() || read.get().equals(code));
            assertThat(GuidanceCode.decode(encoded.substring(0, random.nextInt(encoded.length())))).isEmpty();
        }
    }

    @Test
    void random_letters_are_no_code() {
        var random = new Random(42);
        for (int i = 0; i < 2_000; i++) {
            var bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            var letters = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            assertThat(GuidanceCode.decode(letters)).isEmpty();
            assertThat(GuidanceCode.decode("AQ" + letters)).isEmpty();
        }
        assertThat(GuidanceCode.decode("Q".repeat(100_000))).isEmpty();
    }

    @Test
    void what_is_no_longer_known_is_left_out_and_told() {
        var code = code("older", List.of("fa-barn", "gone-event"), Map.of("alder", "1", "gone-fact", "true"));

        var restored = store.on(DAY, (_, engine) -> code.restore(engine.knowledge(), DAY, "sv"));

        assertThat(restored.request().lifeEvents()).containsExactly("fa-barn");
        assertThat(restored.request().facts().get(CHILD)).containsOnlyKeys("alder");
        assertThat(restored.dropped()).containsExactly("gone-event", "gone-fact");
    }

    @Test
    void a_code_made_by_somebody_else_cannot_bring_in_a_birth_date_or_an_impossible_age() {
        var code = code("forged", List.of("fa-barn"), Map.of("fodelsedatum", "2026-01-01", "alder", "999"));

        var restored = store.on(DAY, (_, engine) -> code.restore(engine.knowledge(), DAY, "sv"));

        assertThat(restored.request().facts().get(CHILD)).isEmpty();
    }
}
