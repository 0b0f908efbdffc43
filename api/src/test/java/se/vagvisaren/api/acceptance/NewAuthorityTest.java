package se.vagvisaren.api.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.vagvisaren.api.Http;

/// Scenario 4, more authorities at the offices: a new authority or municipality joins by adding content, with no change of code.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class NewAuthorityTest {

    @TempDir
    private static Path content;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void contentWithNewcomers(DynamicPropertyRegistry registry) throws IOException {
        var shipped = Path.of("../knowledge-base/content");
        try (var files = Files.walk(shipped)) {
            for (var file : files.toList()) {
                var copy = content.resolve(shipped.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        write("fyrverket/organisation.yaml", """
                id: fyrverket
                name: Fyrverket
                kind: state
                """);
        write("fyrverket/services/fyrplats.yaml", """
                id: fyrplats
                authority: fyrverket
                name: Tillstånd för fyrplats
                summary: Den som vill tända en fyr söker tillstånd hos Fyrverket.
                lifeEvents: []
                for: everyone
                phrases: [jag vill tända en egen fyr på skäret, får man sätta upp fyrljus vid bryggan]
                steps:
                  - {id: ansok, action: Sök tillstånd för fyren., modality: must, desk: application}
                source: {url: "https://example.org/fyr", date: 2026, confirmed: false}
                reviewed: 2026-11-21
                """);
        write("kommun/trosa/organisation.yaml", """
                id: trosa-nya-kommun
                name: Trosa nya kommun
                kind: municipality
                role: kommunen
                municipality: "0488"
                """);
        write("kommun/trosa/services/forskola-plats.yaml", """
                extends: forskola-plats
                authority: trosa-nya-kommun
                steps:
                  ansok: {action: Ställ barnet i kö hos Trosa nya kommun.}
                source: {url: "https://example.org/trosa", date: 2026, confirmed: false}
                """);
        registry.add("vagvisaren.content", content::toString);
    }

    private static void write(String file, String text) throws IOException {
        var path = content.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    @Test
    void a_new_authority_is_found_and_guides() {
        var checklist = Checklist.of(new Http(port), "{\"text\": \"får man sätta upp fyrljus vid bryggan\"}");
        assertThat(checklist.authorities()).containsExactly("fyrverket");
        assertThat(checklist.step("fyrplats/ansok").path("action").stringValue()).isEqualTo("Sök tillstånd för fyren.");
    }

    @Test
    void a_new_municipality_words_its_own_step() {
        var checklist = Checklist.of(new Http(port), "{\"services\": [\"forskola-plats\"], \"facts\": {\"visitor\": {\"kommun\": \"0488\"}}}");
        assertThat(checklist.step("forskola-plats/ansok").path("authority").path("id").stringValue()).isEqualTo("trosa-nya-kommun");
        assertThat(checklist.step("forskola-plats/ansok").path("action").stringValue()).isEqualTo("Ställ barnet i kö hos Trosa nya kommun.");
    }
}
