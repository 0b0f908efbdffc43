package se.vagvisaren.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The small complete content in `src/test/resources/fixture`, which a test changes in one place.
final class Fixture {

    static final String ACTS = "_shared/acts/lagar.yaml";
    static final String FACTS = "_shared/facts/person.yaml";
    static final String DOCUMENTS = "skatteverket/documents/egna.yaml";
    static final String AMOUNTS = "forsakringskassan/parameters/belopp.yaml";
    static final String ORGANISATION = "skatteverket/organisation.yaml";
    static final String EVENT = "_shared/life-events/fa-barn.yaml";
    static final String CRISIS = "_shared/crisis/fara.yaml";
    static final String PATTERNS = "_shared/patterns/person.yaml";
    static final String LEVELS = "_shared/offices/levels.yaml";
    static final String OFFICES = "_shared/offices/service-offices.csv";
    static final String MUNICIPALITIES = "_shared/places/municipalities.csv";
    static final String NAME = "skatteverket/services/barnets-namn.yaml";
    static final String NAME_EN = "skatteverket/services/barnets-namn.en.yaml";
    static final String CERTIFICATE = "skatteverket/services/personbevis.yaml";
    static final String ALLOWANCE = "forsakringskassan/services/barnbidrag.yaml";
    static final String SUPPLEMENT = "forsakringskassan/services/tillagg.yaml";
    static final String PRESCHOOL = "kommun/services/forskola-plats.yaml";
    static final String LAYER = "kommun/malmo/services/forskola-plats.yaml";

    private final Map<String, byte[]> files = new TreeMap<>();

    private Fixture() {
        ContentFile.below(Path.of("src/test/resources/fixture"))
                .forEach(file -> files.put(file.path(), file.bytes()));
    }

    static Fixture content() {
        return new Fixture();
    }

    /// The content with one piece of one file written otherwise.
    static Fixture changed(String path, String old, String otherwise) {
        return content().change(path, old, otherwise);
    }

    Fixture change(String path, String old, String otherwise) {
        assertThat(text(path).split(Pattern.quote(old), -1))
                .as("'%s' stands once in %s", old, path).hasSize(2);
        return with(path, text(path).replace(old, otherwise));
    }

    Fixture with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    Fixture with(String path, byte[] bytes) {
        files.put(path, bytes);
        return this;
    }

    /// Without translations, which would not fit a changed original.
    Fixture untranslated() {
        files.keySet().removeIf(path -> path.endsWith(".en.yaml"));
        return this;
    }

    Fixture without(String path) {
        assertThat(files.remove(path)).as(path).isNotNull();
        return this;
    }

    String text(String path) {
        return new String(files.get(path), StandardCharsets.UTF_8);
    }

    ContentLoader.Loaded load() {
        return ContentLoader.load(files.entrySet().stream()
                .map(file -> new ContentFile(file.getKey(), file.getValue())).toList());
    }

    KnowledgeBase knowledge() {
        return load().orThrow();
    }

    List<String> problems() {
        return load().problems().stream().map(ContentProblem::toString).toList();
    }

    /// Asserts that this is the only problem, on the first line of the file that has that text.
    void says(String path, String onTheLineWith, String problem) {
        assertThat(problems()).containsExactly(at(path, onTheLineWith) + ": " + problem);
    }

    /// `path:line` of the first line that has that text.
    String at(String path, String onTheLineWith) {
        int start = text(path).indexOf(onTheLineWith);
        assertThat(start).as("'%s' stands in %s", onTheLineWith, path).isNotNegative();
        return path + ":" + (1 + text(path).substring(0, start).lines().count()
                - (start > 0 && text(path).charAt(start - 1) != '\n' ? 1 : 0));
    }
}
