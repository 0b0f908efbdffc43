package se.vagvisaren.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/// Tells texts apart by what the phrases of each entity have that those of others have not: multinomial logistic regression
/// over folded character 4-grams and words, trained when the index is built.
///
/// The search finds what has a text's words; this weighs which of its words matter. On labelled questions either alone puts
/// the right authority first in three of four, both together in four of five.
final class PhraseClassifier {

    /// More entities than this are not told apart this way: training and memory grow with their number times the phrases'.
    static final int MOST_ENTITIES = 1_000;

    private static final String PLACE = "=§";
    private static final int GRAM = 4;
    private static final int EPOCHS = 12;
    private static final double RATE = 4;
    private static final double DECAY = .5;
    private static final float BIAS = .1f;
    private static final float SCALE = 10;

    /// Known features and their values.
    private record Vector(int[] features, float[] values) {
    }

    private final Map<String, Integer> features = new HashMap<>();
    private final double[] rarity;
    private final float[][] weights;
    private final float[] bias;
    private final int entities;
    private final Set<String> places;

    private PhraseClassifier(List<Unit> units, int entities, Set<String> places) {
        this.entities = entities + 1;
        this.places = places;
        var counted = units.stream().map(unit -> count(unit.text())).toList();
        var frequency = new HashMap<String, Integer>();
        counted.forEach(counts -> counts.keySet().forEach(feature -> frequency.merge(feature, 1, Integer::sum)));
        frequency.keySet().stream().sorted().forEach(feature -> features.put(feature, features.size()));
        rarity = new double[features.size()];
        frequency.forEach((feature, texts) -> rarity[features.get(feature)] = Math.log((1.0 + units.size()) / (1 + texts)) + 1);
        weights = new float[features.size()][this.entities];
        bias = new float[this.entities];
        train(units, counted.stream().map(this::vector).toList());
    }

    /// A classifier of these units; one that finds everything equally unlike when there are too many entities.
    static PhraseClassifier of(List<Unit> units, int entities, Set<String> places) {
        if (entities > MOST_ENTITIES || entities < 2) {
            return new PhraseClassifier(List.of(), entities, places);
        }
        var all = new ArrayList<>(units);
        notOurs().forEach(text -> all.add(new Unit(entities, "sv", Unit.Kind.PHRASE, text)));
        return new PhraseClassifier(all, entities, places);
    }

    private static List<String> notOurs() {
        try (var stream = PhraseClassifier.class.getResourceAsStream("not-ours.txt")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Stochastic gradient descent on the multinomial logistic loss, always in the same order.
    private void train(List<Unit> units, List<Vector> vectors) {
        var order = new ArrayList<>(IntStream.range(0, units.size()).boxed().toList());
        var random = new Random(1);
        var scores = new float[entities];
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(order, random);
            float rate = (float) (RATE / (1 + DECAY * epoch));
            for (int number : order) {
                var vector = vectors.get(number);
                score(vector, scores);
                toProbabilities(scores);
                scores[units.get(number).entity()] -= 1;
                for (int at = 0; at < vector.features().length; at++) {
                    add(weights[vector.features()[at]], scores, -rate * vector.values()[at]);
                }
                add(bias, scores, -rate * BIAS);
            }
        }
    }

    private void score(Vector vector, float[] scores) {
        System.arraycopy(bias, 0, scores, 0, entities);
        for (int at = 0; at < vector.features().length; at++) {
            add(scores, weights[vector.features()[at]], vector.values()[at]);
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

    /// How like each entity's phrases a text is, about -1 for not at all to 1 for very; last, how like it is to what is no
    /// errand at all.
    double[] likeness(String text) {
        var scores = new float[entities];
        score(vector(count(text)), scores);
        var likeness = new double[entities];
        for (int entity = 0; entity < entities; entity++) {
            likeness[entity] = scores[entity] / SCALE;
        }
        return likeness;
    }

    /// How often each 4-gram and each word occurs; a word's feature begins with `=`.
    private Map<String, Integer> count(String text) {
        var counts = new HashMap<String, Integer>();
        for (var word : Words.of(text)) {
            var folded = Words.fold(word.text());
            if (places.contains(folded)) {
                // "Flyttat till Malmö" is like "flyttat till Lund", not like "flyttat till Sverige".
                counts.merge(PLACE, 1, Integer::sum);
                continue;
            }
            counts.merge("=" + folded, 1, Integer::sum);
            var padded = " " + folded + " ";
            if (padded.length() <= GRAM) {
                counts.merge(padded, 1, Integer::sum);
            }
            for (int at = 0; at + GRAM <= padded.length() && padded.length() > GRAM; at++) {
                counts.merge(padded.substring(at, at + GRAM), 1, Integer::sum);
            }
        }
        return counts;
    }

    /// The known features by number, words and 4-grams each of length 1.
    private Vector vector(Map<String, Integer> counts) {
        var known = counts.keySet().stream().filter(features::containsKey).sorted().toList();
        var numbers = new int[known.size()];
        var values = new float[known.size()];
        double words = 0;
        double grams = 0;
        for (int at = 0; at < numbers.length; at++) {
            numbers[at] = features.get(known.get(at));
            values[at] = (float) ((1 + Math.log(counts.get(known.get(at)))) * rarity[numbers[at]]);
            words += isWord(known.get(at)) ? values[at] * values[at] : 0;
            grams += isWord(known.get(at)) ? 0 : values[at] * values[at];
        }
        for (int at = 0; at < numbers.length; at++) {
            values[at] /= (float) Math.sqrt(isWord(known.get(at)) ? words : grams);
        }
        return new Vector(numbers, values);
    }

    private static boolean isWord(String feature) {
        return feature.charAt(0) == '=';
    }
}
