package se.vagvisaren.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The pages that tell an editor how to do something show files that really load.
class DocsTest {

    private static final Pattern FILE =
            Pattern.compile("```yaml\n# knowledge-base/content/(\\S+)\n(.*?)```", Pattern.DOTALL);

    private static String page(String name) throws IOException {
        return Files.readString(Path.of("..", "docs", name));
    }

    private static Map<String, String> files(String page) throws IOException {
        var files = new TreeMap<String, String>();
        FILE.matcher(page(page)).results().forEach(file -> files.put(file.group(1), file.group(2)));
        return files;
    }

    @ParameterizedTest
    @ValueSource(strings = {"add-a-service.md", "add-an-authority.md", "add-a-municipality.md"})
    void the_files_shown_on_a_page_load_together_with_other_content(String page) throws IOException {
        var content = Fixture.content().untranslated();
        var files = files(page);

        files.forEach(content::with);

        assertThat(files).hasSizeGreaterThanOrEqualTo(3);
        assertThat(content.problems()).isEmpty();
    }

    @Test
    void a_mistake_shown_on_a_page_is_reported_as_the_page_says() throws IOException {
        var path = "skatteverket/services/barnets-namn.yaml";
        var service = Fixture.content().untranslated();
        files("add-a-service.md").forEach(service::with);
        service.without("skatteverket/services/barnets-namn.en.yaml")
                .change(path, "when: {fact: har-namn", "when: {fact: har-nam");
        assertThat(page("add-a-service.md")).contains(service.problems().getFirst());

        var layer = Fixture.content().untranslated();
        files("add-a-municipality.md").forEach(layer::with);
        layer.without("kommun/malmo/services/forskola-plats.en.yaml")
                .change("kommun/malmo/services/forskola-plats.yaml", "  ansok:", "  ansoka:");
        assertThat(page("add-a-municipality.md")).contains(layer.problems().getFirst());
    }

    @Test
    void the_reference_names_every_field_that_a_schema_has() throws IOException {
        var reference = page("content-format.md");

        try (var schemas = Files.list(Path.of("content", "_schema"))) {
            for (var schema : schemas.toList()) {
                fields(JsonMapper.shared().readTree(Files.readString(schema))).forEach(name ->
                        assertThat(reference).as(schema.getFileName().toString()).contains(name));
            }
        }
    }

    private static Set<String> fields(JsonNode schema) {
        var names = new TreeSet<String>();
        if (schema.get("properties") instanceof JsonNode properties) {
            names.addAll(properties.propertyNames());
        }
        schema.forEach(part -> names.addAll(fields(part)));
        return names;
    }
}
