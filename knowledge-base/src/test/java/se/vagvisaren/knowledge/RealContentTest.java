package se.vagvisaren.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The content that is shipped.
class RealContentTest {

    private static final List<ContentFile> FILES = ContentFile.below(Path.of("content"));
    private static final ContentLoader.Loaded LOADED = ContentLoader.load(FILES);

    private static final Pattern MARKUP =
            Pattern.compile("<[a-zA-Z/!][^>]*>|&[a-z]+;|\\*\\*|\\]\\(|\\$\\{|\\{%|`|^#+ |https?://");
    private static final Pattern AMOUNT = Pattern.compile("\\d[\\d \u00a0]*(?:kronor|kr)\\b");
    private static final Pattern PHONE = Pattern.compile("\\b0\\d{1,3}[- ]?\\d{2,3}[ -]?\\d{2}");

    @Test
    void it_has_no_error() {
        assertThat(LOADED.problems()).filteredOn(each -> each.severity() == ContentProblem.Severity.ERROR).isEmpty();
    }

    @Test
    void every_table_has_a_source() {
        assertThat(LOADED.problems()).noneMatch(each -> each.what().equals("Tabellen har ingen källa"));
    }

    @Test
    void no_text_of_a_service_has_markup_or_an_address_in_it() {
        for (var service : LOADED.orThrow().services().values()) {
            texts(service).forEach(text -> assertThat(text).as(service.id()).doesNotContainPattern(MARKUP));
        }
    }

    @Test
    void an_organisation_with_an_address_or_a_number_has_a_source() {
        for (var organisation : LOADED.orThrow().organisations().values()) {
            if (organisation.website() != null || organisation.phone() != null) {
                assertThat(organisation.source()).as(organisation.id()).isNotNull();
                assertThat(organisation.source().url()).as(organisation.id()).startsWith("http");
            }
        }
    }

    @Test
    void everything_that_states_an_amount_a_document_or_a_desk_has_a_source() {
        var knowledge = LOADED.orThrow();

        assertThat(knowledge.services().values()).allSatisfy(service -> hasSource(service.source()));
        assertThat(knowledge.services().values()).flatExtracting(PublicService::requirements)
                .allSatisfy(requirement -> hasSource(requirement.source()));
        assertThat(knowledge.parameters().values()).flatExtracting(Parameter::values)
                .allSatisfy(value -> hasSource(value.source()));
        assertThat(knowledge.evidence().values()).allSatisfy(evidence -> hasSource(evidence.source()));
        assertThat(knowledge.serviceLevels()).allSatisfy(level -> hasSource(level.source()));
        assertThat(knowledge.offices().values()).allSatisfy(office -> hasSource(office.source()));
        assertThat(knowledge.localLayers().values()).flatExtracting(layers -> layers.values())
                .allSatisfy(layer -> hasSource(layer.source()));
    }

    private static void hasSource(Source source) {
        assertThat(source.url()).startsWith("http");
        assertThat(source.latestDay()).isNotNull();
    }

    @Test
    void a_deadline_rests_on_a_law_or_a_source() {
        assertThat(LOADED.orThrow().services().values()).flatExtracting(PublicService::steps)
                .extracting(PublicService.Step::deadline).filteredOn(deadline -> deadline != null)
                .allMatch(deadline -> deadline.law() != null || deadline.source() != null);
    }

    @Test
    void a_number_to_call_in_an_emergency_has_two_sources() {
        for (var crisis : LOADED.orThrow().crises()) {
            assertThat(Stream.concat(Stream.of(crisis.contact()), crisis.also().stream())
                    .filter(contact -> contact.phone() != null)).as(crisis.id())
                    .allMatch(contact -> contact.sources().stream().map(Source::url).distinct().count() >= 2);
        }
    }

    /// A phone number stands in an organisation, where its source is, and never in the text of a service.
    @Test
    void no_text_of_a_service_has_a_phone_number_in_it() {
        for (var service : LOADED.orThrow().services().values()) {
            texts(service).forEach(text -> assertThat(text).as(service.id()).doesNotContainPattern(PHONE));
        }
    }

    /// An amount stands in `parameters` with its dates, in a requirement whose own source says it, or in `cost`, whose
    /// source is the service's.
    @Test
    void an_amount_in_a_requirement_is_confirmed_by_its_source_and_no_step_has_one() {
        for (var service : LOADED.orThrow().services().values()) {
            service.requirements().stream().filter(requirement -> hasAmount(requirement.text()))
                    .forEach(requirement -> assertThat(requirement.source().confirmed())
                            .as(service.id() + "/" + requirement.id()).isTrue());
            assertThat(service.steps().stream().filter(step -> hasAmount(step.action())))
                    .extracting(PublicService.Step::id).isEmpty();
        }
    }

    private static boolean hasAmount(LocalText text) {
        return text.byLanguage().values().stream().anyMatch(each -> AMOUNT.matcher(each).find());
    }

    @Test
    void every_day_on_which_something_changes_can_be_shown() {
        var knowledge = LOADED.orThrow();

        for (var day : knowledge.changes()) {
            assertThat(knowledge.asOf(day).services().keySet()).isSubsetOf(knowledge.services().keySet());
        }
    }

    private static List<String> texts(PublicService service) {
        var texts = new ArrayList<LocalText>();
        texts.add(service.name());
        texts.add(service.summary());
        service.requirements().forEach(requirement -> {
            texts.add(requirement.text());
            texts.add(requirement.whenNotMet());
        });
        service.steps().forEach(step -> {
            texts.add(step.action());
            texts.add(step.ifMissed());
            step.channels().forEach(channel -> texts.add(channel.text()));
            texts.add(step.deadline() == null ? null : step.deadline().text());
        });
        service.misdirections().forEach(misdirection -> texts.add(misdirection.text()));
        var facts = service.facts();
        Stream.of(facts.cost(), facts.processingTime(), facts.appealTo(), facts.representation(), facts.withoutEid())
                .forEach(texts::add);
        return texts.stream().filter(text -> text != null)
                .flatMap(text -> text.byLanguage().values().stream()).toList();
    }
}
