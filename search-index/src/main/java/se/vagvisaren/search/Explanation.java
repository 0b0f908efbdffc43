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
    private final double[][] explained;
    private final double[] likeness;
    private final double told;

    /// @param unitEntities    the entity of each unit
    /// @param unitInformation how much the words of each unit tell
    /// @param entities        how many there are
    Explanation(Reading reading, int[] unitEntities, double[] unitInformation, int entities) {
        words = reading.words();
        explained = new double[words.size()][];
        likeness = new double[entities];
        var common = new double[unitEntities.length];
        var seen = new HashSet<String>();
        double sum = 0;
        for (int number = 0; number < words.size(); number++) {
            var says = words.get(number).says();
            boolean isNew = seen.add(says.spelling());
            sum += isNew ? says.information() : 0;
            explained[number] = new double[entities];
            for (var meaning : says.meanings()) {
                for (int unit : meaning.term().units()) {
                    int entity = unitEntities[unit];
                    explained[number][entity] = Math.max(explained[number][entity], meaning.similarity());
                    common[unit] += isNew ? says.information() * meaning.similarity() : 0;
                }
            }
        }
        told = sum;
        for (int unit = 0; unit < common.length; unit++) {
            if (common[unit] > 0) {
                double like = common[unit] / Math.sqrt(told * unitInformation[unit]);
                likeness[unitEntities[unit]] = Math.max(likeness[unitEntities[unit]], Math.min(1, like));
            }
        }
    }

    /// How much of what the text tells the entity explains.
    private double amount(int entity) {
        double amount = 0;
        var seen = new HashSet<String>();
        for (int number = 0; number < words.size(); number++) {
            var says = words.get(number).says();
            if (seen.add(says.spelling())) {
                amount += says.information() * explained[number][entity];
            }
        }
        return amount;
    }

    Confidence.Signs signs(int entity, double lead) {
        double amount = amount(entity);
        return new Confidence.Signs(told == 0 ? 0 : amount / told, likeness[entity], lead, amount / (1 + amount));
    }

    /// The words of the text that speak for the entity, in order.
    List<SearchHit.Span> matched(int entity) {
        var spans = new ArrayList<SearchHit.Span>();
        for (int number = 0; number < words.size(); number++) {
            var span = new SearchHit.Span(words.get(number).start(), words.get(number).end());
            if (explained[number][entity] >= SPEAKS && (spans.isEmpty() || !spans.getLast().equals(span))) {
                spans.add(span);
            }
        }
        return List.copyOf(spans);
    }
}
