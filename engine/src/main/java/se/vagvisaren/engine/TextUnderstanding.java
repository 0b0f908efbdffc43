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
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    private static final Pattern BEFORE_A_DAY = Pattern.compile("(?iu)(?<!\\p{L})(?:den|the|on|on the)\\s+$");
    /// One sentence of several has to tell of an emergency so surely; the others may say what it is about.
    private static final double CLEARLY = .7;
    /// Words of an emergency in a text that is otherwise like none tell of something else: "the website throws me out".
    private static final double LEAST_LIKELY = .02;

    /// What a text comes to.
    ///
    /// @param language that it is written in
    /// @param about what the whole of it may be about
    record Reading(String text, String language, boolean personalDataRemoved, List<Errand> errands, ReadText.About about,
                   Map<FactKey, FactsInText.Stated> facts, Set<String> mentioned, List<Crisis> crises) {
    }

    /// One thing that the visitor wants.
    ///
    /// @param isQuestion whether it is put as a question
    record Errand(Span span, SearchHit hit, boolean isQuestion) {
    }

    private static final Pattern MACHINE_TURN = Pattern.compile("(?m)^(?:Engine|Vägvisaren):.*$");
    private static final Pattern VISITOR_LABEL = Pattern.compile("(?m)^Besökare:");
    /// Scripts, tags, addresses and what colours a terminal are no words of a visitor.
    private static final Pattern MACHINE_WORDS = Pattern.compile(
            "(?is)<(script|style)\\b[^<>]{0,500}>.{0,5000}?</\\1\\s*>|</?[a-z!][^<>]{0,500}>|\\bhttps?://\\S{1,2000}|\\x1B\\[[0-9;]{0,20}[a-z]");
    /// A block of markup ends a sentence.
    private static final Pattern BLOCK = Pattern.compile("(?i)<(?=/?(?:p|br|div|li|ul|ol|tr|td|table|h[1-6])\\b)");

    private final KnowledgeBase knowledge;
    private final ServiceSearch search;
    private final Limits limits;
    private final FactsInText factsInText;
    private final List<Emergency> emergencies;
    private final Map<String, List<String>> organisationNames = new LinkedHashMap<>();
    private final Map<String, String> dateFacts = new HashMap<>();
    private final ErrandFinder finder;

    TextUnderstanding(KnowledgeBase knowledge, ServiceSearch search, Limits limits, Breadth breadth) {
        this.knowledge = knowledge;
        this.limits = limits;
        this.search = search;
        this.finder = new ErrandFinder(knowledge, limits, breadth);
        this.factsInText = new FactsInText(knowledge);
        this.emergencies = knowledge.crises().stream().map(Emergency::of).toList();
        knowledge.organisations().values().forEach(organisation -> {
            var names = new LinkedHashSet<String>();
            organisation.name().byLanguage().values().forEach(name -> names.add(name.replaceAll("\\s*\\(.*\\)", "")));
            organisation.everydayNames().values().forEach(names::addAll);
            organisationNames.put(organisation.id(), names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList());
        });
        knowledge.lifeEvents().values().forEach(event -> mostUsed(event.services().stream().map(entry -> knowledge.services().get(entry.service())).toList())
                .ifPresent(fact -> dateFacts.put(event.id(), fact)));
        knowledge.services().values().forEach(service -> mostUsed(List.of(service)).ifPresent(fact -> dateFacts.put(service.id(), fact)));
    }

    /// The date fact from which most deadlines of these services are counted.
    private static java.util.Optional<String> mostUsed(List<PublicService> services) {
        var uses = new LinkedHashMap<String, Integer>();
        services.stream().flatMap(service -> service.steps().stream()).map(PublicService.Step::deadline)
                .filter(deadline -> deadline != null && deadline.from() != null).forEach(deadline -> uses.merge(deadline.from(), 1, Integer::sum));
        return uses.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    Reading read(String written, String language, LocalDate today) {
        return readings(written, language, today, choices -> List.of(ErrandChoice.best(choices))).getFirst();
    }

    /// A text read in one of the ways that are weighed.
    record Way(ErrandChoice choice, Reading reading) {
    }

    /// A text read in every way that is weighed; for fitting.
    List<Way> readInAllWays(String written, String language, LocalDate today) {
        var all = new ArrayList<ErrandChoice>();
        var readings = readings(written, language, today, choices -> {
            all.addAll(choices);
            return choices.stream().map(ErrandChoice::errands).toList();
        });
        return IntStream.range(0, all.size()).mapToObj(way -> new Way(all.get(way), readings.get(way))).toList();
    }

    private List<Reading> readings(String written, String language, LocalDate today, Function<List<ErrandChoice>, List<List<Errand>>> taken) {
        var cut = written.length() > GuidanceRequest.LONGEST_TEXT ? written.substring(0, GuidanceRequest.LONGEST_TEXT) : written;
        var blanked = PersonalData.blank(cut);
        var text = Words.blanked(Words.blanked(blanked.text(), MACHINE_TURN), VISITOR_LABEL);
        text = withoutMarkup(text);
        var words = Words.of(text);
        var dates = DatesInText.find(words, today);
        // A day says when, not what: the search is not to be led by "november".
        var said = text;
        var undated = Words.blanked(text, dates.stream().map(named -> withParticle(said, named.span())).toList());
        var looked = search.read(undated, language, factsInText.place(words));
        var found = factsInText.find(words, looked.language());
        var stated = found.values().stream().flatMap(each -> each.spans().stream()).toList();
        var about = looked.about(List.of(new Span(0, undated.length())), ErrandFinder.MOST_HITS);
        var crises = crises(words, looked, about, undated);
        var choices = crises.isEmpty() ? finder.choices(undated, looked, about, stated) : List.of(ErrandChoice.NONE);
        return taken.apply(choices).stream().map(errands -> {
            var facts = new LinkedHashMap<>(found);
            dates(dates, errands, today, facts);
            return new Reading(blanked.text(), looked.language(), blanked.removed(), errands, about, facts, mentioned(words), crises);
        }).toList();
    }

    /// A day with the word that leads to it: "den 17 november".
    private static Span withParticle(String text, Span day) {
        var before = BEFORE_A_DAY.matcher(text.substring(0, day.start()));
        return before.find() ? new Span(before.start(), day.end()) : day;
    }

    /// The same text, as long, with sentences where the markup had blocks.
    private static String withoutMarkup(String text) {
        var words = new StringBuilder(Words.blanked(text, MACHINE_WORDS));
        BLOCK.matcher(text).results().filter(block -> words.charAt(block.start()) == ' ').forEach(block -> words.setCharAt(block.start(), '\n'));
        return words.toString();
    }

    /// The candidates for errands in a text by itself, for fitting.
    List<ErrandFinder.Candidate> candidates(String text, String language) {
        var words = Words.of(text);
        var looked = search.read(text, language, factsInText.place(words));
        var stated = factsInText.find(words, looked.language()).values().stream().flatMap(each -> each.spans().stream()).toList();
        return finder.candidates(text, looked, looked.about(List.of(new Span(0, text.length())), ErrandFinder.MOST_HITS), stated);
    }

    /// The emergencies that the text tells of: those whose word patterns it holds, and the likeliest where the text is like
    /// what people write of emergencies, or one of its sentences is clearly so. The likeliest comes first: the same words
    /// tell of what goes on now and of what is over.
    private List<Crisis> crises(Words words, ReadText looked, ReadText.About whole, String text) {
        var possible = emergencies.stream().filter(each -> each.except().stream().noneMatch(pattern -> pattern.find(words).isPresent())).toList();
        var found = new LinkedHashSet<Crisis>();
        var sentences = Clauses.sentences(text).stream().map(sentence -> looked.about(List.of(sentence), 1)).toList();
        boolean canBe = Stream.concat(Stream.of(whole), sentences.stream()).anyMatch(about -> sure(about) >= LEAST_LIKELY);
        possible.stream().filter(each -> canBe || each.crisis().phrases().values().stream().allMatch(List::isEmpty))
                .filter(each -> each.triggers().stream().anyMatch(pattern -> pattern.find(words).isPresent())).map(Emergency::crisis).forEach(found::add);
        Stream.concat(likeliest(whole, limits.crisis()), sentences.stream().flatMap(sentence -> likeliest(sentence, CLEARLY)))
                .forEach(id -> possible.stream().map(Emergency::crisis).filter(crisis -> crisis.id().equals(id)).forEach(found::add));
        var likely = whole.crises().stream().collect(Collectors.toMap(ReadText.Emergency::id, ReadText.Emergency::confidence));
        return found.stream().sorted(Comparator.comparingDouble((Crisis crisis) -> likely.getOrDefault(crisis.id(), 0.0)).reversed()).toList();
    }

    private static double sure(ReadText.About about) {
        return about.crises().stream().mapToDouble(ReadText.Emergency::confidence).sum();
    }

    private static Stream<String> likeliest(ReadText.About about, double least) {
        return sure(about) >= least ? Stream.of(about.crises().getFirst().id()) : Stream.of();
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

    /// A day belongs to the errand in whose words it stands, and is the day from which that errand's deadlines count.
    private void dates(List<DatesInText.Named> dates, List<Errand> errands, LocalDate today, Map<FactKey, FactsInText.Stated> facts) {
        for (var named : dates) {
            errands.stream().filter(errand -> dateFacts.containsKey(errand.hit().id()))
                    .min(Comparator.comparingInt(errand -> distance(errand.span(), named.span())))
                    .ifPresent(errand -> {
                        var fact = knowledge.facts().get(dateFacts.get(errand.hit().id()));
                        var day = fact.isPast() ? named.past(today) : named.near(today);
                        if (fact.canBe(day, today)) {
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
