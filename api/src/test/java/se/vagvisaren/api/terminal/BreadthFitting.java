package se.vagvisaren.api.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.vagvisaren.engine.Breadth;
import se.vagvisaren.knowledge.ContentFile;
import se.vagvisaren.knowledge.ContentLoader;
import se.vagvisaren.knowledge.KnowledgeBase;

/// Fits the weights of the engine's [Breadth] on the labelled questions that are not held back, writes them as its
/// resource, and prints how often the likeliest kind is the right one there, among questions left out by turns, and on the
/// rest.
///
/// Arguments: the file to write, the content's folder, then files of labelled questions.
final class BreadthFitting {

    private static final String PHRASE = "phrase";
    /// One phrase, or line, of so many.
    private static final int OF_EVENTS = 40;
    private static final int OF_SERVICES = 100;
    private static final int OF_VAGUE = 10;
    private static final int OF_NOT_OURS = 40;
    private static final int FEWEST_TEXTS = 4;
    private static final int ROUNDS = 300;
    private static final double RATE = .1;
    private static final double REGULARISATION = .33;
    private static final double SMALL = 1e-8;
    private static final float TELLS_NOTHING = .05f;
    private static final int KINDS = Breadth.Kind.values().length;
    static final int TURNS = 6;

    private BreadthFitting() {
    }

    public static void main(String[] arguments) throws IOException {
        var knowledge = ContentLoader.load(ContentFile.below(Path.of(arguments[1]))).orThrow().asOf(LocalDate.now());
        var questions = new ArrayList<LabelledQuestion>();
        Arrays.stream(arguments).skip(2).forEach(file -> questions.addAll(LabelledQuestion.of(file)));
        questions.removeIf(question -> question.kind().equals("crisis"));
        var some = Stream.concat(questions.stream().filter(BreadthFitting::isToFit), phrases(knowledge)).toList();
        var fitted = fit(some, knowledge);
        Files.write(Path.of(arguments[0]), fitted.lines());
        report("fitted", some, knowledge, fitted);
        for (int turn = 0; turn < TURNS; turn++) {
            int left = turn;
            report("left out", some.stream().filter(question -> turn(question) == left && !question.id().equals(PHRASE)).toList(), knowledge, without(left, some, knowledge));
        }
        report("held back", questions.stream().filter(question -> !isToFit(question)).toList(), knowledge, fitted);
    }

    /// Some of what the content's phrases say, and of what is too vague or nothing of ours: people write shorter than questions
    /// that are written to be questions.
    static Stream<LabelledQuestion> phrases(KnowledgeBase knowledge) {
        var events = knowledge.lifeEvents().values().stream().flatMap(event -> phrases(event.phrases(), OF_EVENTS, "life-event"));
        var services = knowledge.services().values().stream().flatMap(service -> phrases(service.phrases(), OF_SERVICES, "single"));
        return Stream.of(events, services, lines("too-vague.txt", OF_VAGUE, "vague"), lines("not-ours.txt", OF_NOT_OURS, "out-of-scope")).flatMap(each -> each);
    }

    private static Stream<LabelledQuestion> phrases(Map<String, List<String>> phrases, int oneOf, String kind) {
        return phrases.entrySet().stream().flatMap(entry -> entry.getValue().stream().filter(text -> Math.floorMod(text.hashCode(), oneOf) == 0)
                .map(text -> new LabelledQuestion(PHRASE, null, entry.getKey(), text, null, null, null, kind)));
    }

    private static Stream<LabelledQuestion> lines(String list, int oneOf, String kind) {
        try (var stream = BreadthFitting.class.getResourceAsStream("/se/vagvisaren/search/" + list)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#") && Math.floorMod(line.hashCode(), oneOf) == 0)
                    .map(line -> line.split("\t")).map(parts -> new LabelledQuestion(PHRASE, null, parts[0], parts[1], null, null, null, kind)).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static boolean isToFit(LabelledQuestion question) {
        return !"held".equals(question.half());
    }

    /// In which turn a question is left out.
    static int turn(LabelledQuestion question) {
        return Math.floorMod(question.text().hashCode(), TURNS);
    }

    /// As fitted without the questions of one turn.
    static Breadth without(int turn, List<LabelledQuestion> questions, KnowledgeBase knowledge) {
        return fit(questions.stream().filter(question -> turn(question) != turn).toList(), knowledge);
    }

    /// Maximises the likelihood of the right kinds, with a little regularisation; Adam finds it.
    private static Breadth fit(List<LabelledQuestion> questions, KnowledgeBase knowledge) {
        var signs = questions.stream().map(question -> Breadth.signs(question.text())).toList();
        var texts = new TreeMap<String, Integer>();
        signs.forEach(of -> of.keySet().forEach(sign -> texts.merge(sign, 1, Integer::sum)));
        texts.values().removeIf(count -> count < FEWEST_TEXTS);
        var numbers = new HashMap<String, Integer>();
        texts.keySet().forEach(sign -> numbers.put(sign, numbers.size()));
        var at = signs.stream().map(of -> of.keySet().stream().filter(numbers::containsKey).sorted().mapToInt(numbers::get).toArray()).toList();
        var much = signs.stream().map(of -> of.keySet().stream().filter(numbers::containsKey).sorted().mapToDouble(of::get).toArray()).toList();
        var right = questions.stream().mapToInt(question -> kind(question, knowledge).ordinal()).toArray();
        var weights = new double[numbers.size()][KINDS];
        var mean = new double[numbers.size()][KINDS];
        var square = new double[numbers.size()][KINDS];
        for (int round = 1; round <= ROUNDS; round++) {
            var slope = new double[numbers.size()][KINDS];
            for (int number = 0; number < right.length; number++) {
                var odds = new double[KINDS];
                for (int sign = 0; sign < at.get(number).length; sign++) {
                    for (int kind = 0; kind < KINDS; kind++) {
                        odds[kind] += much.get(number)[sign] * weights[at.get(number)[sign]][kind];
                    }
                }
                double sum = Arrays.stream(odds).map(Math::exp).sum();
                for (int kind = 0; kind < KINDS; kind++) {
                    double push = (kind == right[number] ? 1 : 0) - Math.exp(odds[kind]) / sum;
                    for (int sign = 0; sign < at.get(number).length; sign++) {
                        slope[at.get(number)[sign]][kind] += push * much.get(number)[sign];
                    }
                }
            }
            for (int sign = 0; sign < weights.length; sign++) {
                for (int kind = 0; kind < KINDS; kind++) {
                    double push = (slope[sign][kind] - REGULARISATION * weights[sign][kind]) / right.length;
                    mean[sign][kind] = .9 * mean[sign][kind] + .1 * push;
                    square[sign][kind] = .999 * square[sign][kind] + .001 * push * push;
                    weights[sign][kind] += RATE * (mean[sign][kind] / (1 - Math.pow(.9, round)))
                            / (Math.sqrt(square[sign][kind] / (1 - Math.pow(.999, round))) + SMALL);
                }
            }
        }
        var fitted = new HashMap<String, float[]>();
        numbers.forEach((sign, number) -> {
            var of = new float[KINDS];
            IntStream.range(0, KINDS).forEach(kind -> of[kind] = (float) weights[number][kind]);
            if (IntStream.range(0, KINDS).anyMatch(kind -> Math.abs(of[kind]) >= TELLS_NOTHING)) {
                fitted.put(sign, of);
            }
        });
        return new Breadth(fitted);
    }

    /// What a question asks for: as somebody has said what is meant, or as its kind has it.
    private static Breadth.Kind kind(LabelledQuestion question, KnowledgeBase knowledge) {
        if (!question.targets().isEmpty()) {
            return question.targets().size() > 1 ? Breadth.Kind.SEVERAL
                    : knowledge.lifeEvents().containsKey(question.targets().getFirst()) ? Breadth.Kind.ALL : Breadth.Kind.ONE;
        }
        return switch (question.kind()) {
            case "vague", "out-of-scope" -> Breadth.Kind.NONE;
            case "life-event" -> Breadth.Kind.ALL;
            case "multi" -> Breadth.Kind.SEVERAL;
            default -> Breadth.Kind.ONE;
        };
    }

    private static void report(String name, List<LabelledQuestion> questions, KnowledgeBase knowledge, Breadth breadth) {
        long right = questions.stream().filter(question -> breadth.likeliest(question.text()) == kind(question, knowledge)).count();
        System.out.printf(Locale.ROOT, "%s: %d, likeliest kind right %.3f%n", name, questions.size(), right / (double) Math.max(1, questions.size()));
    }
}
