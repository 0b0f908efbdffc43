package se.vagvisaren.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import se.vagvisaren.search.Reading.ReadWord;

/// How much of a text each entity's own words explain.
final class Explanation {

    /// A word speaks for an entity when this much of it is the entity's.
    private static final double SPEAKS = .5;

    private final List<ReadWord> words;
    /// By word and entity, how much of what the word tells is the entity's, and in how many of its units it stands.
    private final double[][] explained;
    private final int[][] occurrences;
    private final boolean[] repeated;
    /// By entity, the largest part of one of its names that the text says.
    private final double[] named;

    /// @param units           all units
    /// @param unitInformation how much the words of each unit tell
    /// @param entities        how many there are
    Explanation(Reading reading, List<Unit> units, double[] unitInformation, int entities) {
        words = reading.words();
        explained = new double[words.size()][entities];
        occurrences = new int[words.size()][entities];
        repeated = new boolean[words.size()];
        named = new double[entities];
        var said = new double[units.size()];
        var seen = new HashSet<String>();
        for (int number = 0; number < words.size(); number++) {
            var says = words.get(number).says();
            repeated[number] = !seen.add(says.spelling());
            for (var meaning : says.meanings()) {
                for (int unit : meaning.term().units()) {
                    int entity = units.get(unit).entity();
                    explained[number][entity] = Math.max(explained[number][entity], meaning.tells());
                    occurrences[number][entity]++;
                    said[unit] += repeated[number] ? 0 : meaning.tells();
                }
            }
        }
        for (int unit = 0; unit < said.length; unit++) {
            if (said[unit] > 0 && units.get(unit).kind() == Unit.Kind.NAME) {
                int entity = units.get(unit).entity();
                named[entity] = Math.max(named[entity], Math.min(1, said[unit] / unitInformation[unit]));
            }
        }
    }

    Confidence.Signs signs(int entity, double lead, double likeness, double preference) {
        double amount = 0;
        double borneOut = 0;
        for (int number = 0; number < explained.length; number++) {
            if (!repeated[number]) {
                amount += explained[number][entity];
                borneOut += occurrences[number][entity] > 1 ? explained[number][entity] : 0;
            }
        }
        return new Confidence.Signs(lead, saturated(amount), saturated(borneOut),
                named[entity], likeness, preference);
    }

    /// From 0 for nothing towards 1, with a half for what one unheard-of word would tell.
    private static double saturated(double amount) {
        return amount / (1 + amount);
    }

    /// The words of the text that speak for the entity, in order.
    List<SearchHit.Span> matched(int entity) {
        var spans = new ArrayList<SearchHit.Span>();
        for (int number = 0; number < explained.length; number++) {
            var word = words.get(number);
            var span = new SearchHit.Span(word.start(), word.end());
            double part = explained[number][entity];
            boolean speaks = part > 0 && part >= SPEAKS * word.says().information();
            if (speaks && (spans.isEmpty() || !spans.getLast().equals(span))) {
                spans.add(span);
            }
        }
        return List.copyOf(spans);
    }
}
