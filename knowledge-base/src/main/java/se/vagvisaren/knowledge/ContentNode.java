package se.vagvisaren.knowledge;

import java.util.List;
import java.util.Map;

/// A parsed piece of a content file that still knows its line.
sealed interface ContentNode {

    int line();

    record Text(String value, int line) implements ContentNode {
    }

    record Nothing(int line) implements ContentNode {
    }

    record Sequence(List<ContentNode> items, int line) implements ContentNode {
    }

    record Mapping(Map<String, ContentNode> entries, Map<String, Integer> keyLines, int line) implements ContentNode {

        ContentNode get(String key) {
            var node = entries.get(key);
            return node instanceof Nothing ? null : node;
        }

        Mapping mapping(String key) {
            return get(key) instanceof Mapping mapping ? mapping : null;
        }

        int lineOf(String key) {
            return keyLines.getOrDefault(key, line);
        }
    }
}
