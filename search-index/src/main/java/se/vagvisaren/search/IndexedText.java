package se.vagvisaren.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.vagvisaren.search.Reading.ReadWord;
import se.vagvisaren.search.Unit.Entity;
import se.vagvisaren.search.Unit.Sort;

/// A text as the index has looked it up: for each language that it may be in, what each of its words says for each
/// entity. A part of the text then costs no more than adding up its words.
final class IndexedText implements ReadText {

    /// So many entities are weighed by each way of finding them; what neither finds among its best is not meant.
    private static final int MOST_WEIGHED = 40;
    /// A word speaks for an entity when this much of it is the entity's.
    private static final double SPEAKS = .5;

    /// What an entity and the part of the text have to do with each other.
    record Found(Entity entity, double score, Confidence.Signs signs, double weight, double confidence, InLanguage part, int number) {

        SearchHit asHit() {
            return new SearchHit(entity.sort().asHit(), entity.id(), score, confidence, part.matched(number));
        }
    }

    /// What a part of a text may be about, the surest first, and what speaks against all of it.
    ///
    /// @param vague   of its being vague
    /// @param foreign of its being nothing of ours
    record Answer(List<Found> found, Confidence.NoneSigns vague, Confidence.NoneSigns foreign, double vagueness, double foreignness) {
    }

    private final List<Entity> entities;
    private final List<Language> languages;
    private final String written;
    private final Map<List<SearchHit.Span>, Answer> answers = new HashMap<>();

    IndexedText(List<Entity> entities, List<Language> languages, String written) {
        this.entities = entities;
        this.languages = languages;
        this.written = written;
    }

    @Override
    public String language() {
        return written;
    }

    @Override
    public About about(List<SearchHit.Span> parts, int most) {
        var answer = answers.computeIfAbsent(parts, _ -> answer(parts, Confidence.IN_USE));
        return new About(answer.found().stream().filter(found -> found.entity().sort() != Sort.CRISIS).limit(most).map(Found::asHit).toList(),
                answer.found().stream().filter(found -> found.entity().sort() == Sort.CRISIS)
                        .map(found -> new Emergency(found.entity().id(), found.confidence())).toList(),
                answer.vagueness(), answer.foreignness());
    }

    /// @param weights those in use, or others that are being fitted
    Answer answer(List<SearchHit.Span> parts, Confidence.Weights weights) {
        var best = new HashMap<Entity, Found>();
        Confidence.NoneSigns vague = null;
        Confidence.NoneSigns foreign = null;
        for (var language : languages) {
            var part = language.part(parts);
            if (!part.isEmpty()) {
                for (var found : part.weigh(entities, weights)) {
                    best.merge(found.entity(), found, (one, other) -> one.weight() >= other.weight() ? one : other);
                }
            }
            if (vague == null) {
                vague = part.none(PhraseClassifier.VAGUE);
                foreign = part.none(PhraseClassifier.FOREIGN);
            }
        }
        if (vague == null) {
            var nothing = new Confidence.NoneSigns(0, 0, 0, 0);
            return new Answer(List.of(), nothing, nothing, 0, 1);
        }
        double asVague = weights.ofVague(vague);
        double asForeign = weights.ofForeign(foreign);
        double most = best.values().stream().mapToDouble(Found::weight).reduce(Math.max(asVague, asForeign), Math::max);
        double sum = best.values().stream().mapToDouble(found -> Math.exp(found.weight() - most)).sum() + Math.exp(asVague - most)
                + Math.exp(asForeign - most);
        return new Answer(best.values().stream()
                .map(found -> new Found(found.entity(), found.score(), found.signs(), found.weight(), Math.exp(found.weight() - most) / sum, found.part(), found.number()))
                .sorted(Comparator.comparingDouble(Found::weight).reversed().thenComparing(found -> found.entity().id())).toList(),
                vague, foreign, Math.exp(asVague - most) / sum, Math.exp(asForeign - most) / sum);
    }

    /// A text's words without diacritics, however it is punctuated, and whatever place it names.
    static String folded(List<Words.Word> words, Set<String> places) {
        return words.stream().map(word -> Words.fold(word.text())).map(word -> places.contains(word) ? ServiceIndex.A_PLACE : word).collect(Collectors.joining(" "));
    }

    /// The text in one language.
    static final class Language {

        private final Reading reading;
        private final PhraseClassifier classifier;
        private final Map<String, Integer> phrases;
        private final float[][] scores;
        private final float[][] explained;
        private final List<Words.Word> words;
        private final List<PhraseClassifier.Share> shares;
        private final int entities;

        /// @param phrases the phrases that one entity has and no other, as [#folded], with its number
        Language(Reading reading, List<Words.Word> words, String tag, List<Unit> units, int entities, EntitySearch search,
                 PhraseClassifier classifier, Map<String, Integer> phrases) {
            this.reading = reading;
            this.words = words;
            this.classifier = classifier;
            this.phrases = phrases;
            this.entities = entities;
            int count = reading.words().size();
            scores = new float[count][];
            explained = new float[count][entities];
            var looked = new HashMap<String, float[]>();
            for (int number = 0; number < count; number++) {
                var says = reading.words().get(number).says();
                scores[number] = looked.computeIfAbsent(says.spelling() + says.meanings().size(), _ -> search.scores(says, tag));
                for (var meaning : says.meanings()) {
                    for (int unit : meaning.term().units()) {
                        int entity = units.get(unit).entity();
                        explained[number][entity] = Math.max(explained[number][entity], (float) meaning.tells());
                    }
                }
            }
            shares = IntStream.range(0, Math.min(words.size(), Reading.MOST_WORDS))
                    .mapToObj(at -> classifier.share(words.get(at).text(), at == 0 ? "" : words.get(at - 1).text())).toList();
        }

        InLanguage part(List<SearchHit.Span> parts) {
            var inside = new ArrayList<Integer>();
            for (int number = 0; number < reading.words().size(); number++) {
                var word = reading.words().get(number);
                if (isInside(word.start(), word.end(), parts)) {
                    inside.add(number);
                }
            }
            var written = new ArrayList<Words.Word>();
            var shared = new ArrayList<PhraseClassifier.Share>();
            for (int number = 0; number < shares.size(); number++) {
                if (isInside(words.get(number).start(), words.get(number).end(), parts)) {
                    written.add(words.get(number));
                    shared.add(shares.get(number));
                }
            }
            return new InLanguage(this, inside, written, shared);
        }

        private static boolean isInside(int start, int end, List<SearchHit.Span> parts) {
            for (var part : parts) {
                if (start >= part.start() && end <= part.end()) {
                    return true;
                }
            }
            return false;
        }
    }

    /// A part of the text in one language.
    static final class InLanguage {

        private final Language text;
        private final List<Integer> numbers;
        private final List<Integer> distinct = new ArrayList<>();
        /// The entity of which the part is a name or a phrase, word for word.
        private final int exactly;
        private final float[] likeness;
        private double mostExplained;

        private InLanguage(Language text, List<Integer> numbers, List<Words.Word> written, List<PhraseClassifier.Share> shares) {
            this.text = text;
            this.numbers = numbers;
            exactly = text.phrases.getOrDefault(folded(written, text.classifier.places()), ServiceIndex.NONE);
            var seen = new HashSet<String>();
            numbers.stream().filter(number -> seen.add(word(number).says().spelling())).forEach(distinct::add);
            likeness = text.classifier.likeness(shares);
        }

        private ReadWord word(int number) {
            return text.reading.words().get(number);
        }

        boolean isEmpty() {
            return exactly < 0 && numbers.stream().allMatch(number -> word(number).says().meanings().isEmpty());
        }

        List<Found> weigh(List<Entity> entities, Confidence.Weights weights) {
            var scores = new float[entities.size()];
            for (int number : numbers) {
                for (int entity = 0; entity < scores.length; entity++) {
                    scores[entity] += text.scores[number][entity];
                }
            }
            float best = 0;
            for (float score : scores) {
                best = Math.max(best, score);
            }
            var found = new ArrayList<Found>();
            for (int entity : worthWeighing(scores)) {
                if (scores[entity] > 0 || entity == exactly) {
                    double amount = 0;
                    for (int number : distinct) {
                        amount += text.explained[number][entity];
                    }
                    mostExplained = Math.max(mostExplained, saturated(amount));
                    var signs = new Confidence.Signs(best == 0 ? 0 : scores[entity] / best, saturated(amount), likeness[entity], entity == exactly,
                            entities.get(entity).sort());
                    found.add(new Found(entities.get(entity), scores[entity], signs, weights.of(signs), 0, this, entity));
                }
            }
            return found;
        }

        private Iterable<Integer> worthWeighing(float[] scores) {
            var chosen = new HashSet<Integer>();
            best(scores, chosen);
            best(likeness, chosen);
            chosen.add(exactly);
            chosen.removeIf(number -> number < 0 || number >= scores.length);
            return chosen;
        }

        private static void best(float[] values, java.util.Set<Integer> chosen) {
            var least = new PriorityQueue<Integer>(Comparator.comparingDouble(number -> values[number]));
            for (int number = 0; number < values.length; number++) {
                if (least.size() < MOST_WEIGHED) {
                    least.add(number);
                } else if (values[number] > values[least.peek()]) {
                    least.poll();
                    least.add(number);
                }
            }
            chosen.addAll(least);
        }

        /// What speaks against everything; to be asked after [#weigh].
        ///
        /// @param kind which of the classes behind the entities
        Confidence.NoneSigns none(int kind) {
            double information = distinct.stream().mapToDouble(number -> word(number).says().information()).sum();
            return new Confidence.NoneSigns(mostExplained, saturated(information), text.reading.recognised(), likeness[text.entities + kind]);
        }

        /// From 0 for nothing towards 1, with a half for what one unheard-of word would tell.
        private static double saturated(double amount) {
            return amount / (1 + amount);
        }

        /// The words of the part that speak for the entity, in order.
        List<SearchHit.Span> matched(int entity) {
            var spans = new ArrayList<SearchHit.Span>();
            for (int number : numbers) {
                var word = word(number);
                var span = new SearchHit.Span(word.start(), word.end());
                double part = text.explained[number][entity];
                boolean speaks = part > 0 && part >= SPEAKS * word.says().information() - 1e-6;
                if (speaks && (spans.isEmpty() || !spans.getLast().equals(span))) {
                    spans.add(span);
                }
            }
            return List.copyOf(spans);
        }
    }
}
