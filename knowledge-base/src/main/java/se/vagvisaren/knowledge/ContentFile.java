package se.vagvisaren.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// One file of the content.
///
/// @param path  its path within the content, with forward slashes
/// @param bytes what stands in it
public record ContentFile(String path, byte[] bytes) {

    /// All YAML and CSV files below a folder, by path.
    ///
    /// @throws UncheckedIOException when the folder cannot be read
    public static List<ContentFile> below(Path folder) {
        try (var paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).map(path -> read(folder, path))
                    .filter(file -> file.path().endsWith(".yaml") || file.path().endsWith(".csv"))
                    .sorted(Comparator.comparing(ContentFile::path)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The content folder " + folder + " cannot be read.", unreadable);
        }
    }

    /// The text, without the mark that some programs put before it, or null with a problem when it is not UTF-8.
    String text(Problems problems) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            problems.unreadable(new Position(path, 1), "Filen är inte skriven i UTF-8", "Spara den som UTF-8.");
            return null;
        }
    }

    private static ContentFile read(Path folder, Path path) {
        try {
            return new ContentFile(folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The content file " + path + " cannot be read.", unreadable);
        }
    }
}
