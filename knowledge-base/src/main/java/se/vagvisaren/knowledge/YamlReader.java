package se.vagvisaren.knowledge;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/// Reads a YAML file into nodes that know their lines, and refuses what content has no use for: anchors, aliases, a key
/// written twice, more than one document.
final class YamlReader {

    private static final YAMLFactory YAML = new YAMLFactory();
    private static final int DEEPEST = 40;

    private final String file;
    private final Problems problems;
    private final YAMLParser parser;

    private YamlReader(String file, Problems problems, YAMLParser parser) {
        this.file = file;
        this.problems = problems;
        this.parser = parser;
    }

    static Optional<ContentNode> read(ContentFile file, Problems problems) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file.bytes())).toString();
        } catch (CharacterCodingException notUtf8) {
            problems.error(new Position(file.path(), 1), "Filen är inte skriven i UTF-8", "Spara den som UTF-8.");
            return Optional.empty();
        }
        try (var parser = (YAMLParser) YAML.createParser(ObjectReadContext.empty(), text)) {
            var reader = new YamlReader(file.path(), problems, parser);
            if (parser.nextToken() == null) {
                problems.error(new Position(file.path(), 1), "Filen är tom", "Skriv innehållet eller ta bort filen.");
                return Optional.empty();
            }
            var node = reader.node(0);
            if (parser.nextToken() != null) {
                problems.error(reader.here(), "Filen innehåller mer än ett dokument", "Ta bort raden med bara '---'.");
            }
            return Optional.of(node);
        } catch (Refused refused) {
            problems.error(refused.at, refused.what, refused.todo);
        } catch (JacksonException malformed) {
            int line = malformed.getLocation() == null ? 1 : Math.max(1, malformed.getLocation().getLineNr());
            problems.error(new Position(file.path(), line), "Raden går inte att läsa som YAML: " + reason(malformed),
                    "Se efter indrag, kolon, citattecken och hakparenteser på raden och den före.");
        }
        return Optional.empty();
    }

    private static String reason(JacksonException malformed) {
        var message = malformed.getOriginalMessage() == null ? "" : malformed.getOriginalMessage();
        var first = message.lines().findFirst().orElse("").strip();
        return first.isEmpty() ? "okänt fel" : first.substring(0, Math.min(120, first.length())).toLowerCase(Locale.ROOT);
    }

    private ContentNode node(int depth) {
        int line = here().line();
        if (depth > DEEPEST) {
            throw new Refused(here(), "Innehållet är nästlat för djupt", "Skriv det plattare.");
        }
        if (parser.isCurrentAlias() || parser.getObjectId() != null) {
            throw new Refused(here(), "Ankare och alias (& och *) får inte användas", "Skriv ut texten, eller sätt den i citattecken.");
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
            parser.nextToken();
            var value = node(depth + 1);
            if (entries.putIfAbsent(key, value) != null) {
                problems.error(new Position(file, keyLine), "'" + key + "' står två gånger, först på rad " + keyLines.get(key),
                        "Ta bort den ena.");
            }
            keyLines.putIfAbsent(key, keyLine);
        }
        return new ContentNode.Mapping(entries, keyLines, line);
    }

    private Position here() {
        return new Position(file, Math.max(1, parser.currentTokenLocation().getLineNr()));
    }

    private static final class Refused extends RuntimeException {
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
