package se.vagvisaren.api.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What hurry does to a text.
class NoiseTest {

    private static final String TEXT = "Vår dotter föddes igår, var ansöker vi om föräldrapenning och förskoleplats?";

    @ParameterizedTest
    @EnumSource(Noise.class)
    void the_same_seed_gives_the_same_noise(Noise noise) {
        assertThat(noise.on(TEXT, 7)).isEqualTo(noise.on(TEXT, 7)).isNotEqualTo(TEXT);
    }

    @Test
    void every_second_longer_word_gets_one_slip() {
        var noisy = Noise.TYPOS.on(TEXT, 1).split(" ");
        var words = TEXT.split(" ");

        assertThat(noisy).hasSameSizeAs(words);
        assertThat(noisy[1]).as("dotter").isNotEqualTo("dotter").startsWith("d");
        assertThat(noisy[2]).as("föddes, the second longer word").isEqualTo("föddes");
    }

    @Test
    void without_diacritics_only_they_are_gone() {
        assertThat(Noise.FOLDING.on("Går vår åtta på öl? Ändå", 1)).isEqualTo("Gar var atta pa ol? Anda");
    }

    @Test
    void long_words_are_written_as_two() {
        assertThat(Noise.SPLITS.on("föräldrapenning", 1)).matches("\\p{L}+ \\p{L}+");
    }
}
