package se.vagvisaren.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// How much a text asks for, whatever it is about: small words and marks tell it ("och hur …", "annat ärende", "nu då?").
/// Multinomial logistic regression over runs of one to three words and the text's build; the weights are fitted by
/// `BreadthFitting` in the tests of the module api.
public final class Breadth {

    /// What a text may ask for.
    public enum Kind {
        /// nothing that could be told from it
        NONE,
        /// one thing
        ONE,
        /// all that there is to do in a situation
        ALL,
        /// two or three things
        SEVERAL
    }

    private static final Pattern TOKEN = Pattern.compile("\\p{Nd}+|[\\p{L}\\p{M}]+|[.?!,;:()\\-–؟،]");
    private static final int LONGEST_RUN = 3;
    /// What is longer is no question that anybody asks; its first words tell enough.
    private static final int MOST_TOKENS = 200;
    /// Signs of the build have names that no run of words can have.
    private static final String BUILD = " ";
    private static final Set<Character> QUESTION_MARKS = Set.of('?', '؟');

    private final Map<String, float[]> weights;

    /// @param weights by sign as in [#signs], one for each kind; what has none tells nothing
    public Breadth(Map<String, float[]> weights) {
        this.weights = Map.copyOf(weights);
    }

    /// With the weights in use.
    static Breadth inUse() {
        try (var stream = Breadth.class.getResourceAsStream("breadth.tsv")) {
            var weights = new HashMap<String, float[]>();
            new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.split("\t")).forEach(parts -> {
                var of = new float[Kind.values().length];
                IntStream.range(0, of.length).forEach(kind -> of[kind] = Float.parseFloat(parts[kind + 1]));
                weights.put(parts[0], of);
            });
            return new Breadth(weights);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// What of a text tells how much it asks for, with how much there is of it: its runs of words and marks, without
    /// diacritics, weighted so that a long text has no more of them than a short one, and its build.
    public static Map<String, Double> signs(String text) {
        var tokens = TOKEN.matcher(text.toLowerCase(Locale.ROOT)).results().limit(MOST_TOKENS)
                .map(match -> Character.isDigit(match.group().codePointAt(0)) ? "0" : Words.fold(match.group())).toList();
        var runs = new HashSet<String>();
        for (int from = 0; from < tokens.size(); from++) {
            for (int to = from + 1; to <= Math.min(tokens.size(), from + LONGEST_RUN); to++) {
                runs.add(String.join(" ", tokens.subList(from, to)));
            }
        }
        var signs = new HashMap<String, Double>();
        runs.forEach(run -> signs.put(run, 1 / Math.sqrt(runs.size())));
        var stripped = text.strip();
        signs.put(BUILD, 1.0);
        signs.put(BUILD + "length", Math.min(text.length(), 500) / 100.0);
        signs.put(BUILD + "sentences", Math.min(3, Clauses.sentences(text).size()) / 2.0);
        signs.put(BUILD + "questions", Math.min(3, marks(text, "?؟")) / 2.0);
        signs.put(BUILD + "commas", Math.min(4, marks(text, ",،")) / 2.0);
        signs.put(BUILD + "asks last", !stripped.isEmpty() && QUESTION_MARKS.contains(stripped.charAt(stripped.length() - 1)) ? 1.0 : 0);
        return signs;
    }

    private static double marks(String text, String marks) {
        return text.chars().filter(each -> marks.indexOf(each) >= 0).count();
    }

    /// How likely each kind is against [Kind#NONE], in log odds.
    double[] odds(String text) {
        var odds = new double[Kind.values().length];
        signs(text).forEach((sign, much) -> {
            var of = weights.get(sign);
            for (int kind = 0; of != null && kind < odds.length; kind++) {
                odds[kind] += much * of[kind];
            }
        });
        double none = odds[Kind.NONE.ordinal()];
        for (int kind = 0; kind < odds.length; kind++) {
            odds[kind] -= none;
        }
        return odds;
    }

    /// What a text most likely asks for.
    public Kind likeliest(String text) {
        var odds = odds(text);
        return Arrays.stream(Kind.values()).max(Comparator.comparingDouble(kind -> odds[kind.ordinal()])).orElseThrow();
    }

    /// As [#inUse] reads it.
    public List<String> lines() {
        return weights.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(entry -> {
            var line = new StringBuilder(entry.getKey());
            for (float weight : entry.getValue()) {
                line.append('\t').append(String.format(Locale.ROOT, "%.2f", weight));
            }
            return line.toString();
        }).toList();
    }
}
