package se.vagvisaren.knowledge;

import java.util.Map;
import java.util.Optional;

/// A text in one or more languages, by BCP 47 tag. Swedish (`sv`) is always there; easy Swedish is `sv-x-lattlast`.
public record LocalText(Map<String, String> byLanguage) {

    public static final String SWEDISH = "sv";
    public static final String ENGLISH = "en";
    public static final String EASY_SWEDISH = "sv-x-lattlast";

    public LocalText {
        byLanguage = Map.copyOf(byLanguage);
    }

    /// The text in Swedish only.
    public static LocalText swedish(String text) {
        return new LocalText(Map.of(SWEDISH, text));
    }

    /// The text in that language; where it has not been translated, in Swedish to who reads Swedish or English, and in English
    /// to all others.
    public String in(String language) {
        var text = byLanguage.get(language);
        if (text == null && !language.startsWith(SWEDISH)) {
            text = byLanguage.get(ENGLISH);
        }
        return text != null ? text : byLanguage.getOrDefault(SWEDISH, "");
    }

    /// The text in exactly that language, if there is one.
    public Optional<String> only(String language) {
        return Optional.ofNullable(byLanguage.get(language));
    }
}
