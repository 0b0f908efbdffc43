package se.vagvisaren.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.vagvisaren.knowledge.Crisis;
import se.vagvisaren.knowledge.FactDefinition;
import se.vagvisaren.knowledge.FactValue;
import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.knowledge.LifeEvent;
import se.vagvisaren.knowledge.PhrasePattern;
import se.vagvisaren.knowledge.PublicService;
import se.vagvisaren.knowledge.Subject;
import se.vagvisaren.rules.FactKey;
import se.vagvisaren.search.ReadText;
import se.vagvisaren.search.SearchHit;
import se.vagvisaren.search.SearchHit.Span;
import se.vagvisaren.search.ServiceSearch;

/// Reads a visitor's text: what it is about, errand by errand, what it states, whom it names, whether it is an emergency.
final class TextUnderstanding {

    /// A word this long in a service's name tells it apart from words that all names have.
    private static final int SHORTEST_NAME = 6;
    /// What more services than this are called tells none of them apart: "anmälan", "ersättning".
    private static final int MOST_USERS = 3;
    private static final int MOST_HITS = 20;
    private static final int MOST_CLAUSES = 12;
    /// How likely an errand is counts where there are as many of them; there are never ten.
    private static final double TIE = .1;
    /// An errand is told in so many clauses at most, or in a whole sentence, or in the whole text.
    private static final int LONGEST_RUN = 3;
    /// A question that is vague by itself, as likely as not or more, asks in general.
    private static final double GENERAL = .5;
    /// One sentence of several has to tell of an emergency so surely; the others may say what it is about.
    private static final double CLEARLY = .7;

    /// What a text comes to.
    ///
    /// @param about what the whole of it may be about
    record Reading(String text, boolean personalDataRemoved, List<Errand> errands, ReadText.About about,
                   Map<FactKey, FactsInText.Stated> facts, Set<String> mentioned, List<Crisis> crises) {
    }

    /// One thing that the visitor wants.
    ///
    /// @param isQuestion whether it is put as a question
    record Errand(Span span, SearchHit hit, boolean isQuestion) {
    }

    private static final Set<String> INTERROGATIVES = Set.of("var", "vart", "hur", "när", "nar", "vad", "vem", "vilken", "vilket", "vilka",
            "varför", "where", "how", "when", "what", "who", "whom", "which", "why", "whose",
            "كيف", "أين", "اين", "متى", "ماذا", "ما", "هل", "من", "كم", "چطور", "چگونه", "کجا", "آیا", "چه", "як", "де", "чи", "коли", "куди", "що", "хто", "скільки",
            "miten", "mistä", "missä", "mihin", "milloin", "mikä", "mitä", "kuka", "kuinka", "jak", "gdzie", "czy", "kiedy", "co", "kto", "ile", "sidee",
            "xaggee", "halkee", "goorma", "maxaan", "yaa", "imisa");
    private static final Set<String> VERBS_FIRST = Set.of("kan", "får", "far", "måste", "maste", "ska", "skall", "blir", "är", "finns", "behöver",
            "behover", "har", "gör", "kommer", "går", "gäller", "räcker", "kostar", "vill", "räknas", "bör", "borde", "can", "could", "do", "does", "did",
            "must", "should", "is", "are", "am", "will", "would", "may", "have", "has");
    private static final String SENTENCE_MARKS = ".!?؟;\n";
    private static final String QUESTION_MARKS = "?؟";

    private static final Pattern MACHINE_TURN = Pattern.compile("(?m)^(?:Engine|Vägvisaren):.*$");
    private static final Pattern VISITOR_LABEL = Pattern.compile("(?m)^Besökare:");
    /// Tags of a markup language are no words of a visitor.
    private static final Pattern MARKUP = Pattern.compile("<[^<>]{0,500}>");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?؟;\\n]+");
    private static final Pattern CLAUSE_END = Pattern.compile(
            "[.!?؟;:\\n,،]+|(?iu)(?<![\\p{L}])(?:och|o|and|samt|men|dessutom|plus|but|also|ja|sekä|mutta|i|oraz|ale|та|і|й|але|iyo|oo|و)(?![\\p{L}])"
                    // In Arabic the "and" is written together with the word that asks: وكيف, وهل.
                    + "|(?<![\\p{L}])و(?=(?:كيف|هل|أين|اين|متى|من|ما|ماذا|كم|إلى|هناك)(?![\\p{L}]))");

    private final KnowledgeBase knowledge;
    private final ServiceSearch search;
    private final Limits limits;
    private final FactsInText factsInText;
    private final List<Emergency> emergencies;
    private final Map<String, List<String>> organisationNames = new LinkedHashMap<>();
    private final Map<String, String> dateFacts = new HashMap<>();
    private final Map<String, Set<String>> serviceNames = new HashMap<>();

    TextUnderstanding(KnowledgeBase knowledge, ServiceSearch search, Limits limits) {
        this.knowledge = knowledge;
        this.limits = limits;
        this.search = search;
        this.factsInText = new FactsInText(knowledge);
        this.emergencies = knowledge.crises().stream().map(Emergency::of).toList();
        knowledge.organisations().values().forEach(organisation -> {
            var names = new LinkedHashSet<String>();
            organisation.name().byLanguage().values().forEach(name -> names.add(name.replaceAll("\\s*\\(.*\\)", "")));
            organisation.everydayNames().values().forEach(names::addAll);
            organisationNames.put(organisation.id(), names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList());
        });
        knowledge.services().values().forEach(service -> {
            var names = new LinkedHashSet<String>();
            service.name().byLanguage().values().forEach(name -> nameWords(name, names));
            service.everydayNames().values().stream().flatMap(List::stream).forEach(name -> nameWords(name, names));
            serviceNames.put(service.id(), names);
        });
        var users = new HashMap<String, Integer>();
        serviceNames.values().forEach(names -> names.forEach(name -> users.merge(name, 1, Integer::sum)));
        serviceNames.values().forEach(names -> names.removeIf(name -> users.get(name) > MOST_USERS));
        knowledge.lifeEvents().values().forEach(event -> mostUsed(event.services().stream().map(entry -> knowledge.services().get(entry.service())).toList())
                .ifPresent(fact -> dateFacts.put(event.id(), fact)));
        knowledge.services().values().forEach(service -> mostUsed(List.of(service)).ifPresent(fact -> dateFacts.put(service.id(), fact)));
    }

    private static void nameWords(String name, Set<String> words) {
        Words.of(name).all().stream().map(Words.Word::folded).filter(word -> word.length() >= SHORTEST_NAME).forEach(words::add);
    }

    /// The date fact from which most deadlines of these services are counted.
    private static java.util.Optional<String> mostUsed(List<PublicService> services) {
        var uses = new LinkedHashMap<String, Integer>();
        services.stream().flatMap(service -> service.steps().stream()).map(PublicService.Step::deadline)
                .filter(deadline -> deadline != null && deadline.from() != null).forEach(deadline -> uses.merge(deadline.from(), 1, Integer::sum));
        return uses.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    Reading read(String written, String language, LocalDate today) {
        var cut = written.length() > GuidanceRequest.LONGEST_TEXT ? written.substring(0, GuidanceRequest.LONGEST_TEXT) : written;
        var blanked = PersonalData.blank(cut);
        var text = Words.blanked(Words.blanked(Words.blanked(blanked.text(), MACHINE_TURN), VISITOR_LABEL), MARKUP);
        var words = Words.of(text);
        var dates = DatesInText.find(words, today);
        // A day says when, not what: the search is not to be led by "november".
        var undated = new StringBuilder(text);
        dates.forEach(named -> undated.replace(named.span().start(), named.span().end(), " ".repeat(named.span().end() - named.span().start())));
        var looked = search.read(undated.toString(), language);
        var about = looked.about(List.of(new Span(0, undated.length())), MOST_HITS);
        var crises = crises(words, looked, about, undated.toString());
        var facts = new LinkedHashMap<>(factsInText.find(words));
        var stated = facts.values().stream().flatMap(each -> each.spans().stream()).toList();
        var errands = crises.isEmpty() ? errands(undated.toString(), looked, about, stated) : List.<Errand>of();
        dates(dates, errands, today, facts);
        return new Reading(blanked.text(), blanked.removed(), errands, about, facts, mentioned(words), crises);
    }

    /// The emergencies that the text tells of: those whose word patterns it holds, then the likeliest where the text is like
    /// what people write of emergencies, or one of its sentences is clearly so.
    private List<Crisis> crises(Words words, ReadText looked, ReadText.About whole, String text) {
        var possible = emergencies.stream().filter(each -> each.except().stream().noneMatch(pattern -> pattern.find(words).isPresent())).toList();
        var found = new LinkedHashSet<Crisis>();
        possible.stream().filter(each -> each.triggers().stream().anyMatch(pattern -> pattern.find(words).isPresent())).map(Emergency::crisis).forEach(found::add);
        Stream.concat(likeliest(whole, limits.crisis()), parts(text, new Span(0, text.length()), SENTENCE_END).stream()
                        .flatMap(sentence -> likeliest(looked.about(List.of(sentence), 1), CLEARLY)))
                .forEach(id -> possible.stream().map(Emergency::crisis).filter(crisis -> crisis.id().equals(id)).forEach(found::add));
        return List.copyOf(found);
    }

    private static Stream<String> likeliest(ReadText.About about, double least) {
        return about.crises().stream().mapToDouble(ReadText.Emergency::confidence).sum() >= least ? Stream.of(about.crises().getFirst().id()) : Stream.of();
    }

    /// An emergency with its word patterns in all languages: better one alarm too many.
    private record Emergency(Crisis crisis, List<PatternMatcher> triggers, List<PatternMatcher> except) {

        static Emergency of(Crisis crisis) {
            return new Emergency(crisis, matchers(crisis.triggers()), matchers(crisis.except()));
        }

        private static List<PatternMatcher> matchers(Map<String, List<PhrasePattern>> patterns) {
            return patterns.values().stream().flatMap(List::stream).map(PatternMatcher::new).toList();
        }
    }

    /// What a run of clauses may be about, and what speaks for taking it so.
    record Candidate(int from, int to, Errand errand, Acceptance.Signs signs) {
    }

    /// A candidate with how much it adds.
    private record Choice(int from, int to, Errand errand, double worth) {
    }

    /// The errands of a text. Each run of clauses is asked what it is about; of all ways to cut the text into runs that
    /// most likely hold an errand and clauses that hold none, the one is taken with most errands, of those the likeliest;
    /// where no run is likely enough, the likeliest by itself.
    /// Who tells of an event and asks nothing wants its list, whatever else the text says.
    private List<Errand> errands(String text, ReadText looked, ReadText.About whole, List<Span> stated) {
        var starts = new ArrayList<List<Choice>>();
        clauses(text).forEach(_ -> starts.add(new ArrayList<>()));
        Errand likeliest = null;
        double most = limits.alone();
        for (var candidate : candidates(text, looked, whole, stated)) {
            double likely = Acceptance.probability(candidate.signs());
            if (likely >= most) {
                most = likely;
                likeliest = candidate.errand();
            }
            boolean onlyTells = candidate.signs().event() && candidate.signs().asked() == 0;
            if (likely >= (onlyTells ? limits.alone() : limits.least())) {
                starts.get(candidate.from()).add(new Choice(candidate.from(), candidate.to(), candidate.errand(), 1 + TIE * (onlyTells ? 1 : likely)));
            }
        }
        var byTarget = new LinkedHashMap<String, Errand>();
        best(starts).forEach(choice -> byTarget.merge(choice.errand().hit().id(), choice.errand(), TextUnderstanding::joined));
        return !byTarget.isEmpty() ? List.copyOf(byTarget.values()) : likeliest == null ? List.of() : List.of(likeliest);
    }

    /// The same for a text by itself, for fitting.
    List<Candidate> candidates(String text, String language) {
        var looked = search.read(text, language);
        var stated = factsInText.find(Words.of(text)).values().stream().flatMap(each -> each.spans().stream()).toList();
        return candidates(text, looked, looked.about(List.of(new Span(0, text.length())), MOST_HITS), stated);
    }

    private List<Candidate> candidates(String text, ReadText looked, ReadText.About all, List<Span> stated) {
        var whole = all.hits();
        var clauses = clauses(text);
        var sentences = parts(text, new Span(0, text.length()), SENTENCE_END);
        // "Vad ska vi göra?" asks for no one thing: it wants the whole list of what is told.
        var questions = clauses.stream().map(clause -> isQuestion(text, clause) && looked.about(List.of(clause), 1).vague() < GENERAL).toList();
        int asked = (int) questions.stream().filter(each -> each).count();
        var found = new ArrayList<Candidate>();
        var first = whole.isEmpty() ? null : choose(whole, text, List.of());
        var contexts = new HashMap<List<Span>, List<SearchHit>>();
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
                var around = asked == 0 ? hits : isAll || context.size() == clauses.size() ? whole
                        : contexts.computeIfAbsent(context, parts -> looked.about(parts, MOST_HITS).hits());
                int asks = (int) questions.subList(from, to).stream().filter(each -> each).count();
                // What is asked is meant with what is told around it; what is only stated names no errand.
                var hit = isAll ? first : asks > 0 ? choose(both(hits, around), text, List.of()) : choose(hits, text, stated);
                if (hit == null) {
                    continue;
                }
                boolean isSentence = sentences.stream().anyMatch(sentence -> sentence.start() == part.start())
                        && sentences.stream().anyMatch(sentence -> sentence.end() == part.end());
                boolean agrees = first != null && (first.id().equals(hit.id()) || leadsTheSameWay(first, hit));
                found.add(new Candidate(from, to, new Errand(part, hit, asks > 0), new Acceptance.Signs(likely(hit, hits), alone(hit, hits),
                        likely(hit, around), likely(hit, whole), about.vague() + about.foreign(), all.vague() + all.foreign(), asks, asked, isAll, isSentence, (part.end() - part.start()) / (double) text.length(),
                        Words.of(text.substring(part.start(), part.end())).all().size(), hit.kind() == SearchHit.Kind.LIFE_EVENT, agrees, hit.matched().size())));
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

    /// The runs that together are worth most, none overlapping another.
    private static List<Choice> best(List<List<Choice>> starts) {
        int end = starts.size();
        var worth = new double[end + 1];
        var taken = new Choice[end];
        for (int from = end - 1; from >= 0; from--) {
            worth[from] = worth[from + 1];
            for (var choice : starts.get(from)) {
                double together = choice.worth() + worth[choice.to()];
                if (together > worth[from]) {
                    worth[from] = together;
                    taken[from] = choice;
                }
            }
        }
        var chosen = new ArrayList<Choice>();
        for (int at = 0; at < end; at = taken[at] == null ? at + 1 : taken[at].to()) {
            if (taken[at] != null) {
                chosen.add(taken[at]);
            }
        }
        return chosen;
    }

    /// What a text or a part of it is most likely about, with how sure it is that this, or what leads the same way, is
    /// meant; null when nothing is. "Min man har dött" tells of the event, though each of its services has such words too:
    /// a service is meant only where the text says more than the event does. Words that only state facts ("jag hyr en
    /// lägenhet") name no service.
    ///
    /// @param stated where facts are stated
    private SearchHit choose(List<SearchHit> hits, String text, List<Span> stated) {
        var possible = hits.stream()
                .filter(hit -> hit.kind() == SearchHit.Kind.LIFE_EVENT || hit.matched().isEmpty()
                        || hit.matched().stream().anyMatch(span -> stated.stream().noneMatch(fact -> overlap(fact, span))))
                .toList();
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

    /// A clause that ends in a question mark, begins with a question's word, or begins with a verb in a sentence that is
    /// a question.
    private static boolean isQuestion(String text, Span clause) {
        var words = Words.of(text.substring(clause.start(), clause.end())).all();
        if (words.isEmpty()) {
            return false;
        }
        var first = words.getFirst().lower();
        if (INTERROGATIVES.contains(first)) {
            return true;
        }
        int end = clause.end();
        boolean verbFirst = VERBS_FIRST.contains(first);
        while (end < text.length() && (verbFirst ? !SENTENCE_MARKS.contains(text.substring(end, end + 1)) : Character.isWhitespace(text.charAt(end)))) {
            end++;
        }
        return end < text.length() && QUESTION_MARKS.contains(text.substring(end, end + 1));
    }

    private static Errand joined(Errand first, Errand second) {
        var matched = new ArrayList<>(first.hit().matched());
        matched.addAll(second.hit().matched());
        var surer = first.hit().confidence() >= second.hit().confidence() ? first.hit() : second.hit();
        return new Errand(new Span(first.span().start(), second.span().end()),
                new SearchHit(surer.kind(), surer.id(), surer.score(), surer.confidence(), matched), first.isQuestion() || second.isQuestion());
    }

    static List<Span> clauses(String text) {
        return parts(text, new Span(0, text.length()), CLAUSE_END);
    }

    private static List<Span> parts(String text, Span within, Pattern end) {
        var parts = new ArrayList<Span>();
        var ends = end.matcher(text).region(within.start(), within.end());
        int start = within.start();
        while (ends.find() && parts.size() < MOST_CLAUSES) {
            addClause(text, start, ends.start(), parts);
            start = ends.end();
        }
        addClause(text, start, within.end(), parts);
        return parts;
    }

    private static void addClause(String text, int start, int end, List<Span> clauses) {
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            clauses.add(new Span(start, end));
        }
    }

    /// A day belongs to the errand in whose words it stands, and is the day from which that errand's deadlines count.
    private void dates(List<DatesInText.Named> dates, List<Errand> errands, LocalDate today, Map<FactKey, FactsInText.Stated> facts) {
        for (var named : dates) {
            errands.stream().filter(errand -> dateFacts.containsKey(errand.hit().id()))
                    .min(Comparator.comparingInt(errand -> distance(errand.span(), named.span())))
                    .ifPresent(errand -> {
                        var fact = knowledge.facts().get(dateFacts.get(errand.hit().id()));
                        boolean happened = fact.of().contains(Subject.Kind.DECEASED) || fact.personal();
                        var day = happened ? named.past(today) : named.near(today);
                        if (!happened || !day.isAfter(today)) {
                            facts.putIfAbsent(new FactKey(subjectOf(fact, errand.hit()), fact.id()), new FactsInText.Stated(new FactValue.Day(day), List.of(named.span())));
                        }
                    });
        }
    }

    private static int distance(Span errand, Span date) {
        return date.start() < errand.start() ? errand.start() - date.start() : Math.max(0, date.start() - errand.end());
    }

    /// Whose date it is: that of whom the errand is about, where the fact can be theirs.
    private Subject subjectOf(FactDefinition fact, SearchHit hit) {
        var about = switch (hit.kind()) {
            case SERVICE -> knowledge.services().get(hit.id()).about();
            case LIFE_EVENT -> knowledge.lifeEvents().get(hit.id()).services().stream().map(LifeEvent.Entry::service)
                    .map(knowledge.services()::get).filter(service -> service.steps().stream()
                            .anyMatch(step -> step.deadline() != null && fact.id().equals(step.deadline().from())))
                    .map(PublicService::about).findFirst().orElse(Subject.Kind.VISITOR);
        };
        return Subject.first(fact.of().contains(about) ? about : fact.of().contains(Subject.Kind.VISITOR) ? Subject.Kind.VISITOR : fact.of().iterator().next());
    }

    /// Organisations that the text names.
    private Set<String> mentioned(Words words) {
        var found = new LinkedHashSet<String>();
        var text = " " + String.join(" ", words.all().stream().map(Words.Word::lower).toList()) + " ";
        organisationNames.forEach((id, names) -> names.stream().filter(name -> name.length() > 1)
                .filter(name -> text.contains(" " + name + " ") || text.contains(" " + name + "s ")).findFirst().ifPresent(_ -> found.add(id)));
        return found;
    }
}
