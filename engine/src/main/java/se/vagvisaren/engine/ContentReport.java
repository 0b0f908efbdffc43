package se.vagvisaren.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.knowledge.LocalText;
import se.vagvisaren.knowledge.PublicService;
import se.vagvisaren.knowledge.ServiceCase;
import se.vagvisaren.knowledge.Source;
import se.vagvisaren.search.SearchHit;
import se.vagvisaren.search.ServiceSearch;

/// How good the content is, authority by authority, for those who keep it. What must not be at all, such as a rule without
/// its cases or a document that nothing asks for, is an error when the content is loaded and does not stand here.
///
/// @param authorities one row each, those with services, by id
/// @param notFound    services that none of their own first phrases finds before all others
public record ContentReport(List<Row> authorities, List<String> notFound) {

    private static final int PHRASES_TRIED = 6;

    /// The services of one authority.
    ///
    /// @param services    how many there are
    /// @param confirmed   how many have a source that was opened and says so, with a quotation
    /// @param old         how many have no source from the last year
    /// @param noEnglish   how many have no English text
    /// @param noLaw       how many have no legal basis
    /// @param noNames     how many have no everyday names
    /// @param conditional rules with a condition
    /// @param noUnknown   how many of these have no case in which they stay open
    public record Row(String authority, int services, int confirmed, int old, int noEnglish, int noLaw, int noNames, int conditional, int noUnknown) {
    }

    /// @param today the day from which a year is counted back
    public static ContentReport of(KnowledgeBase knowledge, ServiceSearch search, LocalDate today) {
        var byAuthority = new TreeMap<String, List<PublicService>>();
        knowledge.services().values().forEach(service -> byAuthority.merge(service.authority(), List.of(service),
                (one, other) -> Stream.concat(one.stream(), other.stream()).toList()));
        var yearAgo = today.minusYears(1);
        var rows = byAuthority.entrySet().stream().map(entry -> {
            var services = entry.getValue();
            var rules = services.stream().flatMap(service -> service.requirements().stream().filter(rule -> rule.when() != null)
                    .map(rule -> service.cases().stream().anyMatch(each -> each.expect() == ServiceCase.Expectation.UNKNOWN
                            && (each.requirement() == null || each.requirement().equals(rule.id()))))).toList();
            return new Row(entry.getKey(), services.size(), count(services, service -> sources(service).anyMatch(Source::confirmed)),
                    count(services, service -> sources(service).allMatch(source -> source.latestDay().isBefore(yearAgo))),
                    count(services, service -> service.name().only(LocalText.ENGLISH).isEmpty()),
                    count(services, service -> service.requirements().stream().allMatch(rule -> rule.law() == null)),
                    count(services, service -> service.everydayNames().getOrDefault(LocalText.SWEDISH, List.of()).isEmpty()),
                    rules.size(), (int) rules.stream().filter(hasUnknown -> !hasUnknown).count());
        }).toList();
        var notFound = knowledge.services().values().stream().filter(service -> service.phrases().getOrDefault(LocalText.SWEDISH, List.of()).stream()
                .limit(PHRASES_TRIED).noneMatch(phrase -> isFirst(service.id(), search.search(phrase, LocalText.SWEDISH, 1)))).map(PublicService::id).toList();
        return new ContentReport(rows, notFound);
    }

    private static int count(List<PublicService> services, Predicate<PublicService> which) {
        return (int) services.stream().filter(which).count();
    }

    private static Stream<Source> sources(PublicService service) {
        return Stream.concat(Stream.of(service.source()), service.requirements().stream().map(PublicService.Requirement::source))
                .filter(java.util.Objects::nonNull);
    }

    private static boolean isFirst(String id, List<SearchHit> hits) {
        return !hits.isEmpty() && hits.getFirst().id().equals(id);
    }

    /// The report as lines in Swedish, a table first.
    public List<String> lines() {
        var all = authorities.stream().reduce(new Row("totalt", 0, 0, 0, 0, 0, 0, 0, 0), (sum, row) -> new Row(sum.authority(),
                sum.services() + row.services(), sum.confirmed() + row.confirmed(), sum.old() + row.old(), sum.noEnglish() + row.noEnglish(),
                sum.noLaw() + row.noLaw(), sum.noNames() + row.noNames(), sum.conditional() + row.conditional(), sum.noUnknown() + row.noUnknown()));
        return Stream.of(
                Stream.of("%-32s %8s %10s %10s %8s %8s %9s %8s %10s".formatted("myndighet", "tjänster", "bekräftade", "källa >1år", "ej engl.", "ej lag", "ej vardag", "villkor", "ej OKÄND")),
                Stream.concat(authorities.stream(), Stream.of(all)).map(row -> "%-32s %8d %10d %10d %8d %8d %9d %8d %10d".formatted(row.authority(), row.services(),
                        row.confirmed(), row.old(), row.noEnglish(), row.noLaw(), row.noNames(), row.conditional(), row.noUnknown())),
                Stream.of(String.format(Locale.ROOT, "%d tjänster hittas inte först av någon av sina första %d fraser: %s", notFound.size(), PHRASES_TRIED,
                        String.join(", ", notFound)),
                        "Regler utan fall som avgör dem, regler som aldrig slår om och dokument som ingen ber om är fel: de stoppar bygget och kan inte finnas här."))
                .flatMap(lines -> lines).toList();
    }
}
