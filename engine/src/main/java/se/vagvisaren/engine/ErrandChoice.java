package se.vagvisaren.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.vagvisaren.engine.ErrandFinder.Candidate;
import se.vagvisaren.engine.TextUnderstanding.Errand;
import se.vagvisaren.search.SearchHit;

/// One way to take a text: as these errands and no others, or as none. Which way is best is told by a linear function of
/// signs; its weights are fitted by `ErrandChoiceFitting` in the tests of the module api so that what the engine answers
/// to labelled questions is right.
///
/// @param candidates the errands, in the order of the text; none asks back
/// @param told       events that the rest of the text tells of, behind what is asked
/// @param signs      what speaks for and against it
record ErrandChoice(List<Candidate> candidates, List<Candidate> told, double[] signs) {

    /// What a choice has to explain.
    ///
    /// @param clauses     how many the text has
    /// @param vague       how sure it is that nobody could tell what it is about
    /// @param foreign     how sure it is that it is nothing of ours
    /// @param authorities how sure it is that the whole text leads to each
    /// @param asksForAll  whether it asks for all that there is to do
    /// @param length      in UTF-16 units
    record Told(int clauses, double vague, double foreign, Map<String, Double> authorities, boolean asksForAll, int length) {
    }

    /// More candidates than this are put together by two, not by three.
    private static final int MOST_OF_THREE = 9;
    /// So much do the signs of the candidates themselves count, besides what they come to.
    private static final double PART = .3;
    private static final double LOWEST = Acceptance.logOdds(0);
    private static final double LONG = 300;

    /// To take the text as no errand that is sure enough.
    static final ErrandChoice NONE = new ErrandChoice(List.of(), List.of(), new double[0]);

    private static final double[] WEIGHTS = {
        0.12, -0.23, -0.33, 0.66, 0.02, 1.16, -0.20, 0.55, 1.29, 0.01, -0.39, -0.54, 0.14, -0.07, 0.10, 0.18, -0.39, -0.21, 0.26, 0.68,
        0.02, -0.31, -0.03, -0.31, 0.00, -0.25, -0.73, -0.42, -1.06, 0.06, -0.62, 0.00, 0.36, 0.61, 0.20, -0.67, 0.71, 0.79, 0.00, -0.32,
        0.20, 0.59, -0.62, 0.51, -0.70, -0.12, -0.33, 0.58, -0.25, -0.84, -0.35, 0.01, -0.29, 0.23, -0.33, -0.01, 0.48, 0.23, 0.45, 0.10,
        0.37, 0.57, -0.66, 0.70, 0.14, 0.17, -0.04, 0.56, -0.24, -0.17, -0.19, 0.12, -0.25, -0.42, -0.28, 0.62, 0.00, -0.28, -0.71, 0.00,
        0.10, -0.74, 0.00, 0.00, -0.34, 0.00, 0.00, 0.01, -0.41, 0.45, 0.13, 0.13, 0.00, 0.00, 0.45, -0.37, 0.26, -0.14, -0.04, -0.46, 0.20,
        -0.49, -0.19, -0.30, 0.09, 0.00, -0.53, 0.28, 0.11, -0.31, -0.88, 0.13, -0.14, 0.17, 0.49, -0.01, -0.05, 0.53, -0.28, -0.22, 0.12,
        -0.02, -0.06, 0.11, 0.05, -0.20, 0.28, 0.11, -0.12, 0.55, -0.12, -0.13, 0.09, -0.08, 0.12, 0.25};

    /// Every choice among candidates, that of none first.
    static List<ErrandChoice> all(List<Candidate> candidates, Told told) {
        var all = new ArrayList<ErrandChoice>();
        all.add(NONE);
        for (int one = 0; one < candidates.size(); one++) {
            all.add(of(candidates, told, one));
            for (int two = one + 1; two < candidates.size(); two++) {
                if (goTogether(candidates.get(one), candidates.get(two))) {
                    all.add(of(candidates, told, one, two));
                    for (int three = two + 1; three < Math.min(MOST_OF_THREE, candidates.size()); three++) {
                        if (goTogether(candidates.get(one), candidates.get(three)) && goTogether(candidates.get(two), candidates.get(three))) {
                            all.add(of(candidates, told, one, two, three));
                        }
                    }
                }
            }
        }
        return all;
    }

    /// Two errands are told in different words, or lead to different authorities.
    private static boolean goTogether(Candidate one, Candidate other) {
        if (one.errand().hit().id().equals(other.errand().hit().id())) {
            return false;
        }
        boolean same = one.from() == other.from() && one.to() == other.to();
        return same ? !one.authorities().containsAll(other.authorities()) && !other.authorities().containsAll(one.authorities())
                : one.to() <= other.from() || other.to() <= one.from();
    }

    /// The errands of the best choice.
    static List<Errand> best(List<ErrandChoice> choices) {
        return choices.stream().max(Comparator.comparingDouble(ErrandChoice::worth)).orElseThrow().errands();
    }

    /// How good it is, against 0 for asking back.
    private double worth() {
        return signs.length == 0 ? 0 : Acceptance.product(signs, WEIGHTS);
    }

    List<Errand> errands() {
        return Stream.concat(candidates.stream(), told.stream()).sorted(Comparator.comparingInt(Candidate::from)).map(Candidate::errand).toList();
    }

    private static ErrandChoice of(List<Candidate> all, Told told, int... numbers) {
        var chosen = IntStream.of(numbers).mapToObj(all::get).sorted(Comparator.comparingInt(Candidate::from)).toList();
        return new ErrandChoice(chosen, background(all, chosen), signs(all, chosen, told));
    }

    /// Who asks for a service and tells of an event besides asks for no more than the service, but the event says more of
    /// the visitor: "vi har fått barn, när får vi plats på förskolan?".
    private static List<Candidate> background(List<Candidate> all, List<Candidate> chosen) {
        if (chosen.stream().noneMatch(each -> each.errand().isQuestion() && !each.isEvent())) {
            return List.of();
        }
        var told = new ArrayList<Candidate>();
        for (var candidate : all) {
            if (candidate.isEvent() && candidate.likeliest() && !candidate.errand().isQuestion() && candidate.odds() >= 0
                    && Stream.concat(chosen.stream(), told.stream()).allMatch(each -> goTogether(each, candidate))) {
                told.add(candidate);
            }
        }
        return told;
    }

    private static double[] signs(List<Candidate> all, List<Candidate> chosen, Told told) {
        var odds = chosen.stream().mapToDouble(Candidate::odds).summaryStatistics();
        var covered = new HashSet<Integer>();
        chosen.forEach(each -> IntStream.range(each.from(), each.to()).forEach(covered::add));
        double cover = covered.size() / (double) Math.max(1, told.clauses());
        int count = chosen.size();
        int asked = chosen.getFirst().signs().asked();
        long questions = chosen.stream().filter(each -> each.errand().isQuestion()).count();
        long events = chosen.stream().filter(Candidate::isEvent).count();
        boolean sameWords = chosen.stream().map(Candidate::from).distinct().count() < count;
        double left = all.stream().filter(other -> chosen.stream().noneMatch(each -> each.errand().hit().id().equals(other.errand().hit().id())))
                .filter(other -> IntStream.range(other.from(), other.to()).noneMatch(covered::contains))
                .mapToDouble(Candidate::odds).max().orElse(LOWEST);
        var authorities = new HashSet<String>();
        chosen.forEach(each -> authorities.addAll(each.authorities()));
        var sure = authorities.stream().mapToDouble(authority -> told.authorities().getOrDefault(authority, 0.0)).summaryStatistics();
        double least = authorities.isEmpty() ? 0 : sure.getMin();
        double one = is(count == 1);
        double several = is(count > 1);
        double event = is(events > 0);
        double forAll = is(told.asksForAll());
        double length = Math.min(told.length() / LONG, 1);
        var own = new double[] {
            // how many, and how likely each is
            one, is(count == 2), is(count == 3), odds.getSum(), odds.getMin(), odds.getMax(), several * odds.getMin(), several * odds.getSum(),
            all.getFirst().odds() - odds.getMax(), chosen.stream().filter(each -> !each.likeliest()).count(),
            // how much of the text they explain, and what they leave
            cover, several * cover, left, one * left, is(chosen.stream().anyMatch(each -> each.signs().all())), told.vague(), told.foreign(),
            several * is(told.clauses() == 1), one * is(told.clauses() == 1), several * length, one * event * length,
            // events, and services besides them
            event, is(events > 1), event * is(asked > 0), event * is(asked == 0), event * is(events < count),
            is(count == 2 && events == 1 && questions > 0 && chosen.stream().anyMatch(each -> each.isEvent() && !each.errand().isQuestion())),
            is(sameWords),
            // what is asked
            several * is(asked > 1), several * is(asked == 1), several * is(asked == 0), Math.min(1, questions / (double) Math.max(1, asked)), is(questions == count),
            forAll * event * one, forAll * (1 - event) * one, forAll * several, forAll * several * event, forAll * event * is(asked == 0),
            one * event * (1 - forAll) * is(asked > 0), one * event * forAll * is(asked > 0),
            // the authorities to which they lead
            sure.getSum(), least, Acceptance.logOdds(least), several * least, Math.max(0, authorities.size() - count), is(authorities.size() == 1),
            is(authorities.size() == 2), is(authorities.size() >= 4), several * is(authorities.size() > 2),
            one * (1 - event) * (1 - sure.getSum()), one * event * (1 - sure.getSum())};
        // What speaks for a choice in a text that asks nothing speaks otherwise in one that does.
        var signs = new double[2 * own.length + Acceptance.weights().length];
        System.arraycopy(own, 0, signs, asked == 0 ? own.length : 0, own.length);
        for (var each : chosen) {
            var vector = each.signs().asVector();
            for (int at = 0; at < vector.length; at++) {
                signs[2 * own.length + at] += PART * vector[at];
            }
        }
        return signs;
    }

    private static double is(boolean so) {
        return so ? 1 : 0;
    }
}
