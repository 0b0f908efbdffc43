package se.vagvisaren.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import se.vagvisaren.knowledge.ContentFile;
import se.vagvisaren.knowledge.ContentLoader;
import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.knowledge.LifeEvent;
import se.vagvisaren.search.SearchHit;
import se.vagvisaren.search.ServiceIndex;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Fits the weights of [Acceptance] on the labelled questions whose `half` is `fit`, and prints how well it tells errands
/// from what is none, there and on the rest.
///
/// Pairs of them, and pairs of life events as their phrases tell them, are put together into texts with two errands.
///
/// Arguments: the content's folder, then files of labelled questions. A part is an errand when what it seems to be about
/// leads to an authority that has to be named; a life event by as much as its list leads to those that may be named.
final class AcceptanceFitting {

    private static final Set<String> ONE_ERRAND = Set.of("single", "misspelt", "newcomer", "company");
    private static final int PAIRS = 400;
    private static final double OF_A_PAIR = .5;
    private static final int ROUNDS = 2_000;
    private static final double RATE = .03;
    private static final double REGULARISATION = .001;

    /// A text with the authorities that have to be named, and those that may be.
    private record Text(String text, String language, String kind, Set<String> named, Set<String> may, boolean fit, double weight) {
    }

    private record Example(double[] signs, double right, boolean fit, double weight) {
    }

    private AcceptanceFitting() {
    }

    public static void main(String[] arguments) throws IOException {
        var knowledge = ContentLoader.load(ContentFile.below(Path.of(arguments[0]))).orThrow().asOf(LocalDate.now());
        var texts = new ArrayList<Text>();
        var json = JsonMapper.builder().build();
        for (var file : Arrays.asList(arguments).subList(1, arguments.length)) {
            for (var line : Files.readAllLines(Path.of(file))) {
                var question = json.readTree(line);
                texts.add(new Text(question.path("text").asString(), question.path("lang").asString(), question.path("kind").asString(),
                        strings(question.path("authorities")), strings(question.path("acceptable")), question.path("half").asString("").equals("fit"), 1));
            }
        }
        texts.addAll(together(texts.stream().filter(text -> text.fit() && ONE_ERRAND.contains(text.kind())).toList(), PAIRS));
        texts.addAll(together(told(knowledge), PAIRS));
        var examples = new ArrayList<Example>();
        try (var index = ServiceIndex.of(knowledge)) {
            var understanding = new TextUnderstanding(knowledge, index, Limits.IN_USE, Breadth.inUse());
            for (var text : texts) {
                var candidates = understanding.candidates(text.text(), text.language());
                for (var candidate : candidates) {
                    examples.add(new Example(candidate.signs().asVector(), right(knowledge, candidate.errand().hit(), text.named(), text.may()), text.fit(),
                            text.weight() / Math.sqrt(candidates.size())));
                }
            }
        }
        var weights = fit(examples.stream().filter(Example::fit).toList());
        System.out.println("weights as fitted: " + Arrays.toString(Arrays.stream(weights).map(weight -> Math.round(weight * 100) / 100.0).toArray()));
        report("fitted", examples.stream().filter(Example::fit).toList(), weights);
        report("held back and others", examples.stream().filter(example -> !example.fit()).toList(), weights);
    }

    /// Two errands of the same language in one text, as people join them; always the same ones.
    private static List<Text> together(List<Text> single, int pairs) {
        var random = new Random(20261121);
        var joined = new ArrayList<Text>();
        while (joined.size() < pairs) {
            var one = single.get(random.nextInt(single.size()));
            var other = single.get(random.nextInt(single.size()));
            if (one.language().equals(other.language()) && !one.text().equals(other.text())) {
                boolean english = one.language().equals("en");
                var and = List.of(". ", english ? " and " : " och ", ", ", english ? ". Also, " : ". Sen undrar jag: ").get(random.nextInt(4));
                var named = new HashSet<>(one.named());
                named.addAll(other.named());
                var may = new HashSet<>(one.may());
                may.addAll(other.may());
                joined.add(new Text((and.startsWith(".") ? one.text() : one.text().replaceAll("[.!]$", "")) + and + other.text(), one.language(), "multi", named, may,
                        true, OF_A_PAIR));
            }
        }
        return joined;
    }

    /// Life events as their phrases tell them.
    private static List<Text> told(KnowledgeBase knowledge) {
        var told = new ArrayList<Text>();
        knowledge.lifeEvents().values().forEach(event -> List.of("sv", "en").forEach(language -> event.phrases().getOrDefault(language, List.of()).forEach(phrase -> {
            var named = new HashSet<String>();
            event.services().stream().filter(entry -> entry.show() == LifeEvent.Show.ALWAYS)
                    .forEach(entry -> named.add(knowledge.services().get(entry.service()).authority()));
            told.add(new Text(phrase, language, "life-event", named, Set.of(), true, OF_A_PAIR));
        })));
        return told;
    }

    private static Set<String> strings(JsonNode list) {
        var all = new HashSet<String>();
        list.forEach(each -> all.add(each.asString()));
        return all;
    }

    private static double right(KnowledgeBase knowledge, SearchHit hit, Set<String> named, Set<String> may) {
        var shown = new HashSet<String>();
        switch (hit.kind()) {
            case SERVICE -> shown.add(knowledge.services().get(hit.id()).authority());
            case LIFE_EVENT -> knowledge.lifeEvents().get(hit.id()).services().stream().filter(entry -> entry.show() == LifeEvent.Show.ALWAYS)
                    .forEach(entry -> shown.add(knowledge.services().get(entry.service()).authority()));
        }
        boolean names = shown.stream().anyMatch(named::contains);
        long good = shown.stream().filter(each -> named.contains(each) || may.contains(each)).count();
        return names ? good / (double) shown.size() : 0;
    }

    /// Gradient ascent on the likelihood, with a little regularisation.
    private static double[] fit(List<Example> examples) {
        var weights = Acceptance.weights();
        var mean = new double[weights.length];
        var square = new double[weights.length];
        double all = examples.stream().mapToDouble(Example::weight).sum();
        for (int round = 1; round <= ROUNDS; round++) {
            var slope = new double[weights.length];
            for (var example : examples) {
                double error = example.weight() * (example.right() - probability(example, weights));
                for (int at = 0; at < slope.length; at++) {
                    slope[at] += error * example.signs()[at];
                }
            }
            for (int at = 0; at < weights.length; at++) {
                double push = slope[at] / all - REGULARISATION * weights[at];
                mean[at] = .9 * mean[at] + .1 * push;
                square[at] = .999 * square[at] + .001 * push * push;
                weights[at] += RATE * (mean[at] / (1 - Math.pow(.9, round))) / (Math.sqrt(square[at] / (1 - Math.pow(.999, round))) + 1e-8);
            }
        }
        return weights;
    }

    private static double probability(Example example, double[] weights) {
        return Acceptance.probability(example.signs(), weights);
    }

    private static void report(String name, List<Example> examples, double[] weights) {
        System.out.printf(Locale.ROOT, "%s: %d parts, %.0f of them errands%n", name, examples.size(), examples.stream().mapToDouble(Example::right).sum());
        for (double from = 0; from < .99; from += .1) {
            double least = from;
            var in = examples.stream().filter(each -> probability(each, weights) >= least && probability(each, weights) < least + .1).toList();
            System.out.printf(Locale.ROOT, "  %.1f: %.2f of %d%n", from, in.stream().mapToDouble(Example::right).sum() / (double) Math.max(1, in.size()), in.size());
        }
    }
}
