package se.vagvisaren.api.view;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import se.vagvisaren.knowledge.LocalText;

/// The texts that are the product's own and not the content's, from `messages_<language>.properties`.
public final class Texts {

    /// The languages that have all of these texts, Swedish first.
    public static final List<String> LANGUAGES = List.of("sv", "en", "ar", "fi");

    private static final String BUNDLE = "messages";

    private final ResourceBundle bundle;
    private final Locale locale;

    private Texts(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(BUNDLE, locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /// The texts in a language; easy Swedish uses the Swedish ones, and so does a language that has none.
    ///
    /// @param language a BCP 47 tag
    public static Texts in(String language) {
        var plain = Locale.forLanguageTag(language).getLanguage();
        // Dates and numbers in Arabic keep the digits that stand on Swedish forms and signs.
        return new Texts(Locale.forLanguageTag(LANGUAGES.contains(plain) ? plain + "-u-nu-latn" : LocalText.SWEDISH));
    }

    /// A text with its blanks filled in.
    ///
    /// @throws java.util.MissingResourceException when there is no such text
    public String get(String key, Object... blanks) {
        return new MessageFormat(bundle.getString(key), locale).format(blanks);
    }

    /// The direction in which the language is written, as in HTML: `ltr` or `rtl`.
    public String direction() {
        return bundle.getString("language.direction");
    }

    /// A day as it is written in a sentence: `1 december 2026`.
    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(bundle.getString("language.day"), locale).format(day);
    }
}
