package se.vagvisaren.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import se.vagvisaren.search.SearchHit.Span;

/// Cuts a text into sentences and clauses, and tells which of them ask.
final class Clauses {

    private static final int MOST = 12;
    private static final Set<String> INTERROGATIVES = Set.of("var", "vart", "hur", "när", "nar", "vad", "vem", "vilken", "vilket", "vilka",
            "varför", "where", "how", "when", "what", "who", "whom", "which", "why", "whose",
            "كيف", "أين", "اين", "متى", "ماذا", "ما", "هل", "من", "كم", "چطور", "چگونه", "کجا", "آیا", "چه", "як", "де", "чи", "коли", "куди", "що", "хто", "скільки",
            "miten", "mistä", "missä", "mihin", "minne", "milloin", "mikä", "mitä", "kuka", "kuinka", "kenelle", "jak", "gdzie", "czy", "kiedy", "co", "kto", "ile", "sidee",
            "xaggee", "halkee", "goorma", "maxaan", "yaa", "imisa");
    private static final Set<String> VERBS_FIRST = Set.of("kan", "får", "far", "måste", "maste", "ska", "skall", "blir", "är", "finns", "behöver",
            "behover", "har", "gör", "kommer", "går", "gäller", "räcker", "kostar", "vill", "räknas", "bör", "borde", "can", "could", "do", "does", "did",
            "must", "should", "is", "are", "am", "will", "would", "may", "have", "has");
    private static final String SENTENCE_MARKS = ".!?؟;\n";
    private static final String QUESTION_MARKS = "?؟";
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?؟;\\n]+");
    private static final String MARKS = "[.!?؟;:\\n,،]+";
    private static final String AND = "och|and|samt|men|dessutom|plus|but|also|ja|sekä|mutta|oraz|ale|та|і|й|але|iyo|oo|و";
    /// "I" is the Polish "and" but the Swedish "in", "o" the Swedish "och" but the Polish "about".
    private static final Pattern CLAUSE_END = clauseEnd(AND + "|o");
    private static final Pattern POLISH_CLAUSE_END = clauseEnd(AND + "|i");

    private static Pattern clauseEnd(String and) {
        return Pattern.compile(MARKS + "|(?iu)(?<![\\p{L}])(?:" + and + ")(?![\\p{L}])"
                // In Arabic the "and" is written together with the word that asks: وكيف, وهل.
                + "|(?<![\\p{L}])و(?=(?:كيف|هل|أين|اين|متى|من|ما|ماذا|كم|إلى|هناك)(?![\\p{L}]))");
    }

    private Clauses() {
    }

    /// The clauses of a text, in order; no more than a text that a person writes in one go has.
    ///
    /// @param language in which it is written, as a BCP 47 tag
    static List<Span> of(String text, String language) {
        return parts(text, language.equals("pl") ? POLISH_CLAUSE_END : CLAUSE_END);
    }

    /// Its sentences.
    static List<Span> sentences(String text) {
        return parts(text, SENTENCE_END);
    }

    /// Whether a clause ends in a question mark, begins with a question's word, or begins with a verb in a sentence that
    /// is a question.
    static boolean isQuestion(String text, Span clause) {
        var words = Words.of(text.substring(clause.start(), clause.end())).all();
        if (words.isEmpty()) {
            return false;
        }
        var first = words.getFirst().lower();
        if (INTERROGATIVES.contains(first)) {
            return true;
        }
        int end = clause.end();
        boolean verbFirst = VERBS_FIRST.contains(first);
        while (end < text.length() && (verbFirst ? !SENTENCE_MARKS.contains(text.substring(end, end + 1)) : Character.isWhitespace(text.charAt(end)))) {
            end++;
        }
        return end < text.length() && QUESTION_MARKS.contains(text.substring(end, end + 1));
    }

    private static List<Span> parts(String text, Pattern end) {
        var parts = new ArrayList<Span>();
        var ends = end.matcher(text);
        int start = 0;
        while (ends.find() && parts.size() < MOST) {
            add(text, start, ends.start(), parts);
            start = ends.end();
        }
        add(text, start, text.length(), parts);
        return parts;
    }

    private static void add(String text, int start, int end, List<Span> parts) {
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            parts.add(new Span(start, end));
        }
    }
}
