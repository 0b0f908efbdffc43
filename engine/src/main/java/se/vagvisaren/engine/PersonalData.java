package se.vagvisaren.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds personal data in what a visitor wrote, so that it goes no further than this class.
final class PersonalData {

    /// A text without personal data, of the same length, and whether something was taken out.
    record Blanked(String text, boolean removed) {
    }

    /// Six or eight digits that can be a date (a coordination number adds 60 to the day, a reserve number has a letter in
    /// the last part), a separator or none, and four more, or any other run of ten to nineteen digits in groups, a comma after
    /// the number of a bank office: account and card numbers. Checksums are not looked at: a mistyped number is as personal as a right one.
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\d])(?:(?:18|19|20)?\\d{2}[ -]?(?:0\\d|1[0-2]|[2-9]\\d)[ -]?[0-9]\\d\\s?[-+–]?\\s?[\\dTRSUWXJKLMNtrsuwxjklmn]\\d{3}"
                    + "|\\d{4}(?:-\\d)?,\\s?\\d(?:[ -]?\\d){5,13}|\\d(?:[ -]?\\d){9,18})(?!\\d)");
    private static final Pattern PHONE = Pattern.compile("(?<![\\d])(?:\\+\\d{1,3}|00\\d{1,3}|0)[ -]?\\d{1,4}(?:[ -/]?\\d{2,4}){2,4}(?!\\d)");
    /// After an introduction up to three words with capitals, or else one word, and the next where it ends the clause.
    private static final String NAME = "\\p{Lu}[\\p{L}'’-]*(?:\\s+\\p{Lu}[\\p{L}'’-]*){0,2}"
            + "|\\p{L}[\\p{L}'’-]*(?:\\s+\\p{L}[\\p{L}'’-]*(?=\\s*(?:[,.;:!?()\\n]|$|och\\b|and\\b|ja\\b|i\\b|oo\\b|та\\b|و)))?";
    private static final List<Pattern> NAMES = introductions();
    private static final Pattern MAIL = Pattern.compile("[\\p{L}\\d._%+-]{1,64}@[\\p{L}\\d.-]{1,255}");

    private PersonalData() {
    }

    static Blanked blank(String text) {
        var blanked = blank(text, MAIL);
        blanked = blank(blanked, NUMBER);
        blanked = blank(blanked, PHONE);
        for (var introduction : NAMES) {
            blanked = blank(blanked, introduction);
        }
        return new Blanked(blanked, !blanked.equals(text));
    }

    /// Patterns of a name with its introduction: without the name that tells nothing.
    private static List<Pattern> introductions() {
        try (var stream = PersonalData.class.getResourceAsStream("introductions.txt")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t")).map(parts -> Pattern.compile("(?U)(?i:(?<!\\p{L})" + words(parts[1], "\\s+") + ")\\s+(?!(?i:"
                            + words(parts[2], "|") + ")(?!\\p{L}))(?:" + NAME + ")")).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String words(String written, String between) {
        return Stream.of(written.split(" ")).map(Pattern::quote).collect(Collectors.joining(between));
    }

    private static String blank(String text, Pattern pattern) {
        var blanked = new StringBuilder(text);
        pattern.matcher(withLatinDigits(text)).results().forEach(match -> blanked.replace(match.start(), match.end(), " ".repeat(match.group().length())));
        return blanked.toString();
    }

    /// The text as long, with the digits of Arabic, Persian and other scripts as 0 to 9.
    private static String withLatinDigits(String text) {
        var digits = new StringBuilder(text);
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) > '9' && Character.isDigit(text.charAt(at))) {
                digits.setCharAt(at, (char) ('0' + Character.digit(text.charAt(at), 10)));
            }
        }
        return digits.toString();
    }
}
