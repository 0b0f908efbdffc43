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
import se.vagvisaren.knowledge.Crisis;
import se.vagvisaren.knowledge.FactDefinition;
import se.vagvisaren.knowledge.FactValue;
import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.knowledge.LifeEvent;
import se.vagvisaren.knowledge.PhrasePattern;
import se.vagvisaren.knowledge.PublicService;
import se.vagvisaren.knowledge.Subject;
import se.vagvisaren.rules.FactKey;
import se.vagvisaren.search.SearchHit;
import se.vagvisaren.search.SearchHit.Span;
import se.vagvisaren.search.ServiceSearch;

/// Reads a visitor's text: what it is about, errand by errand, what it states, whom it names, whether it is an emergency.
final class TextUnderstanding {

    /// From this confidence on a text is taken to be about something.
    static final double SURE = 0.55;
    /// From this confidence on it is worth asking whether it is.
    static final double MAYBE = 0.25;
    /// A part of the text that is this sure stands by itself, even where the whole text points elsewhere.
    private static final double STRONG = 0.65;
    /// What a part of the text is about must not be quite unlikely for the text as a whole.
    private static final double BORNE_OUT = 0.25;
    private static final double BORNE_OUT_EVENT = 0.15;
    /// An event is meant rather than one of its services when it is nearly as sure.
    private static final double NEARLY = 0.6;
    /// So many hits are looked at for what leads the same way.
    private static final int NEIGHBOURS = 5;
    /// A word this long in a service's name tells it apart from words that all names have.
    private static final int SHORTEST_NAME = 6;
    /// What more services than this are called tells none of them apart: "anmälan", "ersättning".
    private static final int MOST_USERS = 3;
    private static final int MOST_HITS = 20;
    private static final int MOST_CLAUSES = 12;

    /// What a text comes to.
    ///
    /// @param candidates what it may be about, when nothing in it is sure
    record Reading(String text, boolean personalDataRemoved, List<Errand> errands, List<SearchHit> candidates,
                   Map<FactKey, FactsInText.Stated> facts, Set<String> mentioned, List<Crisis> crises) {
    }

    /// One thing that the visitor wants.
    ///
    /// @param isQuestion whether it is put as a question
    record Errand(Span span, SearchHit hit, boolean isQuestion) {
    }

    private static final Set<String> INTERROGATIVES = Set.of("var", "vart", "hur", "när", "nar", "vad", "vem", "vilken", "vilket", "vilka",
            "varför", "kan", "får", "far", "måste", "where", "how", "when", "what", "who", "which", "why", "can", "do", "does", "must");

    private static final Pattern MACHINE_TURN = Pattern.compile("(?m)^(?:Engine|Vägvisaren):.*$");
    private static final Pattern VISITOR_LABEL = Pattern.compile("(?m)^Besökare:");
    /// Tags of a markup language are no words of a visitor.
    private static final Pattern MARKUP = Pattern.compile("<[^<>]{0,500}>");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?;\\n]+");
    private static final Pattern CLAUSE_END = Pattern.compile(
            "[.!?;:\\n,]+|(?iu)(?<![\\p{L}])(?:och|o|and|samt|men|dessutom|plus|but|also)(?![\\p{L}])");

    private final KnowledgeBase knowledge;
    private final ServiceSearch search;
    private final FactsInText factsInText;
    private final List<Emergency> emergencies;
    private final Map<String, List<String>> organisationNames = new LinkedHashMap<>();
    private final Map<String, String> dateFacts = new HashMap<>();
    private final Map<String, Set<String>> serviceNames = new HashMap<>();

    TextUnderstanding(KnowledgeBase knowledge, ServiceSearch search) {
        this.knowledge = knowledge;
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
        var crises = crises(words);
        var dates = DatesInText.find(words, today);
        // A day says when, not what: the search is not to be led by "november".
        var undated = new StringBuilder(text);
        dates.forEach(named -> undated.replace(named.span().start(), named.span().end(), " ".repeat(named.span().end() - named.span().start())));
        var whole = search.search(undated.toString(), language, MOST_HITS);
        var facts = new LinkedHashMap<>(factsInText.find(words));
        var stated = facts.values().stream().flatMap(each -> each.spans().stream()).toList();
        var errands = crises.isEmpty() ? errands(undated.toString(), whole, stated, language) : List.<Errand>of();
        dates(dates, errands, today, facts);
        return new Reading(blanked.text(), blanked.removed(), errands, whole, facts, mentioned(words), crises);
    }

    private List<Crisis> crises(Words words) {
        return emergencies.stream().filter(each -> each.triggers().stream().anyMatch(pattern -> pattern.find(words).isPresent()))
                .filter(each -> each.except().stream().noneMatch(pattern -> pattern.find(words).isPresent())).map(Emergency::crisis).toList();
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

    /// The errands of a text. A text is read at three sizes: as a whole, by sentences and by clauses. A part stands for an
    /// errand of its own when it is sure of something, more so for a statement than for a question, and when that is not
    /// quite unlikely for the larger part around it; a whole that no part stands for is one errand.
    private List<Errand> errands(String text, List<SearchHit> whole, List<Span> stated, String language) {
        var byTarget = new LinkedHashMap<String, Errand>();
        var sentences = parts(text, new Span(0, text.length()), SENTENCE_END);
        String background = "";
        for (var sentence : sentences) {
            var around = sentences.size() == 1 ? whole : find(text, sentence, language);
            boolean found = false;
            var clauses = parts(text, sentence, CLAUSE_END);
            for (var clause : clauses) {
                if (clauses.size() > 1 || !background.isEmpty() && isQuestion(text, clause)) {
                    found |= add(text, clause, find(text, clause, language), List.of(around, whole), stated, byTarget)
                            || isQuestion(text, clause) && add(text, clause, before(background, text, clause, language), List.of(around, whole), stated, byTarget);
                }
                background = told(text, clause, byTarget, background);
            }
            if (!found && sentences.size() > 1 && add(text, sentence, around, List.of(around, whole), stated, byTarget)) {
                background = told(text, sentence, byTarget, background);
            }
        }
        var best = choose(whole, text, List.of());
        if (best != null && !byTarget.containsKey(best.id()) && (byTarget.isEmpty()
                || best.confidence() >= STRONG && byTarget.values().stream().noneMatch(errand ->
                        errand.hit().confidence() >= best.confidence() || leadsTheSameWay(errand.hit(), best)))) {
            byTarget.put(best.id(), new Errand(new Span(0, text.length()), best, text.indexOf('?') >= 0));
        }
        return byTarget.values().stream().sorted(Comparator.comparingInt(errand -> errand.span().start())).toList();
    }

    /// The words that have told of an event last.
    private static String told(String text, Span part, Map<String, Errand> byTarget, String before) {
        return byTarget.values().stream().anyMatch(errand -> errand.span().equals(part) && errand.hit().kind() == SearchHit.Kind.LIFE_EVENT)
                ? text.substring(part.start(), part.end()) : before;
    }

    /// What a part of the text is about, with places counted in the whole text.
    private List<SearchHit> find(String text, Span part, String language) {
        return search.search(text.substring(part.start(), part.end()), language, MOST_HITS).stream().map(hit -> moved(hit, part.start())).toList();
    }

    /// What a question is about, asked by somebody who has told of an event before it: "vi har fått barn … var anmäler vi
    /// namnet?". Only services that the question's own words speak for.
    private List<SearchHit> before(String background, String text, Span question, String language) {
        if (background.isEmpty()) {
            return List.of();
        }
        int ahead = background.length() + 1;
        return search.search(background + " " + text.substring(question.start(), question.end()), language, MOST_HITS).stream()
                .filter(hit -> hit.kind() == SearchHit.Kind.SERVICE)
                .map(hit -> new SearchHit(hit.kind(), hit.id(), hit.score(), hit.confidence(), hit.matched().stream().filter(span -> span.start() >= ahead)
                        .map(span -> new Span(span.start() - ahead + question.start(), span.end() - ahead + question.start())).toList()))
                .filter(hit -> !hit.matched().isEmpty()).toList();
    }

    private boolean add(String text, Span part, List<SearchHit> hits, List<List<SearchHit>> around, List<Span> stated, Map<String, Errand> byTarget) {
        var hit = choose(hits, text, stated);
        boolean question = isQuestion(text, part);
        if (hit == null || hit.confidence() < (question ? SURE : STRONG) || !isBorneOut(hit, around)) {
            return false;
        }
        byTarget.merge(hit.id(), new Errand(part, hit, question), TextUnderstanding::joined);
        return true;
    }

    /// What a text or a part of it is about, or null when nothing is sure. "Min man har dött" tells of the event, though
    /// each of its services has such words too: a service is meant only where the text says more than the event does. Words
    /// that only state facts ("jag hyr en lägenhet") name no service.
    ///
    /// @param stated where facts are stated
    private SearchHit choose(List<SearchHit> hits, String text, List<Span> stated) {
        var possible = hits.stream()
                .filter(hit -> hit.kind() == SearchHit.Kind.LIFE_EVENT || hit.matched().isEmpty()
                        || hit.matched().stream().anyMatch(span -> stated.stream().noneMatch(fact -> overlap(fact, span))))
                .toList();
        if (possible.isEmpty() || together(possible.getFirst(), possible) < SURE) {
            return null;
        }
        var top = surer(possible.getFirst(), together(possible.getFirst(), possible));
        if (top.kind() == SearchHit.Kind.LIFE_EVENT || isNamed(top, text)) {
            return top;
        }
        return possible.stream().filter(hit -> hit.kind() == SearchHit.Kind.LIFE_EVENT && hit.confidence() >= MAYBE && hit.confidence() >= NEARLY * top.confidence() && isOf(hit, top))
                .filter(event -> event.matched().containsAll(top.matched())).findFirst()
                .map(event -> surer(event, top.confidence())).orElse(top);
    }

    /// How sure it is that a hit, or another one that leads the same way, is meant: an event and its services, or services
    /// that one authority has within one event, do not speak against each other.
    private double together(SearchHit hit, List<SearchHit> hits) {
        double none = 1 - hit.confidence();
        for (var other : hits.stream().limit(NEIGHBOURS).toList()) {
            if (!other.id().equals(hit.id()) && other.confidence() >= MAYBE && leadsTheSameWay(hit, other)) {
                none *= 1 - other.confidence();
            }
        }
        return 1 - none;
    }

    private boolean leadsTheSameWay(SearchHit one, SearchHit other) {
        if (one.kind() != other.kind()) {
            return one.kind() == SearchHit.Kind.LIFE_EVENT ? isOf(one, other) : isOf(other, one);
        }
        if (one.kind() == SearchHit.Kind.LIFE_EVENT) {
            return false;
        }
        var first = knowledge.services().get(one.id());
        var second = knowledge.services().get(other.id());
        return first.authority().equals(second.authority()) && first.lifeEvents().stream().anyMatch(second.lifeEvents()::contains);
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

    /// A service must not be unlikely for its sentence, nor for the whole text. That something has happened is told in a few
    /// words among others, and needs to be borne out by its sentence only.
    private static boolean isBorneOut(SearchHit hit, List<List<SearchHit>> around) {
        boolean isEvent = hit.kind() == SearchHit.Kind.LIFE_EVENT;
        return around.stream().limit(isEvent ? 1 : around.size()).allMatch(larger -> larger.stream()
                .anyMatch(each -> each.id().equals(hit.id()) && each.confidence() >= (isEvent ? BORNE_OUT_EVENT : BORNE_OUT)));
    }

    private static boolean overlap(Span one, Span other) {
        return one.start() < other.end() && other.start() < one.end();
    }

    /// A clause that ends in a question mark or begins with a question's word.
    private static boolean isQuestion(String text, Span clause) {
        var words = Words.of(text.substring(clause.start(), clause.end())).all();
        int end = clause.end();
        while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end < text.length() && text.charAt(end) == '?' || !words.isEmpty() && INTERROGATIVES.contains(words.getFirst().lower());
    }

    private static SearchHit moved(SearchHit hit, int by) {
        return new SearchHit(hit.kind(), hit.id(), hit.score(), hit.confidence(),
                hit.matched().stream().map(span -> new Span(span.start() + by, span.end() + by)).toList());
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
