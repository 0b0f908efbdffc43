package se.vagvisaren.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Tells texts of one language apart by what the phrases of each entity have that those of others have not: multinomial
/// logistic regression over folded character 4-grams and words, trained when the index is built.
///
/// The search finds what has a text's words; this weighs which of its words matter.
final class PhraseClassifier {

    /// More entities than this are not told apart this way: training and memory grow with their number times the phrases'.
    static final int MOST_ENTITIES = 1_000;

    /// Behind the entities: what is no errand with any authority, and what nobody could tell.
    static final int FOREIGN = 0;
    static final int VAGUE = 1;
    private static final int BESIDES = 2;

    private static final String PLACE = "=" + ServiceIndex.A_PLACE;
    private static final int GRAM = 4;
    /// After these a word says something else: "till Sverige", "från Sverige".
    private static final Set<String> TURNS = Set.of("till", "fran", "to", "from", "inte", "not", "utan", "without");
    private static final int EPOCHS = 3;
    private static final double RATE = 3;
    private static final double DECAY = 1;
    private static final int FEWEST_TEXTS = 2;
    /// A small content needs all it has.
    private static final int ENOUGH_TO_CHOOSE = 10_000;
    private static final float BIAS = .1f;
    /// What is less wrong than this is not worth mending; most entities are that right after the first round.
    private static final float LEAST_ERROR = .005f;
    private static final float SCALE = 10;

    /// The features of a word: those that are known, and how much they weigh.
    private record Features(int[] words, int[] grams) {
    }

    private final Map<String, Integer> features = new HashMap<>();
    private final float[] rarity;
    private final float[][] weights;
    private final float[] bias;
    private final int entities;
    private final Set<String> places;

    private PhraseClassifier(List<Unit> units, int entities, Set<String> places) {
        this.entities = entities + BESIDES;
        this.places = places;
        var frequency = new HashMap<String, Integer>();
        for (var unit : units) {
            var seen = new TreeSet<String>();
            var words = Words.of(unit.text());
            IntStream.range(0, words.size()).forEach(at -> seen.addAll(names(words.get(at).text(), at == 0 ? "" : words.get(at - 1).text())));
            seen.forEach(feature -> frequency.merge(feature, 1, Integer::sum));
        }
        // What stands in one phrase only tells that phrase from others, and is half of all there is.
        frequency.values().removeIf(texts -> texts < FEWEST_TEXTS && units.size() >= ENOUGH_TO_CHOOSE);
        frequency.keySet().stream().sorted().forEach(feature -> features.put(feature, features.size()));
        rarity = new float[features.size()];
        frequency.forEach((feature, texts) ->
                rarity[features.get(feature)] = (float) (Math.log((1.0 + units.size()) / (1 + texts)) + 1));
        weights = new float[features.size()][this.entities];
        bias = new float[this.entities];
        train(units);
    }

    /// A classifier of the units of one language; one that finds everything equally unlike when there are too many
    /// entities.
    static PhraseClassifier of(List<Unit> units, String language, int entities, Set<String> places) {
        if (entities > MOST_ENTITIES || entities < 2) {
            return new PhraseClassifier(List.of(), entities, places);
        }
        var all = new ArrayList<>(units);
        lines("not-ours.txt", language).forEach(text -> all.add(new Unit(entities + FOREIGN, "", Unit.Kind.PHRASE, text)));
        lines("too-vague.txt", language).forEach(text -> all.add(new Unit(entities + VAGUE, "", Unit.Kind.PHRASE, text)));
        return new PhraseClassifier(all, entities, places);
    }

    /// Words that name a place, folded: which one says nothing.
    Set<String> places() {
        return places;
    }

    /// The texts of one language in a list that stands beside this class.
    private static List<String> lines(String list, String language) {
        try (var stream = PhraseClassifier.class.getResourceAsStream(list)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> line.startsWith(language + "\t"))
                    .map(line -> line.substring(language.length() + 1)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Stochastic gradient descent on the multinomial logistic loss, always in the same order.
    private void train(List<Unit> units) {
        var order = new ArrayList<>(IntStream.range(0, units.size()).boxed().toList());
        var known = units.stream().map(unit -> features(Words.of(unit.text()))).toList();
        var random = new Random(1);
        var scores = new float[entities];
        var mistaken = new int[entities];
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(order, random);
            float rate = (float) (RATE / (1 + DECAY * epoch));
            for (int number : order) {
                float ofWords = 0;
                float ofGrams = 0;
                for (var word : known.get(number)) {
                    ofWords += squares(word.words());
                    ofGrams += squares(word.grams());
                }
                float perWord = ofWords == 0 ? 0 : (float) (1 / Math.sqrt(ofWords));
                float perGram = ofGrams == 0 ? 0 : (float) (1 / Math.sqrt(ofGrams));
                System.arraycopy(bias, 0, scores, 0, entities);
                for (var word : known.get(number)) {
                    score(word.words(), perWord, scores);
                    score(word.grams(), perGram, scores);
                }
                toProbabilities(scores);
                scores[units.get(number).entity()] -= 1;
                int wrong = 0;
                for (int entity = 0; entity < entities; entity++) {
                    if (Math.abs(scores[entity]) > LEAST_ERROR) {
                        mistaken[wrong++] = entity;
                    }
                }
                for (var word : known.get(number)) {
                    learn(word.words(), -rate * perWord, scores, mistaken, wrong);
                    learn(word.grams(), -rate * perGram, scores, mistaken, wrong);
                }
                add(bias, scores, -rate * BIAS);
            }
        }
    }

    private float squares(int[] known) {
        float sum = 0;
        for (int feature : known) {
            sum += rarity[feature] * rarity[feature];
        }
        return sum;
    }

    private void score(int[] known, float times, float[] scores) {
        for (int feature : known) {
            add(scores, weights[feature], times * rarity[feature]);
        }
    }

    private void learn(int[] known, float times, float[] error, int[] mistaken, int count) {
        for (int feature : known) {
            float[] of = weights[feature];
            float much = times * rarity[feature];
            for (int at = 0; at < count; at++) {
                of[mistaken[at]] += much * error[mistaken[at]];
            }
        }
    }

    private static void add(float[] to, float[] what, float times) {
        for (int at = 0; at < to.length; at++) {
            to[at] += times * what[at];
        }
    }

    private static void toProbabilities(float[] scores) {
        float most = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            most = Math.max(most, score);
        }
        float sum = 0;
        for (int at = 0; at < scores.length; at++) {
            scores[at] = (float) Math.exp(scores[at] - most);
            sum += scores[at];
        }
        for (int at = 0; at < scores.length; at++) {
            scores[at] /= sum;
        }
    }

    /// What one word of a text adds to the likeness of a part that it stands in, before the part's length is known.
    ///
    /// @param byWord  by entity, from the word as a whole
    /// @param byGrams by entity, from its 4-grams
    /// @param words   what it adds to the square of the part's length in words
    /// @param grams   the same in 4-grams
    record Share(float[] byWord, float[] byGrams, float words, float grams) {
    }

    /// What a word adds where it stands.
    ///
    /// @param before the word before it, or an empty text
    Share share(String word, String before) {
        var known = features(word, before);
        var byWord = new float[entities];
        var byGrams = new float[entities];
        score(known.words(), 1, byWord);
        score(known.grams(), 1, byGrams);
        return new Share(byWord, byGrams, squares(known.words()), squares(known.grams()));
    }

    /// How like each entity's phrases a part of a text is, about -1 for not at all to 1 for very; last, how like it is to
    /// what is no errand at all, and to what nobody could tell.
    float[] likeness(List<Share> part) {
        float words = 0;
        float grams = 0;
        for (var share : part) {
            words += share.words();
            grams += share.grams();
        }
        var likeness = Arrays.copyOf(bias, entities);
        for (var share : part) {
            if (words > 0) {
                add(likeness, share.byWord(), (float) (1 / Math.sqrt(words)));
            }
            if (grams > 0) {
                add(likeness, share.byGrams(), (float) (1 / Math.sqrt(grams)));
            }
        }
        for (int entity = 0; entity < entities; entity++) {
            likeness[entity] /= SCALE;
        }
        return likeness;
    }

    private List<Features> features(List<Words.Word> words) {
        return IntStream.range(0, words.size()).mapToObj(at -> features(words.get(at).text(), at == 0 ? "" : words.get(at - 1).text())).toList();
    }

    private Features features(String word, String before) {
        var known = names(word, before).stream().filter(features::containsKey).toList();
        return new Features(known.stream().filter(PhraseClassifier::isWord).mapToInt(features::get).toArray(),
                known.stream().filter(name -> !isWord(name)).mapToInt(features::get).toArray());
    }

    /// The word, with `=` before it, and its 4-grams.
    private List<String> names(String word, String before) {
        var folded = Words.fold(word);
        var turn = Words.fold(before);
        if (TURNS.contains(turn)) {
            var all = new ArrayList<>(names(word, ""));
            all.add("=" + turn + " " + (places.contains(folded) ? ServiceIndex.A_PLACE : folded));
            return all;
        }
        if (places.contains(folded)) {
            // "Flyttat till Malmö" is like "flyttat till Lund", not like "flyttat till Sverige".
            return List.of(PLACE);
        }
        var names = new ArrayList<String>();
        names.add("=" + folded);
        var padded = " " + folded + " ";
        if (padded.length() <= GRAM) {
            names.add(padded);
        }
        for (int at = 0; at + GRAM <= padded.length() && padded.length() > GRAM; at++) {
            names.add(padded.substring(at, at + GRAM));
        }
        return names;
    }

    private static boolean isWord(String feature) {
        return feature.charAt(0) == '=';
    }
}
