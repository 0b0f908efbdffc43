package se.vagvisaren.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.vagvisaren.engine.ErrandFinder.Candidate;
import se.vagvisaren.engine.TextUnderstanding.Errand;

/// One way to take a text: as these errands and no others, or as none. Which way is best is told by a linear function of
/// signs; its weights are fitted by `ErrandChoiceFitting` in the tests of the module api so that what the engine answers
/// to labelled questions is right.
///
/// @param candidates the errands, in the order of the text; none asks back
/// @param among      all candidates of the text
/// @param signs      what speaks for and against it
record ErrandChoice(List<Candidate> candidates, List<Candidate> among, double[] signs) {

    /// What a choice has to explain.
    ///
    /// @param clauses     how many the text has
    /// @param vague       how sure it is that nobody could tell what it is about
    /// @param foreign     how sure it is that it is nothing of ours
    /// @param authorities how sure it is that the whole text leads to each
    /// @param asksForAll  whether it asks for all that there is to do
    /// @param length      in UTF-16 units
    /// @param breadth     how likely it is that it asks for so much, by [Breadth.Kind]
    record Told(int clauses, double vague, double foreign, Map<String, Double> authorities, boolean asksForAll, int length, double[] breadth) {
    }

    /// More candidates than this are put together by two, not by three.
    private static final int MOST_OF_THREE = 9;
    /// So much do the signs of the candidates themselves count, besides what they come to.
    private static final double PART = .3;
    private static final double LOWEST = Acceptance.logOdds(0);
    private static final double LONG = 300;
    /// An event or a service that is to be wanted, not only background, is told at least so likely, in log odds.
    private static final double EVENT_TOLD = 0;
    private static final double SERVICE_TOLD = Math.log(.85 / .15);
    /// Two things that are only told are both wanted, or not, from so likely on; which, the signs decide.
    private static final double BOTH_TOLD = Math.log(.4 / .6);
    private static final double SURELY_TOLD = Math.log(.85 / .15);

    /// To take the text as no errand that is sure enough.
    static final ErrandChoice NONE = new ErrandChoice(List.of(), List.of(), new double[0]);

    private static final double[] WEIGHTS = {
        -0.30, -0.04, -0.44, 0.25, 0.05, 1.00, -0.05, 0.29, 0.96, -0.11, -0.12, 0.62, -0.03, 0.15, 0.29, -0.22, -0.69, -0.16, 0.23, -1.11,
        0.63, -0.07, 0.07, -0.07, 0.00, -0.88, -1.17, -0.36, -1.31, -0.03, -0.47, 0.00, 0.49, 0.63, 0.48, -0.22, 0.31, 0.52, 0.00, 0.14,
        0.48, 0.50, -0.60, 0.30, -1.02, -0.46, -0.04, 0.22, 0.18, -0.63, -0.49, -0.51, -0.02, 0.45, 0.17, 0.18, 0.32, -0.26, 0.04, -0.16,
        0.35, -0.02, 0.75, -0.35, 0.13, 0.86, -0.04, 0.46, 0.35, -0.27, 0.26, 0.65, -0.33, 0.11, -0.41, 0.56, -0.54, 0.56, -0.19, 0.45,
        0.00, -0.19, -0.62, 0.00, 0.03, -0.25, 0.00, 0.00, -0.12, 0.00, 0.00, 0.16, -0.27, -0.28, -0.26, -0.09, 0.00, 0.00, 0.46, -0.65,
        0.28, -0.34, 0.03, -0.34, 0.18, -0.05, -0.15, -0.12, -0.51, -0.14, 0.54, 0.26, 0.31, -0.02, -0.72, 0.45, 0.22, 0.15, -0.58, 0.11,
        0.07, 0.62, 0.35, 0.37, -0.22, -0.55, 0.10, -0.44, -0.03, -0.14, -0.03, 0.20, 0.25, -0.11, 0.28, 0.27, 0.16, 0.51, -0.55, -0.20,
        0.14, -0.03, -0.22, 0.54};

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
        // Who surely tells of an event and asks nothing wants its list, whatever else the text says.
        boolean tells = candidates.stream().anyMatch(ErrandChoice::isSurelyTold);
        return tells ? all.stream().filter(choice -> choice.candidates().stream().anyMatch(ErrandChoice::isSurelyTold)).toList() : all;
    }

    private static boolean isSurelyTold(Candidate candidate) {
        return candidate.isEvent() && candidate.likeliest() && candidate.signs().asked() == 0 && candidate.odds() >= SURELY_TOLD;
    }

    /// Two errands are told in different words, or lead to different authorities; where nothing is asked each has to be
    /// likely by itself, since most of what is told only describes.
    private static boolean goTogether(Candidate one, Candidate other) {
        if (one.errand().hit().id().equals(other.errand().hit().id())
                || one.signs().asked() == 0 && Math.min(one.odds(), other.odds()) < BOTH_TOLD) {
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

    /// Its errands, and the events that are told behind them, in the order of the text.
    List<Errand> errands() {
        return Stream.concat(candidates.stream(), background().stream()).sorted(Comparator.comparingInt(Candidate::from)).map(Candidate::errand).toList();
    }

    private static ErrandChoice of(List<Candidate> all, Told told, int... numbers) {
        var chosen = IntStream.of(numbers).mapToObj(all::get).sorted(Comparator.comparingInt(Candidate::from)).toList();
        return new ErrandChoice(chosen, all, signs(all, chosen, told));
    }

    /// What the rest of the text tells of. Who asks for a service and tells of an event besides asks for no more than the
    /// service, but the event says more of the visitor: "vi har fått barn, när får vi plats på förskolan?". Who asks
    /// nothing and tells of two things wants both.
    private List<Candidate> background() {
        if (candidates.isEmpty()) {
            return List.of();
        }
        boolean asks = candidates.getFirst().signs().asked() > 0;
        if (asks && candidates.stream().noneMatch(each -> each.errand().isQuestion() && !each.isEvent())) {
            return List.of();
        }
        var told = new ArrayList<Candidate>();
        for (var candidate : among) {
            if ((candidate.likeliest() || asks && candidate.isEvent()) && !candidate.errand().isQuestion() && candidate.odds() >= least(candidate, asks)
                    && Stream.concat(candidates.stream(), told.stream()).allMatch(each -> goTogether(each, candidate))) {
                told.add(candidate);
            }
        }
        return told;
    }

    private static double least(Candidate candidate, boolean asks) {
        return candidate.isEvent() ? asks ? 0 : EVENT_TOLD : asks ? Double.POSITIVE_INFINITY : SERVICE_TOLD;
    }

    private static double[] signs(List<Candidate> all, List<Candidate> chosen, Told told) {
        int count = chosen.size();
        double sum = 0;
        double lowest = Double.MAX_VALUE;
        double highest = -Double.MAX_VALUE;
        long covered = 0;
        int questions = 0;
        int events = 0;
        int others = 0;
        boolean whole = false;
        boolean eventIsTold = false;
        var authorities = new HashSet<String>();
        for (var each : chosen) {
            sum += each.odds();
            lowest = Math.min(lowest, each.odds());
            highest = Math.max(highest, each.odds());
            covered |= each.clauses();
            questions += each.errand().isQuestion() ? 1 : 0;
            events += each.isEvent() ? 1 : 0;
            others += each.likeliest() ? 0 : 1;
            whole |= each.signs().all();
            eventIsTold |= each.isEvent() && !each.errand().isQuestion();
            authorities.addAll(each.authorities());
        }
        boolean sameAuthority = count - events > 1 && chosen.stream().filter(each -> !each.isEvent()).map(Candidate::authorities).distinct().count() < count - events;
        boolean sameWords = count > 1 && chosen.get(0).from() == chosen.get(1).from() || count > 2 && chosen.get(1).from() == chosen.get(2).from();
        double cover = Long.bitCount(covered) / (double) Math.max(1, told.clauses());
        double left = LOWEST;
        for (var other : all) {
            if (other.odds() > left && (other.clauses() & covered) == 0 && isNone(other, chosen)) {
                left = other.odds();
            }
        }
        double sure = 0;
        double least = authorities.isEmpty() ? 0 : 1;
        for (var authority : authorities) {
            double mass = told.authorities().getOrDefault(authority, 0.0);
            sure += mass;
            least = Math.min(least, mass);
        }
        int asked = chosen.getFirst().signs().asked();
        double one = is(count == 1);
        double several = is(count > 1);
        double event = is(events > 0);
        double forAll = is(told.asksForAll());
        double length = Math.min(told.length() / LONG, 1);
        var asks = count > 1 ? Breadth.Kind.SEVERAL : events > 0 ? Breadth.Kind.ALL : Breadth.Kind.ONE;
        double breadth = told.breadth()[asks.ordinal()];
        var own = new double[] {
            // how many, and how likely each is
            one, is(count == 2), is(count == 3), sum, lowest, highest, several * lowest, several * sum,
            all.getFirst().odds() - highest, others,
            // how much of the text they explain, and what they leave
            cover, several * cover, left, one * left, is(whole), told.vague(), told.foreign(),
            several * is(told.clauses() == 1), one * is(told.clauses() == 1), several * length, one * event * length,
            // events, and services besides them
            event, is(events > 1), event * is(asked > 0), event * is(asked == 0), event * is(events < count),
            is(count == 2 && events == 1 && questions > 0 && eventIsTold),
            is(sameAuthority), is(sameWords),
            // what is asked
            several * is(asked > 1), several * is(asked == 1), several * is(asked == 0), Math.min(1, questions / (double) Math.max(1, asked)), is(questions == count),
            forAll * event * one, forAll * (1 - event) * one, forAll * several, forAll * several * event, forAll * event * is(asked == 0),
            one * event * (1 - forAll) * is(asked > 0), one * event * forAll * is(asked > 0),
            // the authorities to which they lead
            sure, least, Acceptance.logOdds(least), several * least, authorities.size() - count, is(authorities.size() == 1),
            is(authorities.size() == 2), is(authorities.size() >= 4), several * is(authorities.size() == 1), several * is(authorities.size() > 2),
            one * (1 - event) * (1 - sure), one * event * (1 - sure),
            // how much the text asks for
            breadth, is(asks == Breadth.Kind.ONE) * breadth, is(asks == Breadth.Kind.ALL) * breadth, is(asks == Breadth.Kind.SEVERAL) * breadth};
        // What speaks for a choice in a text that asks nothing speaks otherwise in one that does.
        var signs = new double[2 * own.length + chosen.getFirst().vector().length];
        System.arraycopy(own, 0, signs, asked == 0 ? own.length : 0, own.length);
        for (var each : chosen) {
            for (int at = 0; at < each.vector().length; at++) {
                signs[2 * own.length + at] += PART * each.vector()[at];
            }
        }
        return signs;
    }

    private static boolean isNone(Candidate other, List<Candidate> chosen) {
        for (var each : chosen) {
            if (each.errand().hit().id().equals(other.errand().hit().id())) {
                return false;
            }
        }
        return true;
    }

    private static double is(boolean so) {
        return so ? 1 : 0;
    }
}
