package se.vagvisaren.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {

    private static final ServiceIndex INDEX = ServiceIndex.of(FixtureKnowledge.country());

    @AfterAll
    static void close() {
        INDEX.close();
    }

    @ParameterizedTest(name = "\"{0}\" suggests {1} first")
    @CsvSource(delimiter = '|', textBlock = """
            ba | barnbidrag
            Bou | bouppteckning
            föräldra | foraldrapenning
            foraldra | foraldrapenning
            dag | forskola-plats
            plats i förs | forskola-plats
            förs | forskola-plats
            adressä | flyttanmalan
            a-k | akassa
            """)
    void a_name_is_suggested_by_its_beginning(String typed, String id) {
        assertThat(suggested(typed)).first().isEqualTo(id);
    }

    @ParameterizedTest(name = "\"{0}\" suggests {1}")
    @CsvSource(delimiter = '|', textBlock = """
            kassan | akassa
            mor | umgange
            förskola plats | forskola-plats
            uppteckning | bouppteckning
            """)
    void any_word_of_a_name_and_what_a_compound_ends_with_is_suggested(String typed, String id) {
        assertThat(suggested(typed)).contains(id);
    }

    @ParameterizedTest(name = "\"{0}\" suggests {1}")
    @CsvSource(delimiter = '|', textBlock = """
            bupptec | bouppteckning
            förädra | foraldrapenning
            begravnning | begravning
            flytanmälna | flyttanmalan
            """)
    void a_slip_in_a_longer_text_is_forgiven(String typed, String id) {
        assertThat(suggested(typed)).contains(id);
    }

    @Test
    void one_letter_suggests_nothing() {
        assertThat(suggested("b")).isEmpty();
        assertThat(suggested(" ? ")).isEmpty();
    }

    @Test
    void life_events_are_suggested_too() {
        assertThat(INDEX.suggest("få b", "sv", 5)).first().satisfies(hit -> {
            assertThat(hit.kind()).isEqualTo(SearchHit.Kind.LIFE_EVENT);
            assertThat(hit.id()).isEqualTo("fa-barn");
        });
    }

    @Test
    void names_of_the_readers_language_are_suggested() {
        assertThat(INDEX.suggest("fune", "en", 5)).extracting(SearchHit::id).containsExactly("begravning");
        assertThat(INDEX.suggest("fune", "sv", 5)).isEmpty();
    }

    @Test
    void equally_good_names_come_in_swedish_order() {
        // "pengar till …", "pengar åt …", "pengar över …"
        assertThat(suggested("pengar")).containsExactly("foraldrapenning", "akassa", "barnbidrag");
    }

    @Test
    void what_begins_so_comes_before_what_has_it_inside() {
        assertThat(suggested("barn")).startsWith("barnbidrag").contains("fa-barn", "umgange");
    }

    private static List<String> suggested(String typed) {
        return INDEX.suggest(typed, "sv", 10).stream().map(SearchHit::id).toList();
    }
}
