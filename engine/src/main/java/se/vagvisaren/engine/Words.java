package se.vagvisaren.engine;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.vagvisaren.search.SearchHit.Span;

/// The words of a text, with their places and the sentence each belongs to.
record Words(String text, List<Word> all, Set<String> lower, Set<String> plain) {

    /// A word.
    ///
    /// @param lower    in lower case
    /// @param folded   in lower case without diacritics
    /// @param number   the number that it says, or null
    /// @param sentence the sentence it stands in, from 0
    /// @param plain    whether it is typed without diacritics
    record Word(int start, int end, String lower, String folded, Long number, int sentence, boolean capital, boolean plain) {
    }

    private static final Pattern WORD = Pattern.compile("\\p{Nd}+|[\\p{L}\\p{M}]+");
    private static final Pattern END = Pattern.compile("\\h*(?:\\z|\\v|[.,!?;:)…،؛؟](?!\\p{Nd}))");
    private static final Pattern COMPOUND_NUMBER = Pattern.compile("(?iu)(ett|en|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|"
            + "fjorton|femton|sexton|sjutton|arton|nitton|tjugo)(år.*|månad.*|barns.*)");
    private static final Map<String, Long> NUMBERS = numbers();

    static Words of(String text) {
        var words = new ArrayList<Word>();
        var matcher = WORD.matcher(text);
        int sentence = 0;
        int last = 0;
        while (matcher.find()) {
            if (endsSentence(text, last, matcher.start())) {
                sentence++;
            }
            last = matcher.end();
            var compound = COMPOUND_NUMBER.matcher(matcher.group());
            if (compound.matches()) {
                int split = matcher.start() + compound.end(1);
                words.add(word(text, matcher.start(), split, sentence));
                words.add(word(text, split, matcher.end(), sentence));
            } else {
                words.add(word(text, matcher.start(), matcher.end(), sentence));
            }
        }
        return new Words(text, words, words.stream().map(Word::lower).collect(Collectors.toSet()),
                words.stream().filter(Word::plain).map(Word::lower).collect(Collectors.toSet()));
    }

    private static boolean endsSentence(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (".!?\n;".indexOf(text.charAt(at)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /// Whether something ends right after a word: the text, a sentence, or what a comma cuts off.
    boolean endsAfter(int word) {
        return END.matcher(text).region(all.get(word).end(), text.length()).lookingAt();
    }

    private static Word word(String text, int start, int end, int sentence) {
        var written = text.substring(start, end);
        var lower = written.toLowerCase(Locale.ROOT);
        // Arabic and Persian have digits of their own.
        var number = lower.length() < 10 && lower.chars().allMatch(Character::isDigit) ? Long.valueOf(Long.parseLong(lower)) : NUMBERS.get(lower);
        return new Word(start, end, lower, fold(lower), number, sentence, Character.isUpperCase(written.codePointAt(0)),
                lower.chars().allMatch(each -> each < 128));
    }

    /// Without diacritics: å becomes a, é becomes e.
    static String fold(String lower) {
        for (int at = 0; at < lower.length(); at++) {
            if (lower.charAt(at) > 127) {
                return Normalizer.normalize(lower, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
            }
        }
        return lower;
    }

    private static Map<String, Long> numbers() {
        var written = "noll|zero,ett|en|one,två|two|båda,tre|three,fyra|four,fem|five,sex|six,sju|seven,åtta|eight,nio|nine,tio|ten,"
                + "elva|eleven,tolv|twelve,tretton|thirteen,fjorton|fourteen,femton|fifteen,sexton|sixteen,sjutton|seventeen,"
                + "arton|eighteen,nitton|nineteen,tjugo|twenty";
        var numbers = new java.util.HashMap<String, Long>();
        long value = 0;
        for (var names : written.split(",")) {
            for (var name : names.split("\\|")) {
                numbers.put(name, value);
            }
            value++;
        }
        numbers.remove("båda");
        return Map.copyOf(numbers);
    }

    /// The text with some parts blanked, length kept.
    static String blanked(String text, List<Span> parts) {
        var blanked = new StringBuilder(text);
        parts.forEach(part -> blanked.replace(part.start(), part.end(), " ".repeat(part.end() - part.start())));
        return blanked.toString();
    }

    /// The text with a pattern's matches blanked, length kept.
    static String blanked(String text, Pattern pattern) {
        return pattern.matcher(text).replaceAll(match -> Matcher.quoteReplacement(" ".repeat(match.group().length())));
    }
}
