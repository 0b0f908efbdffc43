package se.vagvisaren.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OpenApiTest {

    private static final Path RUNNING = Path.of("target", "openapi.json");
    private static final Path COMMITTED = Path.of("..", "docs", "openapi.json");
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @LocalServerPort
    private int port;

    @Test
    void the_committed_description_is_the_running_one() throws IOException {
        var running = new Http(port).get("/vagvisaren/v1/openapi.json").json();
        Files.writeString(RUNNING, JSON.writeValueAsString(running) + "\n");

        assertThat(COMMITTED).as("Copy api/target/openapi.json to docs/openapi.json, and look at what changed.")
                .exists();
        assertThat(JSON.readTree(Files.readString(COMMITTED)))
                .as("The interface has changed. If that is meant, copy api/target/openapi.json to docs/openapi.json.")
                .isEqualTo(running);
    }
}
