package se.vagvisaren.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import se.vagvisaren.knowledge.ContentFile;
import se.vagvisaren.knowledge.ContentLoader;
import se.vagvisaren.knowledge.KnowledgeBase;

/// The content that is measured on.
final class Content {

    /// The name of what is shipped with the product; every other name is a number of generated services.
    static final String SHIPPED = "shipped";

    /// The day on which everything is asked, so that a run next year measures the same.
    static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    /// Kept, so that its level is. Lucene advises a faster way for vectors, of which there are none here.
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    static {
        LUCENE.setLevel(Level.SEVERE);
    }

    private Content() {
    }

    /// What is in force on [#DAY] of the content with that name.
    ///
    /// @throws IllegalStateException when the shipped content has errors
    static KnowledgeBase of(String name) {
        var shipped = ContentLoader.load(files()).orThrow().asOf(DAY);
        return name.equals(SHIPPED) ? shipped : new GeneratedKnowledge(shipped).of(Integer.parseInt(name));
    }

    /// How a name reads in a table.
    static String label(String name) {
        return name.equals(SHIPPED) ? name : "%,d".formatted(Integer.parseInt(name)).replace(',', ' ') + " generated";
    }

    private static List<ContentFile> files() {
        try {
            var where = Path.of(ContentLoader.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(where)) {
                return ContentFile.below(where.resolve("content"));
            }
            try (var jar = FileSystems.newFileSystem(where)) {
                return ContentFile.below(jar.getPath("content"));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The shipped content cannot be read.", unreadable);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("The shipped content has no address.", impossible);
        }
    }
}
