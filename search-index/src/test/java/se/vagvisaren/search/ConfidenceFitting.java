package se.vagvisaren.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import se.vagvisaren.knowledge.ContentFile;
import se.vagvisaren.knowledge.ContentLoader;
import se.vagvisaren.knowledge.Crisis;
import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.knowledge.LifeEvent;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Fits the weights of [Confidence] and prints how well search and confidence do.
///
/// Arguments: the content's folder, then files of labelled questions, one JSON object a line as in the module
/// knowledge-base. One in twenty of the content's own phrases is left out of the index and asked for, besides the questions
/// of one errand. Every other of these phrases, and the questions whose `half` is `fit`, are fitted on; the rest is
/// reported on, also with each way of finding left out and the others fitted anew: what it buys.
final class ConfidenceFitting {

    private static final double[] THRESHOLDS = {.1, .2, .3, .4, .5, .6, .7, .8, .9};
    private static final int LOTS = 40;
    /// A question that a person might ask counts as much as so many phrases of the content.
    private static final double OF_A_QUESTION = 4;
    private static final int ROUNDS = 400;
    private static final String LEFT_OUT = "phrases left out";
    private static final double RATE = .05;
    private static final double REGULARISATION = .002;
    private static final Set<String> ONE_ERRAND = Set.of("single", "misspelt", "newcomer", "company", "out-of-scope", "life-event", "vague", "crisis");

    /// The ways of finding, each with the signs that it gives.
    private static final Map<String, Set<Integer>> WAYS = new TreeMap<>(Map.of("words: how much of the text they explain", Set.of(0, 1),
            "classifier over letter sequences", Set.of(2), "standing among the phrases", Set.of(Confidence.AS_A_PHRASE)));

    /// A question, and the entities of which each is a right answer; none when nothing is.
    private record Question(String id, String language, String text, Set<String> right, boolean vague, boolean fit, String group) {
    }

    /// A question with what the index says to it.
    private record Asked(Question question, IndexedText.Answer answer) {

        boolean isRight(IndexedText.Found found) {
            return question.right().contains(found.entity().id());
        }
    }

    private ConfidenceFitting() {
    }

    public static void main(String[] arguments) throws IOException {
        var knowledge = ContentLoader.load(ContentFile.below(Path.of(arguments[0]))).orThrow().asOf(LocalDate.now());
        long start = System.nanoTime();
        var questions = new ArrayList<Question>();
        for (var file : Arrays.asList(arguments).subList(1, arguments.length)) {
            questions.addAll(questions(knowledge, Path.of(file)));
        }
        var without = withoutSome(knowledge, questions);
        try (var index = ServiceIndex.of(without)) {
            print("%d services, built in %.1f s; %d questions of one errand%n", knowledge.services().size(), (System.nanoTime() - start) / 1e9,
                    questions.size());
            var asked = questions.stream().map(question -> new Asked(question, index.indexed(question.text(), question.language(), List.of())
                    .answer(List.of(new SearchHit.Span(0, question.text().length())), Confidence.IN_USE))).toList();
            var some = asked.stream().filter(each -> each.question().fit()).toList();
            var fitted = fit(some, Set.of());
            print("weights as fitted: found %s, vague %s, foreign %s%n", rounded(fitted.found()), rounded(fitted.vague()),
                    rounded(fitted.foreign()));
            report("in use", asked, Confidence.IN_USE);
            report("as fitted", asked, fitted);
            var questioned = asked.stream().filter(each -> !each.question().fit() && !each.question().right().isEmpty()
                    && !each.question().group().startsWith(LEFT_OUT)).toList();
            print("%nright one first, of %d questions not fitted on: %.3f; without%n", questioned.size(), first(questioned, fitted));
            WAYS.forEach((way, signs) -> print("  %-42s %.3f%n", way, first(questioned, fit(some, signs))));
            mistakes(asked.stream().filter(each -> !each.question().fit()).toList(), fitted);
        }
    }

    /// The same without one phrase in twenty; these become questions.
    private static KnowledgeBase withoutSome(KnowledgeBase knowledge, List<Question> questions) {
        return FixtureKnowledge.withPhrases(knowledge, (id, language, phrases) -> {
            var others = new ArrayList<String>();
            for (var phrase : phrases) {
                int lot = Math.floorMod((id + phrase).hashCode(), LOTS);
                if (lot > 1) {
                    others.add(phrase);
                    continue;
                }
                var right = new HashSet<>(Set.of(id));
                var service = knowledge.services().get(id);
                if (service != null) {
                    right.addAll(right(knowledge, Set.of(service.authority()), Set.of()));
                } else if (knowledge.crises().stream().anyMatch(crisis -> crisis.id().equals(id))) {
                    right.addAll(crises(knowledge));
                } else {
                    knowledge.lifeEvents().get(id).services().stream().filter(entry -> entry.show() == LifeEvent.Show.ALWAYS)
                            .forEach(entry -> right.add(entry.service()));
                }
                questions.add(new Question(id, language, phrase, right, false, lot == 0, LEFT_OUT
                        + (language.equals("sv") || language.equals("en") ? ", " + language : ", others")));
            }
            return others;
        });
    }

    private static String rounded(double[] weights) {
        return Arrays.toString(Arrays.stream(weights).map(weight -> Math.round(weight * 100) / 100.0).toArray());
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }

    private static List<Question> questions(KnowledgeBase knowledge, Path file) throws IOException {
        var json = JsonMapper.builder().build();
        var questions = new ArrayList<Question>();
        for (var line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            if (line.isBlank()) {
                continue;
            }
            var question = json.readTree(line);
            if (ONE_ERRAND.contains(question.path("kind").asString())) {
                questions.add(new Question(question.path("id").asString(), question.path("lang").asString(), question.path("text").asString(),
                        question.path("kind").asString().equals("crisis") ? crises(knowledge) : right(knowledge, strings(question.path("authorities")), strings(question.path("acceptable"))),
                        question.path("kind").asString().equals("vague"), question.path("half").asString("").equals("fit"), question.path("kind").asString()));
            }
        }
        return questions;
    }

    private static Set<String> strings(JsonNode list) {
        var all = new HashSet<String>();
        list.forEach(each -> all.add(each.asString()));
        return all;
    }

    /// Any emergency: to see that it is one comes before which.
    private static Set<String> crises(KnowledgeBase knowledge) {
        return knowledge.crises().stream().map(Crisis::id).collect(Collectors.toSet());
    }

    /// What leads to one of the authorities, and to no other than those and the acceptable ones.
    private static Set<String> right(KnowledgeBase knowledge, Set<String> authorities, Set<String> acceptable) {
        var right = new HashSet<String>();
        knowledge.services().values().stream().filter(service -> authorities.contains(service.authority())).forEach(service -> right.add(service.id()));
        for (var event : knowledge.lifeEvents().values()) {
            var shown = new HashSet<String>();
            event.services().stream().filter(entry -> entry.show() == LifeEvent.Show.ALWAYS)
                    .forEach(entry -> shown.add(knowledge.services().get(entry.service()).authority()));
            boolean named = shown.stream().anyMatch(authorities::contains);
            shown.removeAll(authorities);
            shown.removeAll(acceptable);
            if (named && shown.isEmpty()) {
                right.add(event.id());
            }
        }
        return right;
    }

    /// Maximises the probability of the right ones together; of its being vague or foreign where there are none.
    ///
    /// @param without signs of what was found that are left out
    private static Confidence.Weights fit(List<Asked> asked, Set<Integer> without) {
        var weights = IntStream.range(0, 3).mapToObj(kind -> each(Confidence.IN_USE).get(kind).clone()).toList();
        without.forEach(sign -> weights.getFirst()[sign] = 0);
        var mean = weights.stream().map(some -> new double[some.length]).toList();
        var square = weights.stream().map(some -> new double[some.length]).toList();
        for (int round = 1; round <= ROUNDS; round++) {
            var gradient = weights.stream().map(some -> new double[some.length]).toList();
            var now = new Confidence.Weights(weights.get(0), weights.get(1), weights.get(2));
            asked.forEach(each -> add(each, now, gradient));
            gradient.getFirst()[Confidence.AS_A_PHRASE] = asked.size() * REGULARISATION * weights.getFirst()[Confidence.AS_A_PHRASE];
            without.forEach(sign -> gradient.getFirst()[sign] = 0);
            for (int kind = 0; kind < 3; kind++) {
                for (int at = 0; at < weights.get(kind).length; at++) {
                    double slope = gradient.get(kind)[at] / asked.size() - REGULARISATION * weights.get(kind)[at];
                    mean.get(kind)[at] = .9 * mean.get(kind)[at] + .1 * slope;
                    square.get(kind)[at] = .999 * square.get(kind)[at] + .001 * slope * slope;
                    weights.get(kind)[at] += RATE * (mean.get(kind)[at] / (1 - Math.pow(.9, round)))
                            / (Math.sqrt(square.get(kind)[at] / (1 - Math.pow(.999, round))) + 1e-8);
                }
            }
        }
        return new Confidence.Weights(weights.get(0), weights.get(1), weights.get(2));
    }

    private static List<double[]> each(Confidence.Weights weights) {
        return List.of(weights.found(), weights.vague(), weights.foreign());
    }

    private static void add(Asked asked, Confidence.Weights weights, List<double[]> gradient) {
        var signs = new ArrayList<double[]>();
        var kinds = new ArrayList<Integer>();
        var right = new ArrayList<Boolean>();
        asked.answer().found().forEach(found -> {
            signs.add(found.signs().asVector());
            kinds.add(0);
            right.add(asked.isRight(found));
        });
        boolean none = asked.question().right().isEmpty();
        signs.add(asked.answer().vague().asVector());
        kinds.add(1);
        right.add(none && asked.question().vague());
        signs.add(asked.answer().foreign().asVector());
        kinds.add(2);
        right.add(none && !asked.question().vague());
        var exp = new double[signs.size()];
        for (int at = 0; at < exp.length; at++) {
            for (int sign = 0; sign < signs.get(at).length; sign++) {
                exp[at] += each(weights).get(kinds.get(at))[sign] * signs.get(at)[sign];
            }
        }
        double most = Arrays.stream(exp).max().orElseThrow();
        double sum = 0;
        double ofRight = 0;
        for (int at = 0; at < exp.length; at++) {
            exp[at] = Math.exp(exp[at] - most);
            sum += exp[at];
            ofRight += right.get(at) ? exp[at] : 0;
        }
        if (ofRight == 0) {
            return;
        }
        double importance = asked.question().group().startsWith(LEFT_OUT) ? 1 : OF_A_QUESTION;
        for (int at = 0; at < exp.length; at++) {
            double push = importance * ((right.get(at) ? exp[at] / ofRight : 0) - exp[at] / sum);
            for (int sign = 0; sign < signs.get(at).length; sign++) {
                gradient.get(kinds.get(at))[sign] += push * signs.get(at)[sign];
            }
        }
    }

    /// How sure the weights are, and of what.
    private record Sure(boolean right, double confidence, String first) {
    }

    private static Sure sure(Asked asked, Confidence.Weights weights) {
        var found = asked.answer().found();
        double sum = Math.exp(weights.ofVague(asked.answer().vague())) + Math.exp(weights.ofForeign(asked.answer().foreign()));
        double best = 0;
        IndexedText.Found first = null;
        for (var each : found) {
            double exp = Math.exp(weights.of(each.signs()));
            sum += exp;
            if (exp > best) {
                best = exp;
                first = each;
            }
        }
        return new Sure(first != null && asked.isRight(first), best / sum, first == null ? "-" : first.entity().id());
    }

    private static double first(List<Asked> asked, Confidence.Weights weights) {
        return asked.stream().filter(each -> sure(each, weights).right()).count() / (double) asked.size();
    }

    private static void report(String name, List<Asked> asked, Confidence.Weights weights) {
        for (var group : asked.stream().map(each -> each.question().group()).distinct().toList()) {
            for (boolean fit : List.of(true, false)) {
                var some = asked.stream().filter(each -> each.question().group().equals(group) && each.question().fit() == fit).toList();
                if (some.isEmpty()) {
                    continue;
                }
                var about = some.stream().filter(each -> !each.question().right().isEmpty()).map(each -> sure(each, weights)).toList();
                var none = some.stream().filter(each -> each.question().right().isEmpty()).map(each -> sure(each, weights)).toList();
                print("%n%s, %s %s: right one first %.3f of %d%n  from confidence", name, group, fit ? "(fitted)" : "",
                        about.stream().filter(Sure::right).count() / (double) about.size(), about.size());
                for (double threshold : THRESHOLDS) {
                    print("%7.1f", threshold);
                }
                row("right", about.stream().filter(Sure::right).toList(), about.size());
                row("wrong", about.stream().filter(each -> !each.right()).toList(), about.size());
                row("not ours", none, Math.max(1, none.size()));
                print("%n");
            }
        }
        print("%nreliability of %s: ", name);
        var every = asked.stream().filter(each -> !each.question().fit()).map(each -> sure(each, weights)).toList();
        for (double from = 0; from < .99; from += .1) {
            double least = from;
            var in = every.stream().filter(each -> each.confidence() >= least && each.confidence() < least + .1).toList();
            print("%.1f: %.2f of %d  ", from, in.stream().filter(Sure::right).count() / (double) Math.max(1, in.size()), in.size());
        }
        print("%n");
    }

    private static void row(String name, List<Sure> some, int all) {
        print("%n  %-15s", name);
        for (double threshold : THRESHOLDS) {
            print("%7.3f", some.stream().filter(each -> each.confidence() >= threshold).count() / (double) all);
        }
    }

    private static void mistakes(List<Asked> asked, Confidence.Weights weights) {
        print("%nSurest mistakes on what was not fitted%n");
        asked.stream().map(each -> new Object[] {sure(each, weights), each}).filter(pair -> !((Sure) pair[0]).right())
                .sorted(Comparator.comparingDouble((Object[] pair) -> -((Sure) pair[0]).confidence())).limit(40)
                .forEach(pair -> print("%.2f %-30s %s  %s%n", ((Sure) pair[0]).confidence(), ((Sure) pair[0]).first(), ((Asked) pair[1]).question().id(),
                        ((Asked) pair[1]).question().text()));
    }
}
