package se.vagvisaren.api.view;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/// The texts that are the product's own and not the content's, from `messages_<language>.properties`.
public final class Texts {

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
        var there = !plain.isEmpty() && Texts.class.getResource("/" + BUNDLE + "_" + plain + ".properties") != null;
        return new Texts(Locale.of(there ? plain : "sv"));
    }

    /// A text with its blanks filled in.
    ///
    /// @throws java.util.MissingResourceException when there is no such text
    public String get(String key, Object... blanks) {
        return new MessageFormat(bundle.getString(key), locale).format(blanks);
    }

    /// A day as it is written in a sentence: `1 december 2026`.
    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", locale).format(day);
    }
}
