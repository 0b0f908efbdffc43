package se.vagvisaren.api.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import se.vagvisaren.engine.Guidance;
import se.vagvisaren.engine.GuidanceRequest;
import se.vagvisaren.knowledge.ContentFile;
import se.vagvisaren.knowledge.ContentProblem.Severity;

@ExtendWith(OutputCaptureExtension.class)
class ReleaseStoreTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T11:00:00Z"),
            ZoneId.of("Europe/Stockholm"));

    @TempDir
    private Path folder;

    /// Organisations and places only: an engine for them is built in no time.
    @BeforeEach
    void a_folder_with_some_of_the_content() throws IOException {
        copy(file -> file.path().contains("organisation.") || file.path().startsWith("_shared/places/"));
    }

    private void copy(Predicate<ContentFile> wanted) throws IOException {
        for (var file : ContentSource.SHIPPED.read().stream().filter(wanted).toList()) {
            var path = folder.resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.write(path, file.bytes());
        }
    }

    private ReleaseStore open() {
        return ReleaseStore.open(new ContentSource(folder), CLOCK);
    }

    private void append(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), Files.readString(folder.resolve(file)) + text);
    }

    @Test
    void the_same_content_is_the_same_wherever_it_is_read_from() throws IOException {
        copy(_ -> true);

        assertThat(texts(new ContentSource(folder))).isEqualTo(texts(ContentSource.SHIPPED)).isNotEmpty();
    }

    private static List<String> texts(ContentSource source) {
        return source.read().stream()
                .map(file -> file.path() + "\n" + new String(file.bytes(), StandardCharsets.UTF_8)).toList();
    }

    @Test
    void changed_content_becomes_another_release() throws IOException {
        try (var store = open()) {
            var before = store.running().id();
            append("skatteverket/organisation.yaml", "\n# reviewed\n");

            assertThat(store.reload()).noneMatch(problem -> problem.severity() == Severity.ERROR);
            assertThat(store.running().id()).isNotEqualTo(before);
        }
    }

    @Test
    void broken_content_is_told_of_and_the_running_release_stays() throws IOException {
        try (var store = open()) {
            var before = store.running();
            append("skatteverket/organisation.yaml", "\nnonsense: true\n");

            assertThat(store.reload()).anySatisfy(problem -> {
                assertThat(problem.severity()).isEqualTo(Severity.ERROR);
                assertThat(problem.at().file()).isEqualTo("skatteverket/organisation.yaml");
            });
            assertThat(store.running()).isSameAs(before);
        }
    }

    @Test
    void a_folder_that_is_gone_is_told_of_and_the_running_release_stays() {
        var source = new ContentSource(folder.resolve("missing"));

        assertThatThrownBy(() -> ReleaseStore.open(source, CLOCK)).isInstanceOfSatisfying(BrokenContentException.class,
                broken -> assertThat(broken.problems()).hasSize(1));
    }

    @Test
    void days_of_one_period_share_an_engine_and_a_reload_brings_a_new_one() throws IOException {
        try (var store = open()) {
            var first = store.on(TODAY, (_, engine) -> engine);
            assertThat(store.<Object>on(TODAY, (_, engine) -> engine)).isSameAs(first);

            append("skatteverket/organisation.yaml", "\n# reviewed\n");
            store.reload();

            assertThat(store.<Object>on(TODAY, (_, engine) -> engine)).isNotSameAs(first);
        }
    }

    @Test
    void an_engine_in_use_goes_on_answering_while_the_content_is_swapped() {
        var request = new GuidanceRequest("Hej", "sv", List.of(), List.of(), Map.of(), Map.of(), null, TODAY,
                null);
        try (var store = open()) {
            var guidance = store.on(TODAY, (_, engine) -> {
                store.close();
                return engine.guide(request);
            });
            assertThat(guidance.outcome()).isEqualTo(Guidance.Outcome.NO_MATCH);
        }
    }

    @Test
    void more_days_than_engines_are_kept_are_all_answered() {
        try (var store = open()) {
            for (int year = 2016; year < 2022; year++) {
                var day = LocalDate.of(year, 6, 15);
                assertThat(store.<Boolean>on(day, (release, engine) ->
                        engine.knowledge().services().size() <= release.knowledge().services().size())).isTrue();
            }
        }
    }

    @Test
    void a_file_written_in_the_folder_is_noticed_and_a_broken_one_is_logged(CapturedOutput log) throws IOException {
        var source = new ContentSource(folder);
        try (var store = open()) {
            var watcher = new ContentWatcher(source, store);
            var before = store.running().id();
            watcher.look();
            assertThat(store.running().id()).isEqualTo(before);

            Files.writeString(folder.resolve("skatteverket/new.yaml"), "a: [\n");
            watcher.look();
            assertThat(store.running().id()).isEqualTo(before);
            assertThat(log.getAll()).contains("skatteverket/new.yaml:").contains("fortsätter att gälla");

            Files.delete(folder.resolve("skatteverket/new.yaml"));
            append("skatteverket/organisation.yaml", "\n# reviewed\n");
            watcher.look();
            assertThat(store.running().id()).isNotEqualTo(before);
        }
    }
}
