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
<<<<<<< HEAD
    /// By word and entity, how much of what the word tells is the entity's, and in how many of its units it stands.
    private final double[][] explained;
    private final int[][] occurrences;
    private final boolean[] repeated;
    /// By entity, the largest part of one of its names that the text says.
    private final double[] named;
    private double told;

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
            told += repeated[number] ? 0 : says.information();
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
=======
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
>>>>>>> 305111de774bc9cdd3f9a0e28982cd2cc21529e9
            }
        }
    }

<<<<<<< HEAD
    Confidence.Signs signs(int entity, double lead) {
        double amount = 0;
        double borneOut = 0;
        for (int number = 0; number < explained.length; number++) {
            if (!repeated[number]) {
                amount += explained[number][entity];
                borneOut += occurrences[number][entity] > 1 ? explained[number][entity] : 0;
            }
        }
        return new Confidence.Signs(told == 0 ? 0 : amount / told, lead, saturated(amount), saturated(borneOut),
                named[entity]);
    }

    /// From 0 for nothing towards 1, with a half for what one unheard-of word would tell.
    private static double saturated(double amount) {
        return amount / (1 + amount);
=======
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
>>>>>>> 305111de774bc9cdd3f9a0e28982cd2cc21529e9
    }

    /// The words of the text that speak for the entity, in order.
    List<SearchHit.Span> matched(int entity) {
        var spans = new ArrayList<SearchHit.Span>();
<<<<<<< HEAD
        for (int number = 0; number < explained.length; number++) {
            var word = words.get(number);
            var span = new SearchHit.Span(word.start(), word.end());
            double part = explained[number][entity];
            if (part > 0 && part >= SPEAKS * word.says().information() && (spans.isEmpty() || !spans.getLast().equals(span))) {
=======
        for (int number = 0; number < words.size(); number++) {
            var span = new SearchHit.Span(words.get(number).start(), words.get(number).end());
            if (explained[number][entity] >= SPEAKS && (spans.isEmpty() || !spans.getLast().equals(span))) {
>>>>>>> 305111de774bc9cdd3f9a0e28982cd2cc21529e9
                spans.add(span);
            }
        }
        return List.copyOf(spans);
    }
}
