package se.vagvisaren.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StartTest {

    @Test
    void the_server_does_not_start_on_broken_content_and_tells_every_fault(@TempDir Path folder,
            CapturedOutput output) throws IOException {
        Files.createDirectories(folder.resolve("skatteverket"));
        Files.writeString(folder.resolve("skatteverket/organisation.yaml"),
                "id: skatteverket\nname: Skatteverket\nkind: royal\nx: 1\n");

        var failure = catchThrowable(() ->
                SpringApplication.run(Vagvisaren.class, "--vagvisaren.content=" + folder, "--server.port=0"));

        assertThat(failure).isNotNull();
        assertThat(output.getErr()).contains("skatteverket/organisation.yaml:3:", "skatteverket/organisation.yaml:4:")
                .doesNotContain("\tat ");
    }
}
