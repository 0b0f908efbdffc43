package se.vagvisaren.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// How often the first hit of each retrieval is right, on the same questions.
final class Comparison {

    private static final int RESAMPLES = 10_000;

    /// What a retrieval answered, by number of the question.
    private record Answers(String name, boolean[] right, long[] nanos) {

        double share(int[] numbers) {
            return Arrays.stream(numbers).filter(number -> right[number]).count() / (double) numbers.length;
        }
    }

    private final List<LabelledQuestion> questions;
    private final List<Answers> answers = new ArrayList<>();

    /// Asks each of them all questions once, after having asked them for a while.
    ///
    /// @param retrievals what the others are compared to first
    /// @param most       how many hits to ask for
    Comparison(List<LabelledQuestion> questions, List<Retrieval> retrievals, int most, Duration warmUp) {
        this.questions = questions;
        for (var retrieval : retrievals) {
            long start = System.nanoTime();
            for (int next = 0; System.nanoTime() - start < warmUp.toNanos(); next++) {
                var question = questions.get(next % questions.size());
                retrieval.find(question.text(), question.language(), most);
            }
            answers.add(ask(retrieval, most));
        }
    }

    private Answers ask(Retrieval retrieval, int most) {
        var right = new boolean[questions.size()];
        var nanos = new long[questions.size()];
        for (int number = 0; number < right.length; number++) {
            var question = questions.get(number);
            long start = System.nanoTime();
            var ids = retrieval.find(question.text(), question.language(), most);
            nanos[number] = System.nanoTime() - start;
            right[number] = question.isAnsweredBy(ids);
        }
        return new Answers(retrieval.name(), right, nanos);
    }

    /// The shares of right first hits, in percent.
    ///
    /// @param columns the questions of each column by its name; a column without any is left out
    /// @param counted the questions of the columns taken together
    Table table(String caption, Map<String, Predicate<LabelledQuestion>> columns,
                Predicate<LabelledQuestion> counted) {
        var head = new ArrayList<>(List.of(caption));
        var shown = new ArrayList<int[]>();
        columns.forEach((name, some) -> {
            var numbers = numbers(counted.and(some));
            if (numbers.length > 0) {
                head.add(name + " (" + numbers.length + ")");
                shown.add(numbers);
            }
        });
        var all = numbers(counted);
        head.addAll(List.of("all (" + all.length + ")", "difference (95 %)", "median ms"));
        var table = new Table(head.toArray(String[]::new));
        for (var each : answers) {
            var cells = new ArrayList<>(List.of(each.name()));
            shown.forEach(numbers -> cells.add(percent(each.share(numbers))));
            cells.add(percent(each.share(all)));
            cells.add(each == answers.getFirst() ? "" : difference(each, answers.getFirst(), all));
            cells.add(Table.millis(Timing.of(Arrays.stream(all).mapToLong(number -> each.nanos()[number]).toArray())
                    .median()));
            table.add(cells.toArray(String[]::new));
        }
        return table;
    }

    private int[] numbers(Predicate<LabelledQuestion> some) {
        return IntStream.range(0, questions.size()).filter(number -> some.test(questions.get(number))).toArray();
    }

    private static String percent(double share) {
        return "%.1f".formatted(100 * share);
    }

    private static String difference(Answers one, Answers other, int[] numbers) {
        var differences = Arrays.stream(numbers)
                .map(number -> (one.right()[number] ? 1 : 0) - (other.right()[number] ? 1 : 0)).toArray();
        var interval = interval(differences);
        return "%+.1f (%+.1f to %+.1f)".formatted(100 * (one.share(numbers) - other.share(numbers)),
                100 * interval[0], 100 * interval[1]);
    }

    /// The bootstrap's 95 % interval of the mean; always the same for the same values.
    static double[] interval(int[] values) {
        var random = new Random(4711);
        var means = new double[RESAMPLES];
        for (int resample = 0; resample < RESAMPLES; resample++) {
            int sum = 0;
            for (int drawn = 0; drawn < values.length; drawn++) {
                sum += values[random.nextInt(values.length)];
            }
            means[resample] = sum / (double) values.length;
        }
        Arrays.sort(means);
        return new double[] {means[RESAMPLES / 40], means[RESAMPLES - 1 - RESAMPLES / 40]};
    }
}
