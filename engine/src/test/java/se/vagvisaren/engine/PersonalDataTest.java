package se.vagvisaren.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

    private static final char TAKEN = '_';

    /// What was taken out of a text stands as underscores, so that a test can be read.
    private static String blanked(String text) {
        var blanked = PersonalData.blank(text);
        assertThat(blanked.text()).hasSameSizeAs(text);
        assertThat(blanked.removed()).isEqualTo(!blanked.text().equals(text));
        var shown = new StringBuilder(text);
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) != blanked.text().charAt(at)) {
                shown.setCharAt(at, TAKEN);
            }
        }
        return shown.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"19121212-1212", "191212121212", "121212-1212", "121212+1212", "1212121212", "121272-1219", "19121212 - 1212",
            "121212-T212", "070-174 06 05", "+46 70 174 06 05", "kanarie@example.org", "4111 1111 1111 1111", "8327-9, 123 456 789-0",
            "٨١١٢١٨-٩٨٧٦", "٨١١٢١٨+٩٨٧٦", "۰۷۰-۱۷۴ ۰۶ ۰۵"})
    void numbers_and_addresses_of_persons_are_taken_out_whole(String personal) {
        assertThat(PersonalData.blank("Jag är " + personal + " och vill veta mer").text()).doesNotContainPattern("(?U)\\d{3}").doesNotContain("@");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Hej jag heter Anna-Karin Berg Svensson och har fått barn   | Hej ___ _____ __________ ____ ________ och har fått barn
            jag heter anna svensson, vill byta namn                    | ___ _____ ____ ________, vill byta namn
            mitt namn är ahmed och jag har flyttat                     | ____ ____ __ _____ och jag har flyttat
            My name is Amina and I need a job                          | __ ____ __ _____ and I need a job
            Мене звати Олена Коваль, я шукаю роботу                    | ____ _____ _____ ______, я шукаю роботу
            """)
    void a_name_that_somebody_gives_is_taken_out(String text, String expected) {
        assertThat(blanked(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jag heter fel i folkbokföringen", "Jag heter inte som min man", "my name is spelled wrong in the system",
            "mitt namn är felstavat på passet", "Vad heter blanketten?", "Jag är född 1954 och bor på Storgatan 12", "Det kostar 2 660 kronor"})
    void what_names_nobody_stays(String text) {
        assertThat(blanked(text)).isEqualTo(text);
    }
}
