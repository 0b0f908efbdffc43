package se.vagvisaren.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The schemas that editors' tools use say what the loader says.
class SchemaTest {

    private static final Path FOLDER = Path.of("content", "_schema");
    private static final String BASE = "https://vagvisaren.example/";
    private static final Map<String, String> TEXTS = read();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(TEXTS));
    private static final Map<String, Schema> SCHEMAS = new HashMap<>();

    private static final Map<String, String> FILES = Map.ofEntries(Map.entry("name", Fixture.NAME),
            Map.entry("layer", Fixture.LAYER), Map.entry("facts", Fixture.FACTS),
            Map.entry("documents", Fixture.DOCUMENTS), Map.entry("amounts", Fixture.AMOUNTS),
            Map.entry("acts", Fixture.ACTS), Map.entry("levels", Fixture.LEVELS),
            Map.entry("organisation", Fixture.ORGANISATION), Map.entry("event", Fixture.EVENT),
            Map.entry("crisis", Fixture.CRISIS), Map.entry("provenance", "_shared/offices/provenance.yaml"));

    private static Map<String, String> read() {
        try (var files = Files.list(FOLDER)) {
            var texts = new TreeMap<String, String>();
            for (var file : files.toList()) {
                // A relative $id is good for editors' tools, which take it from the file; here it needs a base.
                texts.put(BASE + file.getFileName(),
                        Files.readString(file).replace("\"$id\": \"", "\"$id\": \"" + BASE));
            }
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Which schema is for which file, as `docs/add-a-service.md` tells an editor's tool.
    private static String schemaFor(String path) {
        boolean translation = ContentLoader.isTranslation(path);
        var folders = new TreeMap<>(Map.of("acts/", "acts", "facts/", "facts", "documents/", "documents", "parameters/",
                "parameters", "services/", "service", "life-events/", "life-event", "crisis/", "crisis", "patterns/",
                "patterns", "offices/", "levels", "organisation", "organisation"));
        if (path.endsWith("/provenance.yaml")) {
            return "provenance";
        }
        var kind = folders.entrySet().stream().filter(each -> ("/" + path).contains("/" + each.getKey())).findFirst()
                .orElseThrow(() -> new AssertionError(path + " has no schema")).getValue();
        if (!translation) {
            return kind;
        }
        boolean list = List.of("facts", "documents", "parameters", "levels").contains(kind);
        return list ? "list-translation" : "translation";
    }

    private static List<String> errors(ContentFile file) {
        return errors(schemaFor(file.path()), new String(file.bytes(), StandardCharsets.UTF_8)).stream()
                .map(error -> file.path() + " " + error).toList();
    }

    private static List<String> errors(String schema, String yaml) {
        return SCHEMAS.computeIfAbsent(schema,
                        name -> REGISTRY.getSchema(SchemaLocation.of(BASE + name + ".schema.json")))
                .validate(yaml, InputFormat.YAML).stream().map(Object::toString).toList();
    }

    private static Stream<ContentFile> yamlBelow(Path folder) {
        return ContentFile.below(folder).stream().filter(file -> file.path().endsWith(".yaml"));
    }

    @Test
    void every_shipped_file_is_as_its_schema_says() {
        assertThat(yamlBelow(Path.of("content")).flatMap(file -> errors(file).stream())).isEmpty();
    }

    @Test
    void every_file_of_the_small_complete_content_is_as_its_schema_says() {
        assertThat(yamlBelow(Path.of("src/test/resources/fixture")).flatMap(file -> errors(file).stream())).isEmpty();
    }

    @Test
    void a_schema_refuses_what_the_loader_refuses() {
        var service = Fixture.content().text(Fixture.NAME);

        assertThat(errors("service", service)).isEmpty();
        for (var wrong : List.of(
                service.replace("everydayNames:", "everydayName:"),
                service.replace("ifMissed:", "ifmissed:"),
                service.replace("modality: must", "modality: maybe"),
                service.replace("name: Anmäla barnets namn\n", ""),
                service.replace("period: P3M", "period: 3 månader"),
                service.replace("validFrom: 2017-07-01\nvalidTo", "validFrom: 1 juli 2017\nvalidTo"),
                service.replace("lifeEvents: [fa-barn]", "lifeEvents: fa-barn"),
                service.replace("url: \"https://www.skatteverket.se/namn\", requires",
                        "url: www.skatteverket.se, requires"),
                service.replace("{fact: har-namn, is: false}", "{fact: har-namn}"),
                service.replace("{fact: har-namn, is: false}", "{facts: har-namn, is: false}"),
                service.replace("{child/1: {har-namn: true}}", "{barn: {har-namn: true}}"))) {
            assertThat(wrong).isNotEqualTo(service);
            assertThat(errors("service", wrong)).isNotEmpty();
        }
    }

    /// Puts a field that nothing knows into one place of the content; the loader then tells which fields it reads
    /// there.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            service#/$defs/service | name | 0 | id: barnets-namn
            service#/$defs/requirement | name | 4 | text: Barnet är
            common#/$defs/law | name | -1 | law: {act: "SFS 2016:1013", provision: "4 §"
            common#/$defs/source | name | -1 | source: {url: "https://www.skatteverket.se/namn"
            service#/$defs/step | name | 4 | modality: must
            common#/$defs/channel | name | -1 | - {type: web
            service#/$defs/step/properties/documents/items | name | -1 | - {id: legitimation
            service#/$defs/step/properties/deadline | name | 6 | period: P3M
            service#/$defs/service/properties/appeal | name | -1 | appeal: {to: Förvaltningsrätten
            service#/$defs/service/properties/misdirections/items | name | -1 | - {often: forsakringskassan
            service#/$defs/case | name | 4 | requirement: utan-namn
            service#/$defs/layer | layer | 0 | extends: forskola-plats
            service#/$defs/override | layer | 4 | channels:
            facts#/$defs/item | facts | 2 | private: true
            facts#/$defs/item/properties/options/items | facts | -1 | - {value: gift
            documents#/$defs/item | documents | 2 | maxAge: P3M
            parameters#/$defs/item | amounts | 2 | label: Inkomstgräns
            parameters#/$defs/item/properties/values/items | amounts | -1 | - {from: 2025-01-01
            acts#/$defs/item | acts | -1 | - {id: "SFS 2010:800"
            levels#/$defs/item | levels | 2 | scope: handled
            organisation# | organisation | 0 | kind: state
            life-event# | event | 0 | name: Få barn
            life-event#/properties/services/items/oneOf/1 | event | -1 | - {id: barnbidrag
            crisis# | crisis | 0 | kind: crisis
            crisis#/properties/also/items | crisis | 4 | text: Socialtjänsten
            provenance#/$defs/table | provenance | 2 | licence: Bara
            """)
    void a_schema_has_the_fields_that_the_loader_reads(String schema, String named, int indent, String at) {
        var file = FILES.get(named);
        var text = Fixture.content().text(file);
        int start = text.indexOf(at);
        assertThat(start).as("'%s' stands in %s", at, file).isNotNegative();
        var unknown = "qqqqqqqqqqqqqqqqqqqqqqqq";
        var changed = indent < 0
                ? text.substring(0, start + at.length()) + ", " + unknown + ": x" + text.substring(start + at.length())
                : text.substring(0, lineStart(text, start)) + " ".repeat(indent) + unknown + ": x\n"
                        + text.substring(lineStart(text, start));

        var told = Fixture.content().with(file, changed).problems().stream()
                .filter(problem -> problem.contains("'" + unknown + "' känns inte igen. Här kan stå: ")).toList();

        assertThat(told).hasSize(1);
        var fields = told.getFirst().replaceFirst(".*Här kan stå: ", "").replaceFirst("\\.$", "").split(", ");
        assertThat(new TreeSet<>(properties(schema))).isEqualTo(new TreeSet<>(List.of(fields)));
    }

    @Test
    void a_condition_has_the_comparisons_that_the_loader_reads() {
        var fields = new TreeSet<>(ConditionReader.TESTS);
        fields.addAll(List.of("fact", "about"));

        assertThat(new TreeSet<>(properties("common#/$defs/condition/oneOf/3"))).isEqualTo(fields);
    }

    private static int lineStart(String text, int at) {
        return text.lastIndexOf('\n', at) + 1;
    }

    private static List<String> properties(String pointer) {
        var parts = pointer.split("#", -1);
        var node = JsonMapper.shared().readTree(TEXTS.get(BASE + parts[0] + ".schema.json")).at(parts[1]);
        assertThat(node.get("additionalProperties")).as(pointer).isEqualTo(JsonMapper.shared().readTree("false"));
        return List.copyOf(node.get("properties").propertyNames());
    }

    @Test
    void everything_in_a_schema_has_a_title_and_a_description_in_Swedish() {
        for (var name : new String[] {"service", "facts", "documents", "parameters", "acts", "patterns", "levels",
                "organisation", "life-event", "crisis", "provenance"}) {
            described(name, JsonMapper.shared().readTree(TEXTS.get(BASE + name + ".schema.json")));
        }
    }

    private static void described(String at, JsonNode node) {
        if (node.has("properties")) {
            node.get("properties").properties().forEach(property -> {
                if (!property.getValue().has("$ref")) {
                    assertThat(property.getValue().has("title") && property.getValue().has("description"))
                            .as(at + "/" + property.getKey()).isTrue();
                }
            });
        }
        node.forEach(child -> described(at, child));
    }
}
