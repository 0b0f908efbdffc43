package se.vagvisaren.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/// Reads a YAML file into nodes that know their lines, and refuses what content has no use for: anchors, aliases, a key
/// written twice, tags, more than one document.
final class YamlReader {

    private static final YAMLFactory YAML = new YAMLFactory();
    private static final int DEEPEST = 40;
    private static final Pattern LINE = Pattern.compile("in reader, line (\\d+)");

    private final String file;
    private final Problems problems;
    private final YAMLParser parser;
    private final String text;

    private YamlReader(String file, String text, Problems problems, YAMLParser parser) {
        this.file = file;
        this.text = text;
        this.problems = problems;
        this.parser = parser;
    }

    static Optional<ContentNode> read(ContentFile file, Problems problems) {
        var text = file.text(problems);
        if (text == null) {
            return Optional.empty();
        }
        try (var parser = (YAMLParser) YAML.createParser(ObjectReadContext.empty(), text)) {
            var reader = new YamlReader(file.path(), text, problems, parser);
            if (parser.nextToken() == null) {
                problems.unreadable(new Position(file.path(), 1), "Filen är tom",
                        "Skriv innehållet eller ta bort filen.");
                return Optional.empty();
            }
            var node = reader.node(0);
            if (parser.nextToken() != null) {
                problems.error(reader.here(), "Filen innehåller mer än ett dokument", "Ta bort raden med bara '---'.");
            }
            return Optional.of(node);
        } catch (Refused refused) {
            problems.unreadable(refused.at, refused.what, refused.todo);
        } catch (JacksonException malformed) {
            problems.unreadable(new Position(file.path(), line(malformed)), "Raden går inte att läsa som YAML",
                    advice(malformed));
        }
        return Optional.empty();
    }

    /// The parser names the line on which it stopped last, and before that the one on which the piece began. A quote
    /// that is never closed is to be mended where it began.
    private static int line(JacksonException malformed) {
        var lines = LINE.matcher(malformed.getOriginalMessage()).results()
                .map(match -> Integer.parseInt(match.group(1))).toList();
        if (lines.isEmpty()) {
            return malformed.getLocation() == null ? 1 : Math.max(1, malformed.getLocation().getLineNr());
        }
        return malformed.getOriginalMessage().contains("quoted scalar") ? lines.getFirst() : lines.getLast();
    }

    private static String advice(JacksonException malformed) {
        var message = malformed.getOriginalMessage();
        if (message.contains("(TAB)")) {
            return "Byt tabbarna mot mellanslag.";
        }
        if (message.contains("quoted scalar")) {
            return "Stäng citattecknet som börjar på raden.";
        }
        if (message.contains("cannot start any token")) {
            return "Sätt texten i citattecken.";
        }
        if (message.contains("mapping values are not allowed")) {
            return "Sätt en text med kolon i citattecken, eller rätta indraget.";
        }
        return "Se efter indrag, kolon, citattecken och hakparenteser på raden och den före.";
    }

    private ContentNode node(int depth) {
        int line = here().line();
        if (depth > DEEPEST) {
            throw new Refused(here(), "Innehållet är nästlat för djupt", "Skriv det plattare.");
        }
        refuseAnchors();
        if (parser.getTypeId() != null) {
            throw new Refused(here(), "Taggar (!) får inte användas", "Skriv bara värdet.");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(line, depth);
            case START_ARRAY -> {
                var items = new ArrayList<ContentNode>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(node(depth + 1));
                }
                yield new ContentNode.Sequence(items, line);
            }
            case VALUE_NULL -> new ContentNode.Nothing(line);
            default -> {
                var text = parser.getString().strip();
                yield text.isEmpty() ? new ContentNode.Nothing(line) : new ContentNode.Text(text, line);
            }
        };
    }

    private ContentNode mapping(int line, int depth) {
        var entries = new LinkedHashMap<String, ContentNode>();
        var keyLines = new LinkedHashMap<String, Integer>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var key = parser.currentName();
            int keyLine = here().line();
            refuseAnchors();
            parser.nextToken();
            var value = node(depth + 1);
            if (entries.putIfAbsent(key, value) != null) {
                problems.error(new Position(file, keyLine),
                        "'" + key + "' står två gånger, först på rad " + keyLines.get(key),
                        "Ta bort den ena.");
            }
            keyLines.putIfAbsent(key, keyLine);
        }
        return new ContentNode.Mapping(entries, keyLines, line);
    }

    private void refuseAnchors() {
        // The parser tells of an anchor before a mapping or list, but not before a text.
        int start = (int) parser.currentTokenLocation().getCharOffset();
        boolean marked = start >= 0 && start < text.length() && text.charAt(start) == '&';
        if (parser.isCurrentAlias() || parser.getObjectId() != null || marked) {
            throw new Refused(here(), "Ankare och alias (& och *) får inte användas",
                    "Skriv ut texten, eller sätt den i citattecken.");
        }
    }

    private Position here() {
        return new Position(file, Math.max(1, parser.currentTokenLocation().getLineNr()));
    }

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Position at;
        private final String what;
        private final String todo;

        Refused(Position at, String what, String todo) {
            super(what, null, false, false);
            this.at = at;
            this.what = what;
            this.todo = todo;
        }
    }
}
