package se.vagvisaren.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceIndexTest {

    private static final ServiceIndex INDEX = ServiceIndex.of(FixtureKnowledge.country());
    /// In so small a knowledge base words tell less, so that its line lies lower than that of the content.
    private static final double DECIDED = .4;

    @AfterAll
    static void close() {
        INDEX.close();
    }

    @ParameterizedTest(name = "\"{0}\" is about {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Barnbidrag | barnbidrag
            vi har precis fått barn | fa-barn
            min mamma dog i går | dodsfall
            hur många föräldradagar får man | foraldrapenning
            få en plats på dagis | forskola-plats
            vi ska begrava mormor | begravning
            jag har flyttat till Malmö | flyttanmalan
            vem skriver bouppteckningen? | bouppteckning
            """)
    void a_text_finds_what_it_is_about(String text, String id) {
        assertThat(first(text)).isEqualTo(id);
    }

    @ParameterizedTest(name = "\"{0}\" is about {1}")
    @CsvSource(delimiter = '|', textBlock = """
            barnbidarg | barnbidrag
            bouppteckninng | bouppteckning
            fåräldrapening | foraldrapenning
            adresändring | flyttanmalan
            """)
    void a_misspelt_word_is_understood(String text, String id) {
        assertThat(first(text)).isEqualTo(id);
    }

    @ParameterizedTest(name = "\"{0}\" is about {1}")
    @CsvSource(delimiter = '|', textBlock = """
            foraldrapenning | foraldrapenning
            forskoleplats | forskola-plats
            nar kommer barnbidraget | barnbidrag
            FÖRÄLDRAPENNING | foraldrapenning
            arbetslos | akassa
            """)
    void diacritics_and_capitals_may_be_wrong(String text, String id) {
        assertThat(first(text)).isEqualTo(id);
    }

    @Test
    void a_phrase_word_for_word_is_what_it_stands_for_though_another_has_the_same_words() {
        var others = FixtureKnowledge.withPhrases(FixtureKnowledge.country(), (id, language, phrases) -> !id.equals("begravning") || !language.equals("sv") ? phrases
                : Stream.concat(phrases.stream(), Stream.of("gått bort har mamma", "bort mamma har gått")).toList());
        try (var index = ServiceIndex.of(others)) {
            var first = index.search("Mamma har gått bort!", "sv", 1).getFirst();
            assertThat(first.id()).isEqualTo("dodsfall");
            assertThat(first.confidence()).isGreaterThan(.7);
        }
    }

    @Test
    void a_word_as_it_is_written_beats_the_same_word_with_other_diacritics() {
        assertThat(first("far")).isEqualTo("umgange");
        assertThat(first("getter och får")).isEqualTo("djurhallning");
    }

    @ParameterizedTest(name = "\"{0}\" is about {1}")
    @CsvSource(delimiter = '|', textBlock = """
            barn bidrag | barnbidrag
            för äldra penning | foraldrapenning
            flytt anmälan | flyttanmalan
            a kassa | akassa
            a-kassa | akassa
            dagisplats | forskola-plats
            """)
    void compounds_may_be_split_or_joined(String text, String id) {
        assertThat(first(text)).isEqualTo(id);
    }

    @ParameterizedTest(name = "\"{0}\" is about {1}")
    @CsvSource(delimiter = '|', textBlock = """
            we have a new baby girl, just born | fa-barn
            my husband died yesterday | dodsfall
            how do I change my address | flyttanmalan
            ولدت ابنتي أمس | fa-barn
            مكان في الروضه | forskola-plats
            """)
    void a_text_in_another_language_than_the_page_is_understood(String text, String id) {
        assertThat(first(text)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"när kommer barnbidraget", "bouppteckning", "vi har fått barn", "my husband died",
            "ställa dottern i kö till dagis", "anmäla adressändring"})
    void what_the_content_covers_is_sure(String text) {
        assertThat(INDEX.search(text, "sv", 1).getFirst().confidence()).isGreaterThan(DECIDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hur gör jag för att ansöka om körkort", "barnvagn till salu", "pengar tillbaka på skatten",
            "gå på bio med barnen på lördag", "min cykel är stulen", "how do I apply for a driving licence",
            "qwerty zxcvb"})
    void what_the_content_does_not_cover_is_not(String text) {
        assertThat(INDEX.search(text, "sv", 10)).allSatisfy(hit -> assertThat(hit.confidence()).isLessThan(DECIDED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "?!", "och så att det", "hur gör jag", "12345", "Malmö"})
    void a_text_of_which_no_word_tells_anything_finds_nothing(String text) {
        assertThat(INDEX.search(text, "sv", 10)).isEmpty();
    }

    @Test
    void the_matched_words_are_where_they_stand_in_the_text_as_given() {
        var text = "😀 Hej! När kommer  BARN BIDRAGET, egentligen?";
        var hit = INDEX.search(text, "sv", 1).getFirst();
        assertThat(hit.matched()).extracting(span -> text.substring(span.start(), span.end()))
                .containsExactly("BARN BIDRAGET");
    }

    @Test
    void decomposed_letters_and_soft_hyphens_keep_their_places() {
        var text = "om fo\u0308ra\u0308ldra\u00adpenning";
        var hit = INDEX.search(text, "sv", 1).getFirst();
        assertThat(hit.id()).isEqualTo("foraldrapenning");
        assertThat(hit.matched()).containsExactly(new SearchHit.Span(3, text.length()));
    }

    @Test
    void a_word_that_does_not_speak_for_a_hit_is_not_matched() {
        var text = "bouppteckning och segelbåt";
        assertThat(INDEX.search(text, "sv", 1).getFirst().matched()).containsExactly(new SearchHit.Span(0, 13));
    }

    @Test
    void a_misspelt_word_is_matched_too() {
        assertThat(INDEX.search("bouppteckninng", "sv", 1).getFirst().matched())
                .containsExactly(new SearchHit.Span(0, 14));
    }

    @Test
    void the_surest_comes_first_and_no_more_than_asked_for() {
        var hits = INDEX.search("barn", "sv", 3);
        assertThat(hits).hasSize(3);
        assertThat(hits).isSortedAccordingTo((one, other) -> Double.compare(other.confidence(), one.confidence()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"barnbidrag AND (", "stem.sv:barnbidrag OR *:*", "barn* bidr?g~2 \"", "{!func}barnbidrag",
            "${barnbidrag}", "barnbidrag\u0000\u0007", "\uD83Dbarnbidrag\uDE00", "barnbidrag'; DROP TABLE",
            "<script>barnbidrag</script>",
            "\u202Ebarnbidrag", "🏳️‍🌈 barnbidrag 👨‍👩‍👧"})
    void nothing_in_a_text_is_evaluated(String text) {
        assertThat(INDEX.search(text, "sv", 10)).extracting(SearchHit::id).contains("barnbidrag");
    }

    @Test
    void any_text_is_answered_with_words_of_that_text() {
        var random = new Random(20261121);
        for (int round = 0; round < 2_000; round++) {
            var text = randomText(random);
            for (var hit : INDEX.search(text, "sv", 20)) {
                assertThat(hit.confidence()).isBetween(0.0, 1.0);
                assertThat(hit.score()).isPositive().isFinite();
                assertThat(hit.matched()).allSatisfy(span ->
                        assertThat(span.start()).isNotNegative().isLessThan(span.end()).isLessThan(text.length()));
            }
            INDEX.suggest(text, "sv", 5);
        }
    }

    /// Letters of all kinds, half surrogates, marks, controls and words of the content, with a full stop last.
    private static String randomText(Random random) {
        var words = List.of("barnbidrag", "dog", "flyttat", "mamma", "förskola", "طفل", "baby", "AND", "a-", "\u0301",
                "\uD800", " ");
        var text = new StringBuilder();
        int length = random.nextInt(60);
        for (int at = 0; at < length; at++) {
            switch (random.nextInt(3)) {
                case 0 -> text.append(words.get(random.nextInt(words.size())));
                case 1 -> text.append((char) random.nextInt(0x10000));
                default -> text.append(' ');
            }
        }
        return text.append('.').toString();
    }

    @Test
    void of_a_very_long_text_the_beginning_is_read() {
        var letters = "x".repeat(1_000_000);
        var words = "xyz ".repeat(250_000);
        assertThat(INDEX.search("barnbidrag " + letters, "sv", 1)).extracting(SearchHit::id)
                .containsExactly("barnbidrag");
        assertThat(INDEX.search("barnbidrag " + words, "sv", 1)).extracting(SearchHit::id)
                .containsExactly("barnbidrag");
        assertThat(INDEX.search(words + "barnbidrag", "sv", 1)).isEmpty();
    }

    @Test
    void a_long_text_of_many_different_words_is_answered() {
        var words = new StringBuilder("barnbidrag");
        new Random(1).ints(1_000, 100, 999).forEach(number -> words.append(" abc").append(number).append("defg"));
        assertThat(INDEX.search(words.toString(), "sv", 1)).extracting(SearchHit::id).containsExactly("barnbidrag");
    }

    @Test
    void one_slip_in_the_name_of_a_service_still_finds_it() {
        var random = new Random(7);
        for (var name : List.of("barnbidrag", "föräldrapenning", "bouppteckning", "flyttanmälan", "begravning")) {
            var right = first(name);
            for (int round = 0; round < 50; round++) {
                int at = 1 + random.nextInt(name.length() - 2);
                var letter = Character.toString('a' + random.nextInt(26));
                var slip = switch (random.nextInt(3)) {
                    case 0 -> name.substring(0, at) + name.substring(at + 1);
                    case 1 -> name.substring(0, at) + letter + name.substring(at);
                    default -> name.substring(0, at) + letter + name.substring(at + 1);
                };
                assertThat(first(slip)).as(slip).isEqualTo(right);
            }
        }
    }

    @Test
    void many_threads_get_the_same_answers() {
        var texts = List.of("när kommer barnbidraget", "min man dog", "we had a baby", "dagisplats",
                "flytat till ny adres");
        var alone = texts.stream().map(text -> INDEX.search(text, "sv", 10)).toList();
        var together = IntStream.range(0, 2_000).parallel()
                .mapToObj(number -> INDEX.search(texts.get(number % texts.size()), "sv", 10)).toList();
        for (int number = 0; number < together.size(); number++) {
            assertThat(together.get(number)).isEqualTo(alone.get(number % texts.size()));
        }
    }

    @Test
    void an_empty_knowledge_base_finds_nothing() {
        var country = FixtureKnowledge.country();
        var all = new HashSet<>(country.services().keySet());
        all.addAll(country.lifeEvents().keySet());
        try (var empty = ServiceIndex.of(FixtureKnowledge.without(country, all))) {
            assertThat(empty.search("barnbidrag", "sv", 10)).isEmpty();
            assertThat(empty.suggest("barn", "sv", 10)).isEmpty();
        }
    }

    private static String first(String text) {
        var hits = INDEX.search(text, "sv", 1);
        return hits.isEmpty() ? null : hits.getFirst().id();
    }
}
