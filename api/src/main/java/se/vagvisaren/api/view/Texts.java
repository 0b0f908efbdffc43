package se.vagvisaren.api.view;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import se.vagvisaren.knowledge.LocalText;

/// The texts that are the product's own and not the content's, from `messages_<language>.properties`.
public final class Texts {

    /// The languages that have all of these texts, Swedish first.
    public static final List<String> LANGUAGES = List.of("sv", "en", "ar", "fi");

    private static final int DAYS_OF_A_WEEK = 7;
    private static final String BUNDLE = "messages";
    /// For languages in which questions are understood and nothing more.
    private static final ResourceBundle ANSWERED_IN_ENGLISH = ResourceBundle.getBundle("answered-in-english", Locale.ROOT);

    private final ResourceBundle bundle;
    private final Locale locale;

    private Texts(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(BUNDLE, locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /// The texts in a language; easy Swedish uses the Swedish ones, another language that has none the English ones.
    ///
    /// @param language a BCP 47 tag
    public static Texts in(String language) {
        var plain = readable(language);
        // Dates and numbers in Arabic keep the digits that stand on Swedish forms and signs.
        return new Texts(Locale.forLanguageTag(plain + "-u-nu-latn"));
    }

    /// The language of the texts that a reader of a language gets.
    public static String readable(String language) {
        var plain = Locale.forLanguageTag(language).getLanguage();
        return LANGUAGES.contains(plain) ? plain : LocalText.ENGLISH;
    }

    /// Tells who reads a language, in it or else in English, that the answer is in English and Swedish.
    public static String answeredInEnglish(String language) {
        return ANSWERED_IN_ENGLISH.containsKey(language) ? ANSWERED_IN_ENGLISH.getString(language) : in(language).get("page.list.language");
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

    /// A period as it is written in a sentence: `3 veckor`.
    ///
    /// @param written an ISO 8601 period in days, weeks, months or years
    public String period(String written) {
        var period = Period.parse(written);
        if (period.getYears() > 0) {
            return get("period.years", period.getYears());
        }
        if (period.getMonths() > 0) {
            return get("period.months", period.getMonths());
        }
        boolean weeks = period.getDays() % DAYS_OF_A_WEEK == 0;
        return get(weeks ? "period.weeks" : "period.days", weeks ? period.getDays() / DAYS_OF_A_WEEK : period.getDays());
    }

    /// A day as it is written in a sentence: `1 december 2026`.
    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(bundle.getString("language.day"), locale).format(day);
    }
}
