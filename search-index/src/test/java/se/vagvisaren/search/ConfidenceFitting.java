package se.vagvisaren.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

import se.vagvisaren.knowledge.ContentFile;
import se.vagvisaren.knowledge.ContentLoader;
import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.search.ServiceIndex.Found;

/// Fits the weights of [Confidence] and prints how well search and confidence do.
///
/// Run it with the content's folder as its only argument. It asks three kinds of questions: the labelled ones of
/// `questions.tsv`, of which every other is held back; each phrase of the content, of an index without that phrase; and
/// the phrases of each life event and its services, of an index without all of these, where nothing should be found.
final class ConfidenceFitting {

    private static final int SIGNS = Confidence.weights().length;
    private static final int HITS = 3;
    private static final double REGULARISATION = .1;
    private static final double[] THRESHOLDS = {.2, .3, .4, .5, .6, .7, .8};

    /// A question and the ids of which each is a right answer; none when nothing in the content is.
    private record Question(String language, Set<String> answers, String text) {
    }

    /// A question with what an index says to it.
    private record Answered(Question question, List<Found> found) {

        int rank() {
            for (int at = 0; at < found.size(); at++) {
                if (isRight(at)) {
                    return at + 1;
                }
            }
            return Integer.MAX_VALUE;
        }

        boolean isRight(int at) {
            return question.answers().contains(found.get(at).entity().id());
        }

        double confidence() {
            return found.isEmpty() ? 0 : Confidence.of(found.getFirst().signs());
        }
    }

    /// One hit as an example to learn from.
    private record Example(Confidence.Signs signs, boolean right, double weight) {
    }

    private ConfidenceFitting() {
    }

    public static void main(String[] arguments) throws IOException {
        var knowledge = content(Path.of(arguments[0]));
        var questions = questions(knowledge);
        var asked = ask(knowledge, questions);
        var fitted = everyOther(asked, 0);
        var heldBack = everyOther(asked, 1);
        var leftOut = withoutThePhrase(knowledge);
        var uncovered = withoutTheEvent(knowledge);

        var examples = new ArrayList<Example>();
        examples.addAll(examples(fitted, 1));
        examples.addAll(examples(leftOut, .5 * fitted.size() / leftOut.size()));
        examples.addAll(examples(uncovered, .25 * fitted.size() / uncovered.size()));
        print("weights in use:    %s%nweights as fitted: %s%n", Arrays.toString(Confidence.weights()),
                Arrays.toString(fit(examples)));
        print("%nA right answer is surer than another%n");
        discrimination("labelled, fitted", fitted);
        discrimination("labelled, held back", heldBack);
        discrimination("phrases left out", leftOut);

        print("%nRanking%n%-34s %5s %6s %6s %6s%n", "questions", "n", "MRR", "first", "in 3");
        ranking("labelled, fitted", fitted);
        ranking("labelled, held back", heldBack);
        ranking("phrases of an index without them", leftOut);

        print("%nConfidence of the first hit with the weights in use%n%-34s", "");
        for (double threshold : THRESHOLDS) {
            print(" >=%.1f", threshold);
        }
        print("%n");
        confidence("fitted", fitted);
        confidence("held back", heldBack);
        confidence("phrases left out", leftOut);
        confidence("phrases of uncovered events", uncovered);
        mistakes(heldBack);
        timing(knowledge, questions);
    }

    /// The content as it is today; files with errors are named, and end the program.
    private static KnowledgeBase content(Path folder) {
        return ContentLoader.load(ContentFile.below(folder)).orThrow().asOf(LocalDate.now());
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }

    private static List<Question> questions(KnowledgeBase knowledge) throws IOException {
        var ids = new HashSet<>(knowledge.services().keySet());
        ids.addAll(knowledge.lifeEvents().keySet());
        var questions = new ArrayList<Question>();
        try (var file = ConfidenceFitting.class.getResourceAsStream("questions.tsv")) {
            for (var line : new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                if (line.startsWith("#")) {
                    continue;
                }
                var cells = line.split("\t");
                var answers = new HashSet<>(List.of(cells[1].split(" ")));
                answers.retainAll(ids);
                questions.add(new Question(cells[0], answers, cells[2]));
            }
        }
        print("%d services, %d questions, %d of them about something that the content lacks%n",
                knowledge.services().size(),
                questions.size(), questions.stream().filter(question -> question.answers().isEmpty()).count());
        return questions;
    }

    private static List<Answered> ask(KnowledgeBase knowledge, List<Question> questions) {
        try (var index = ServiceIndex.of(knowledge)) {
            return questions.stream().map(question ->
                    new Answered(question, index.find(question.text(), question.language()))).toList();
        }
    }

    private static <T> List<T> everyOther(List<T> all, int first) {
        var some = new ArrayList<T>();
        for (int at = first; at < all.size(); at += 2) {
            some.add(all.get(at));
        }
        return some;
    }

    /// In each round every life event and service lacks one of its phrases, and is asked for it.
    private static List<Answered> withoutThePhrase(KnowledgeBase knowledge) {
        var answered = new ArrayList<Answered>();
        for (int round = 0, asked = 1; asked > 0; round++) {
            int left = round;
            var questions = new ArrayList<Question>();
            var without = FixtureKnowledge.withPhrases(knowledge, (id, language, phrases) -> {
                if (left >= phrases.size()) {
                    return phrases;
                }
                var service = knowledge.services().get(id);
                var answers = new HashSet<>(Set.of(id));
                answers.addAll(service == null ? List.of() : service.lifeEvents());
                questions.add(new Question(language, answers, phrases.get(left)));
                var others = new ArrayList<>(phrases);
                others.remove(left);
                return others;
            });
            asked = questions.size();
            answered.addAll(ask(without, questions));
        }
        return answered;
    }

    private static List<Answered> withoutTheEvent(KnowledgeBase knowledge) {
        var answered = new ArrayList<Answered>();
        for (var event : knowledge.lifeEvents().values()) {
            var gone = new HashSet<String>();
            knowledge.services().values().stream().filter(service -> service.lifeEvents().contains(event.id()))
                    .forEach(service -> gone.add(service.id()));
            event.services().forEach(entry -> gone.add(entry.service()));
            gone.add(event.id());
            var questions = new ArrayList<Question>();
            event.phrases().forEach((language, phrases) ->
                    phrases.forEach(phrase -> questions.add(new Question(language, Set.of(), phrase))));
            gone.stream().filter(knowledge.services()::containsKey).sorted().forEach(id ->
                    knowledge.services().get(id).phrases().forEach((language, phrases) ->
                            phrases.forEach(phrase -> questions.add(new Question(language, Set.of(), phrase)))));
            answered.addAll(ask(FixtureKnowledge.without(knowledge, gone), questions));
        }
        return answered;
    }

    private static List<Example> examples(List<Answered> answered, double weight) {
        var examples = new ArrayList<Example>();
        for (var answer : answered) {
            for (int at = 0; at < Math.min(HITS, answer.found().size()); at++) {
                var signs = answer.found().get(at).signs();
                examples.add(new Example(signs,
                        answer.isRight(at), at == 0 ? weight : weight / HITS));
            }
        }
        return examples;
    }

    /// How well the confidence of the first hit tells right answers from all others: the share of pairs of a right and
    /// another answer in which the right one is surer.
    private static void discrimination(String name, List<Answered> answered) {
        var right = answered.stream().filter(answer -> answer.rank() == 1).mapToDouble(Answered::confidence).toArray();
        var other = answered.stream().filter(answer -> answer.rank() != 1).mapToDouble(Answered::confidence).toArray();
        double surer = 0;
        for (double one : right) {
            surer += Arrays.stream(other).map(two -> one > two ? 1 : one == two ? .5 : 0).sum();
        }
        print("%-34s %.3f%n", name, surer / Math.max(1, (double) right.length * other.length));
    }

    /// Logistic regression by Newton's method, with a little regularisation.
    private static double[] fit(List<Example> examples) {
        var weights = new double[SIGNS];
        for (int step = 0; step < 20; step++) {
            var equations = new double[SIGNS][SIGNS + 1];
            for (int sign = 0; sign < SIGNS; sign++) {
                equations[sign][sign] = REGULARISATION;
                equations[sign][SIGNS] = -REGULARISATION * weights[sign];
            }
            for (var example : examples) {
                double confidence = Confidence.of(example.signs(), weights);
                var vector = example.signs().asVector();
                for (int row = 0; row < SIGNS; row++) {
                    equations[row][SIGNS] += example.weight() * ((example.right() ? 1 : 0) - confidence) * vector[row];
                    for (int column = 0; column < SIGNS; column++) {
                        equations[row][column] += example.weight() * confidence * (1 - confidence)
                                * vector[row] * vector[column];
                    }
                }
            }
            var change = solve(equations);
            for (int sign = 0; sign < SIGNS; sign++) {
                weights[sign] += change[sign];
            }
        }
        return weights;
    }

    /// Solves linear equations of a positive definite matrix, whose last column is the right-hand side.
    private static double[] solve(double[][] equations) {
        for (int pivot = 0; pivot < equations.length; pivot++) {
            for (int row = 0; row < equations.length; row++) {
                double factor = row == pivot ? 0 : equations[row][pivot] / equations[pivot][pivot];
                for (int column = pivot; column <= equations.length; column++) {
                    equations[row][column] -= factor * equations[pivot][column];
                }
            }
        }
        var solution = new double[equations.length];
        for (int row = 0; row < equations.length; row++) {
            solution[row] = equations[row][equations.length] / equations[row][row];
        }
        return solution;
    }

    private static void ranking(String name, List<Answered> answered) {
        var about = answered.stream().filter(answer -> !answer.question().answers().isEmpty()).toList();
        print("%-34s %5d %6.3f %6.3f %6.3f%n", name, about.size(),
                about.stream().mapToDouble(answer -> 1.0 / answer.rank()).average().orElse(0),
                about.stream().mapToDouble(answer -> answer.rank() == 1 ? 1 : 0).average().orElse(0),
                about.stream().mapToDouble(answer -> answer.rank() <= 3 ? 1 : 0).average().orElse(0));
    }

    private static void confidence(String name, List<Answered> answered) {
        var about = answered.stream().filter(answer -> !answer.question().answers().isEmpty()).toList();
        var foreign = answered.stream().filter(answer -> answer.question().answers().isEmpty()).toList();
        if (!about.isEmpty()) {
            row(name + ", right and sure", about, about.stream().filter(answer -> answer.rank() == 1).toList());
            row(name + ", wrong and sure", about, about.stream().filter(answer -> answer.rank() != 1).toList());
        }
        if (!foreign.isEmpty()) {
            row(name + ", uncovered but sure", foreign, foreign);
        }
    }

    private static void row(String name, List<Answered> all, List<Answered> counted) {
        print("%-34s", name);
        for (double threshold : THRESHOLDS) {
            print(" %5.3f", (double) counted.stream().filter(answer ->
                    answer.confidence() >= threshold).count() / all.size());
        }
        print("%n");
    }

    private static void mistakes(List<Answered> answered) {
        print("%nHeld back: surest wrong answers%n");
        answered.stream().filter(answer -> answer.rank() != 1)
                .sorted(Comparator.comparingDouble(Answered::confidence)
                .reversed()).limit(25).forEach(ConfidenceFitting::print);
        print("%nHeld back: most doubtful right answers%n");
        answered.stream().filter(answer -> answer.rank() == 1)
                .sorted(Comparator.comparingDouble(Answered::confidence)).limit(20).forEach(ConfidenceFitting::print);
    }

    private static void print(Answered answer) {
        if (!answer.found().isEmpty()) {
            var first = answer.found().getFirst();
            print("%.2f %-28s %-30s %s  %s%n", answer.confidence(), first.entity().id(),
                    answer.question().answers(), answer.question().text(), Arrays.toString(first.signs().asVector()));
        }
    }

    private static void timing(KnowledgeBase knowledge, List<Question> questions) {
        try (var index = ServiceIndex.of(knowledge)) {
            var times = new ArrayList<Long>();
            for (int round = 0; round < 30; round++) {
                for (var question : questions) {
                    long start = System.nanoTime();
                    index.search(question.text(), question.language(), 10);
                    if (round >= 20) {
                        times.add(System.nanoTime() - start);
                    }
                }
            }
            times.sort(null);
            print("%nOne search: median %.3f ms, 99 of 100 within %.3f ms%n", times.get(times.size() / 2) / 1e6,
                    times.get(times.size() * 99 / 100) / 1e6);
        }
    }
}
