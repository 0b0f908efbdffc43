package se.vagvisaren.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import se.vagvisaren.knowledge.ContentFile;
import se.vagvisaren.knowledge.ContentLoader;
import se.vagvisaren.search.ServiceIndex;

/// The report on the shipped content, which the build prints.
class ContentReportTest {

    @Test
    void the_report_has_a_row_for_every_authority_with_services() {
        var knowledge = ContentLoader.load(ContentFile.below(Path.of("../knowledge-base/content"))).orThrow().asOf(LocalDate.now());
        try (var index = ServiceIndex.of(knowledge)) {
            var report = ContentReport.of(knowledge, index, LocalDate.now());

            report.lines().forEach(System.out::println);

            assertThat(report.authorities()).extracting(ContentReport.Row::authority)
                    .containsExactlyElementsOf(knowledge.services().values().stream().map(service -> service.authority()).sorted().distinct().toList());
            assertThat(report.authorities()).as("what the content promises").hasSizeGreaterThanOrEqualTo(50)
                    .allMatch(row -> row.noEnglish() == 0, "every service in English").allMatch(row -> row.noNames() == 0, "everyday names");
            assertThat(report.notFound()).as("services that their own phrases do not find").hasSizeLessThan(knowledge.services().size() / 50);
        }
    }

    @Test
    void a_source_of_last_year_is_counted_as_old() {
        var knowledge = Fixture.release().knowledge().asOf(Fixture.TODAY);
        try (var index = ServiceIndex.of(knowledge)) {
            var soon = ContentReport.of(knowledge, index, LocalDate.of(2026, 11, 21));
            var later = ContentReport.of(knowledge, index, LocalDate.of(2036, 11, 21));

            assertThat(later.authorities()).allMatch(row -> row.old() == row.services());
            assertThat(soon.authorities()).anyMatch(row -> row.old() < row.services());
        }
    }
}
