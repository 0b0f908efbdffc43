package se.vagvisaren.knowledge;

/// A place in a content file.
///
/// @param file the path within the content, with forward slashes
/// @param line the line, from 1
public record Position(String file, int line) {
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
