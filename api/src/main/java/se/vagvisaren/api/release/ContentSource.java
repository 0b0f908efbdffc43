package se.vagvisaren.api.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import se.vagvisaren.knowledge.ContentFile;

/// Where the content is read from: what is shipped with the product, or a folder.
///
/// @param folder the folder; null for what is shipped
public record ContentSource(Path folder) {

    private static final String ROOT = "/content/";

    /// What is shipped with the product.
    public static final ContentSource SHIPPED = new ContentSource(null);

    /// A folder, or what is shipped when the name is null or blank.
    public static ContentSource of(String folder) {
        return folder == null || folder.isBlank() ? SHIPPED : new ContentSource(Path.of(folder.strip()));
    }

    /// All files, by path; the same content gives the same list wherever it is read from.
    ///
    /// @throws UncheckedIOException when it cannot be read
    public List<ContentFile> read() {
        if (folder != null) {
            return ContentFile.below(folder);
        }
        var files = new ArrayList<ContentFile>();
        var resolver = new PathMatchingResourcePatternResolver();
        try {
            for (var ending : List.of("yaml", "csv")) {
                for (var resource : resolver.getResources("classpath*:content/**/*." + ending)) {
                    files.add(new ContentFile(pathOf(resource), resource.getContentAsByteArray()));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The shipped content cannot be read.", unreadable);
        }
        files.sort(Comparator.comparing(ContentFile::path));
        return files;
    }

    /// A number that changes when a file in the folder is written, added or taken away; 0 for what is shipped.
    ///
    /// @throws UncheckedIOException when the folder cannot be read
    public long state() {
        if (folder == null) {
            return 0;
        }
        try (var paths = Files.walk(folder)) {
            return paths.mapToLong(path -> 31L * path.hashCode() + path.toFile().lastModified()).sum();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The content folder cannot be read.", unreadable);
        }
    }

    /// No folder within the content is itself called `content`, so the last one is its root.
    private static String pathOf(Resource resource) throws IOException {
        var url = URLDecoder.decode(resource.getURL().toString().replace("+", "%2B"), StandardCharsets.UTF_8);
        return url.substring(url.lastIndexOf(ROOT) + ROOT.length());
    }
}
