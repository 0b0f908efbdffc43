package se.vagvisaren.engine;

import java.util.regex.Pattern;

/// Finds personal data in what a visitor wrote, so that it goes no further than this class.
final class PersonalData {

    /// A text without personal data, of the same length, and whether something was taken out.
    record Blanked(String text, boolean removed) {
    }

    /// Six or eight digits that can be a date (a coordination number adds 60 to the day, a reserve number has a letter in
    /// the last part), a separator or none, and four more, or any other run of ten to nineteen digits in groups: account
    /// and card numbers. Checksums are not looked at: a mistyped number is as personal as a right one.
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\d])(?:(?:18|19|20)?\\d{2}[ -]?(?:0\\d|1[0-2]|[2-9]\\d)[ -]?[0-9]\\d\\s?[-+–]?\\s?[\\dTRSUWXJKLMNtrsuwxjklmn]\\d{3}"
                    + "|\\d(?:[ -]?\\d){9,18})(?!\\d)");
    private static final Pattern PHONE = Pattern.compile("(?<![\\d])(?:\\+\\d{1,3}|00\\d{1,3}|0)[ -]?\\d{1,4}(?:[ -/]?\\d{2,4}){2,4}(?!\\d)");
    private static final Pattern MAIL = Pattern.compile("[\\p{L}\\d._%+-]{1,64}@[\\p{L}\\d.-]{1,255}");

    private PersonalData() {
    }

    static Blanked blank(String text) {
        var blanked = blank(text, MAIL);
        blanked = blank(blanked, NUMBER);
        blanked = blank(blanked, PHONE);
        return new Blanked(blanked, !blanked.equals(text));
    }

    private static String blank(String text, Pattern pattern) {
        return pattern.matcher(text).replaceAll(match -> " ".repeat(match.group().length()));
    }
}
