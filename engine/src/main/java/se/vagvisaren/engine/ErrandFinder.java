package se.vagvisaren.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.vagvisaren.engine.TextUnderstanding.Errand;
import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.knowledge.LifeEvent;
import se.vagvisaren.knowledge.PhrasePattern;
import se.vagvisaren.search.ReadText;
import se.vagvisaren.search.SearchHit;
import se.vagvisaren.search.SearchHit.Span;

/// Finds the errands of a text: which runs of its clauses hold one, and which.
final class ErrandFinder {

    static final int MOST_HITS = 20;
    /// A word this long in a service's name tells it apart from words that all names have.
    private static final int SHORTEST_NAME = 6;
    /// What more services than this are called tells none of them apart: "anmälan", "ersättning".
    private static final int MOST_USERS = 3;
    /// An errand is told in so many clauses at most, or in a whole sentence, or in the whole text.
    private static final int LONGEST_RUN = 3;
    /// A question that is vague by itself, as likely as not or more, asks in general.
    private static final double GENERAL = .5;
    /// Besides what a run is most likely about, so many others that are at least so likely are weighed.
    private static final double LEAST_OTHER = .05;
    private static final int MOST_OTHERS = 2;
    private static final double OF_THE_LIKELIEST = .5;
    /// So many candidates are put together, and none with lower log odds: what is less likely is no errand.
    private static final int MOST_CANDIDATES = 16;
    private static final double LEAST_ODDS = Math.log(.05 / .95);

    private final KnowledgeBase knowledge;
    private final Limits limits;
    private final Breadth breadth;
    private final Map<String, Set<String>> serviceNames = new HashMap<>();
    private final Map<String, Set<String>> eventAuthorities = new HashMap<>();
    private final List<PatternMatcher> asksForAll = asksForAll();

    ErrandFinder(KnowledgeBase knowledge, Limits limits, Breadth breadth) {
        this.breadth = breadth;
        this.knowledge = knowledge;
        this.limits = limits;
        knowledge.services().values().forEach(service -> {
            var names = new LinkedHashSet<String>();
            service.name().byLanguage().values().forEach(name -> nameWords(name, names));
            service.everydayNames().values().stream().flatMap(List::stream).forEach(name -> nameWords(name, names));
            serviceNames.put(service.id(), names);
        });
        var users = new HashMap<String, Integer>();
        serviceNames.values().forEach(names -> names.forEach(name -> users.merge(name, 1, Integer::sum)));
        serviceNames.values().forEach(names -> names.removeIf(name -> users.get(name) > MOST_USERS));
        knowledge.lifeEvents().values().forEach(event -> eventAuthorities.put(event.id(), event.services().stream()
                .filter(entry -> entry.show() == LifeEvent.Show.ALWAYS)
                .map(entry -> knowledge.services().get(entry.service()).authority()).collect(Collectors.toSet())));
    }

    /// Words with which people ask for the whole list: "vad ska jag göra?", "where do I start?".
    private static List<PatternMatcher> asksForAll() {
        try (var stream = ErrandFinder.class.getResourceAsStream("asks-for-all.txt")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> new PatternMatcher(PhrasePattern.parse(line.substring(line.indexOf('\t') + 1)))).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void nameWords(String name, Set<String> words) {
        Words.of(name).all().stream().map(Words.Word::folded).filter(word -> word.length() >= SHORTEST_NAME).forEach(words::add);
    }

    /// What a run of clauses may be about, and what speaks for taking it so.
    ///
    /// @param likeliest   whether nothing else is likelier for the run
    /// @param authorities those to which it leads for sure
    /// @param vector      the signs as numbers to weigh
    /// @param odds        how likely it is an errand, in log odds
    record Candidate(int from, int to, Errand errand, Acceptance.Signs signs, boolean likeliest, Set<String> authorities, double[] vector, double odds) {

        boolean isEvent() {
            return errand.hit().kind() == SearchHit.Kind.LIFE_EVENT;
        }

        /// Its clauses, a bit for each.
        long clauses() {
            return (1L << to) - (1L << from);
        }
    }

    /// All ways to take the text: as no errand, as one, or as a few.
    List<ErrandChoice> choices(String text, ReadText looked, ReadText.About whole, List<Span> stated) {
        var likely = candidates(text, looked, whole, stated).stream().filter(each -> each.odds() >= LEAST_ODDS)
                .sorted(Comparator.comparingDouble(Candidate::odds).reversed()).limit(MOST_CANDIDATES).toList();
        var authorities = new HashMap<String, Double>();
        whole.hits().forEach(hit -> authorities(hit).forEach(authority -> authorities.merge(authority, hit.confidence(), Double::sum)));
        return ErrandChoice.all(likely, new ErrandChoice.Told(Clauses.of(text, looked.language()).size(), whole.vague(), whole.foreign(), authorities, asksForAll(text),
                text.strip().length(), breadth.odds(text)));
    }

    private boolean asksForAll(String text) {
        var words = Words.of(text);
        return asksForAll.stream().anyMatch(pattern -> pattern.find(words).isPresent());
    }

    /// Those that a service, or the list of a life event, leads to for sure.
    private Set<String> authorities(SearchHit hit) {
        return switch (hit.kind()) {
            case SERVICE -> Set.of(knowledge.services().get(hit.id()).authority());
            case LIFE_EVENT -> eventAuthorities.get(hit.id());
        };
    }

    List<Candidate> candidates(String text, ReadText looked, ReadText.About all, List<Span> stated) {
        var whole = all.hits();
        var clauses = Clauses.of(text, looked.language());
        var sentences = Clauses.sentences(text);
        // "Vad ska vi göra?" asks for no one thing: it wants the whole list of what is told. "Hur får vi hem honom?" is as
        // vague by itself, but asks for one.
        var questions = clauses.stream().map(clause -> Clauses.isQuestion(text, clause)
                && !(asksForAll(text.substring(clause.start(), clause.end())) && looked.about(List.of(clause), 1).vague() >= GENERAL)).toList();
        int asked = (int) questions.stream().filter(each -> each).count();
        var found = new ArrayList<Candidate>();
        var first = whole.isEmpty() ? null : choose(whole, text, List.of());
        for (int from = 0; from < clauses.size(); from++) {
            for (int to = from + 1; to <= clauses.size(); to++) {
                var part = new Span(clauses.get(from).start(), clauses.get(to - 1).end());
                boolean isAll = from == 0 && to == clauses.size();
                if (to - from > LONGEST_RUN && !isAll && !sentences.contains(part)) {
                    continue;
                }
                var about = isAll ? all : looked.about(List.of(part), MOST_HITS);
                var hits = about.hits();
                var context = context(clauses, questions, from, to);
                var around = asked == 0 ? hits : isAll || context.size() == clauses.size() ? whole : looked.about(context, MOST_HITS).hits();
                int asks = (int) questions.subList(from, to).stream().filter(each -> each).count();
                // What is asked is meant with what is told around it; what is only stated names no errand.
                var among = isAll ? whole : asks > 0 ? both(hits, around) : hits;
                var chosen = isAll ? first : choose(among, text, asks > 0 ? List.of() : stated);
                if (chosen == null) {
                    continue;
                }
                boolean isSentence = sentences.stream().anyMatch(sentence -> sentence.start() == part.start())
                        && sentences.stream().anyMatch(sentence -> sentence.end() == part.end());
                var possible = new ArrayList<SearchHit>(List.of(chosen));
                // "Min man har dött" tells of the event, not of one of its pensions.
                boolean onlyTells = asks == 0 && chosen.kind() == SearchHit.Kind.LIFE_EVENT;
                // What leads to the same authorities and is less likely is never the better way to take it.
                among.stream().filter(hit -> hit.confidence() >= LEAST_OTHER && !onlyTells && possible.size() <= MOST_OTHERS)
                        .filter(hit -> possible.stream().noneMatch(likelier -> authorities(likelier).equals(authorities(hit)))).forEach(possible::add);
                for (var hit : possible) {
                    boolean agrees = first != null && (first.id().equals(hit.id()) || leadsTheSameWay(first, hit));
                    var signs = new Acceptance.Signs(likely(hit, hits), alone(hit, hits),
                            likely(hit, around), likely(hit, whole), about.vague() + about.foreign(), all.vague() + all.foreign(), asks, asked, isAll, isSentence, (part.end() - part.start()) / (double) text.length(),
                            Words.of(text.substring(part.start(), part.end())).all().size(), hit.kind() == SearchHit.Kind.LIFE_EVENT, agrees, hit.matched().size());
                    var vector = signs.asVector();
                    found.add(new Candidate(from, to, new Errand(part, hit, asks > 0), signs, hit == chosen, authorities(hit), vector, Acceptance.odds(vector)));
                }
            }
        }
        return found;
    }

    /// The text without what is asked elsewhere in it: one question is not to speak against another. Where nothing is asked,
    /// each part speaks for itself.
    private static List<Span> context(List<Span> clauses, List<Boolean> questions, int from, int to) {
        var context = new ArrayList<Span>();
        for (int at = 0; at < clauses.size(); at++) {
            if (at >= from && at < to || !questions.get(at)) {
                context.add(clauses.get(at));
            }
        }
        return context;
    }

    /// How likely it is that a hit, or what leads the same way, is meant by some other part of the text.
    private double likely(SearchHit hit, List<SearchHit> there) {
        return there.stream().filter(each -> each.id().equals(hit.id()) || leadsTheSameWay(hit, each)).mapToDouble(SearchHit::confidence).sum();
    }

    /// What a text or a part of it is most likely about, with how sure it is that this, or what leads the same way, is
    /// meant; null when nothing is. "Min man har dött" tells of the event, though each of its services has such words too:
    /// a service is meant only where the text says more than the event does. Words that only state facts ("jag hyr en
    /// lägenhet") name no service.
    ///
    /// @param stated where facts are stated
    private SearchHit choose(List<SearchHit> hits, String text, List<Span> stated) {
        var naming = hits.stream()
                .filter(hit -> hit.kind() == SearchHit.Kind.LIFE_EVENT || hit.matched().isEmpty()
                        || hit.matched().stream().anyMatch(span -> stated.stream().noneMatch(fact -> overlap(fact, span))))
                .toList();
        // What is likelier by far only states a fact: what is left is no errand by being left.
        double likeliest = hits.stream().mapToDouble(SearchHit::confidence).max().orElse(0);
        var possible = naming.size() == hits.size() ? naming : naming.stream().filter(hit -> hit.confidence() >= likeliest * OF_THE_LIKELIEST).toList();
        if (possible.isEmpty()) {
            return null;
        }
        var top = possible.stream().max(Comparator.comparingDouble(hit -> together(hit, possible) + hit.confidence())).orElseThrow();
        top = surer(top, together(top, possible));
        if (top.kind() == SearchHit.Kind.LIFE_EVENT || isNamed(top, text)) {
            return top;
        }
        var service = top;
        return possible.stream().filter(hit -> hit.kind() == SearchHit.Kind.LIFE_EVENT && hit.confidence() >= limits.nearly() * alone(service, possible) && isOf(hit, service))
                .filter(event -> event.matched().containsAll(service.matched())).findFirst()
                .map(event -> surer(event, Math.max(together(event, possible), service.confidence()))).orElse(service);
    }

    private static double alone(SearchHit hit, List<SearchHit> hits) {
        return hits.stream().filter(each -> each.id().equals(hit.id())).mapToDouble(SearchHit::confidence).sum();
    }

    /// The hits of a part, each as sure as it is on the average of the part by itself and of the part with its context.
    private static List<SearchHit> both(List<SearchHit> part, List<SearchHit> context) {
        return part.stream().map(hit -> new SearchHit(hit.kind(), hit.id(), hit.score(), (hit.confidence() + alone(hit, context)) / 2, hit.matched()))
                .sorted(Comparator.comparingDouble(SearchHit::confidence).reversed()).toList();
    }

    /// How sure it is that a hit, or another one that leads the same way, is meant: an event and its services, or services
    /// of one authority, do not speak against each other.
    private double together(SearchHit hit, List<SearchHit> hits) {
        return Math.min(1, hits.stream().filter(other -> other.id().equals(hit.id()) || leadsTheSameWay(hit, other)).mapToDouble(SearchHit::confidence).sum());
    }

    private boolean leadsTheSameWay(SearchHit one, SearchHit other) {
        if (one.kind() != other.kind()) {
            return one.kind() == SearchHit.Kind.LIFE_EVENT ? isOf(one, other) : isOf(other, one);
        }
        if (one.kind() == SearchHit.Kind.LIFE_EVENT) {
            return false;
        }
        return knowledge.services().get(one.id()).authority().equals(knowledge.services().get(other.id()).authority());
    }

    private boolean isOf(SearchHit event, SearchHit service) {
        return knowledge.lifeEvents().get(event.id()).services().stream().anyMatch(entry -> entry.service().equals(service.id()));
    }

    private static SearchHit surer(SearchHit hit, double confidence) {
        return new SearchHit(hit.kind(), hit.id(), hit.score(), Math.max(hit.confidence(), confidence), hit.matched());
    }

    /// Whether the text uses the service's own name, or what people call it.
    private boolean isNamed(SearchHit hit, String text) {
        var names = serviceNames.get(hit.id());
        return hit.matched().stream().map(span -> Words.fold(text.substring(span.start(), span.end()).toLowerCase(Locale.ROOT)))
                .filter(word -> word.length() >= SHORTEST_NAME)
                .anyMatch(word -> names.stream().anyMatch(name -> name.startsWith(word) || word.startsWith(name)));
    }

    private static boolean overlap(Span one, Span other) {
        return one.start() < other.end() && other.start() < one.end();
    }
}
