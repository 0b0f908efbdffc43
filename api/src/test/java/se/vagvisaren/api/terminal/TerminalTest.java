package se.vagvisaren.api.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.vagvisaren.api.release.ContentSource;
import se.vagvisaren.api.release.ReleaseStore;
import se.vagvisaren.api.view.Answered;
import se.vagvisaren.api.view.ChecklistViewer;
import se.vagvisaren.engine.GuidanceRequest;
import tools.jackson.databind.json.JsonMapper;

class TerminalTest {

    private static final Path SMALL_CONTENT = Path.of("../engine/src/test/resources/content");

    @TempDir
    private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /// The shipped content takes long to open, and only one test is about it.
    @BeforeEach
    void small() {
        System.setProperty("vagvisaren.content", SMALL_CONTENT.toString());
    }

    @AfterEach
    void shipped() {
        System.clearProperty("vagvisaren.content");
    }

    private int run(String... words) {
        return new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8)).run(words);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_question_is_answered_in_plain_lines() {
        assertThat(run("ask", "Min man slår mig", "--date", "2026-11-21", "--office", "malmo"))
                .isZero();
        assertThat(printed()).startsWith("! ").contains("112");
    }

    @Test
    void a_question_is_answered_as_json_in_the_language_asked_for() {
        assertThat(run("ask", "Min man slår mig", "--language", "en", "--json")).isZero();
        var answer = new JsonMapper().readTree(printed());
        assertThat(answer.path("outcome").stringValue()).isEqualTo("crisis");
        assertThat(answer.path("language").stringValue()).isEqualTo("en");
    }

    @Test
    void a_checklist_is_printed_step_by_step_with_all_that_a_visitor_needs() {
        var day = LocalDate.of(2026, 11, 21);
        var request = new GuidanceRequest("", "sv", List.of("fa-barn"), List.of(), Map.of(), Map.of(),
                "malmo-rosengard", day, null);
        try (var store = ReleaseStore.open(ContentSource.SHIPPED, ReleaseStore.SWEDISH_TIME)) {
            var view = ChecklistViewer.view(Answered.by(store, request),
                    new ChecklistViewer.Wanted("sv", null, false, false), null);
            new ChecklistPrinter(new PrintStream(out, true, StandardCharsets.UTF_8), "sv").print(view);
        }
        assertThat(printed()).contains("Din checklista, 21 november 2026", "\n1. ", "Skatteverket", "På kontoret: ",
                "Lag: ",
                "Kod för att hitta listan igen: ");
    }

    @Test
    void the_shipped_content_is_without_fault() {
        shipped();
        assertThat(run("check")).as(printed()).isZero();
        assertThat(printed()).contains("Innehållet är felfritt");
    }

    @Test
    void every_fault_in_a_folder_is_printed_with_its_line() throws IOException {
        Files.createDirectories(folder.resolve("skatteverket"));
        Files.writeString(folder.resolve("skatteverket/organisation.yaml"),
                "id: skatteverket\nname: Skatteverket\nkind: royal\nx: 1\n");

        assertThat(run("check", folder.toString())).isEqualTo(1);
        assertThat(printed()).contains("skatteverket/organisation.yaml:3:", "skatteverket/organisation.yaml:4:")
                .doesNotContain("felfritt");
    }

    @Test
    void a_case_that_does_not_hold_is_a_fault_with_its_line() throws IOException {
        try (var files = Files.walk(SMALL_CONTENT)) {
            for (var file : files.toList()) {
                Files.copy(file, folder.resolve(SMALL_CONTENT.relativize(file).toString()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        assertThat(run("check", folder.toString())).as(printed()).isZero();
        var service = folder.resolve("skatteverket/services/barnets-namn.yaml");
        Files.writeString(service, Files.readString(service).replaceFirst("har-namn: false", "har-namn: true"));

        assertThat(run("check", folder.toString())).isEqualTo(1);
        assertThat(printed()).containsPattern("skatteverket/services/barnets-namn.yaml:[0-9]+: Fallet 'Utan namn' blir NOT_MET, inte MET");
    }

    @Test
    void questions_with_known_answers_are_measured() throws IOException {
        var file = folder.resolve("questions.jsonl");
        Files.writeString(file, """
                {"id": "q1", "lang": "sv", "text": "Min man slår mig", "authorities": ["sos-alarm"], \
                 "acceptable": ["kommunen"], "kind": "crisis"}
                {"id": "q2", "lang": "sv", "text": "qwx zzp", "authorities": ["inget"], \
                 "acceptable": [], "kind": "out-of-scope"}
                {"id": "q3", "lang": "sv", "text": "qwx zzp", "authorities": ["skatteverket"], \
                 "acceptable": [], "kind": "single"}
                """);

        assertThat(run("evaluate", file.toString(), "--misses")).isZero();
        assertThat(printed().lines()).anyMatch(line ->
                line.matches("crisis +1 +1[.,]000 +1[.,]000 +1[.,]000 +1[.,]000 +1[.,]00–1[.,]00"))
                .anyMatch(line -> line.matches("out-of-scope +1 +1[.,]000 +1[.,]000 +1[.,]000 +1[.,]000 .*"))
                .anyMatch(line -> line.matches("single +1 +0[.,]000 +0[.,]000 +1[.,]000 +0[.,]000 .*"))
                .anyMatch(line -> line.matches("totalt +3 +0[.,]667 +0[.,]667 +1[.,]000 +0[.,]667 .*"))
                .anyMatch(line -> line.matches("hittades inte +1"))
                .anyMatch(line -> line.startsWith("q3 [single]"));
    }

    @Test
    void questions_of_one_half_are_measured_by_themselves_and_with_noise() throws IOException {
        var file = folder.resolve("questions.jsonl");
        Files.writeString(file, """
                {"id": "q1", "half": "fit", "lang": "sv", "text": "Min man slår mig", "authorities": ["sos-alarm"], "kind": "crisis"}
                {"id": "q2", "half": "held", "lang": "sv", "text": "qwx zzp", "authorities": ["skatteverket"], "kind": "single"}
                """);

        assertThat(run("evaluate", file.toString(), "--half", "held", "--noise", "folding")).isZero();
        assertThat(printed().lines()).anyMatch(line -> line.matches("totalt +1 .*")).noneMatch(line -> line.startsWith("crisis"));
        assertThat(run("evaluate", file.toString(), "--noise", "thunder")).isEqualTo(2);
        assertThat(complained()).contains("--noise typos, folding, splits eller joins");
    }

    @Test
    void a_question_that_cannot_be_read_is_pointed_out_by_its_line() throws IOException {
        var file = folder.resolve("questions.jsonl");
        Files.writeString(file, """
                {"id": "q1", "lang": "sv", "text": "Det brinner", "authorities": [], "kind": "crisis"}
                {"id": "q2", "lang": "sv"
                """);

        assertThat(run("evaluate", file.toString())).isEqualTo(2);
        assertThat(complained()).contains("questions.jsonl:2: raden är inte en fråga som JSON");
    }

    @Test
    void a_wrong_call_is_answered_with_how_to_call() {
        assertThat(run("aks", "x")).isEqualTo(2);
        assertThat(run("ask", "x", "--colour", "red")).isEqualTo(2);
        assertThat(run("ask", "x", "--date", "snart")).isEqualTo(2);
        assertThat(run("ask")).isEqualTo(2);
        assertThat(run("evaluate", folder.resolve("none").toString())).isEqualTo(2);
        assertThat(complained()).contains("Så här används kommandona");
    }
}
