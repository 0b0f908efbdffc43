package se.vagvisaren.knowledge;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a translation must be: of texts that the original has, with its status.
final class TranslationCheck {

    private static final Set<String> STATUS = Set.of("reviewed", "machine-unreviewed");
    /// Names under which texts stand by another key than an id of the original.
    private static final Set<String> BY_OTHER_KEY = Set.of("channels", "options", "misdirections", "also");

    private final Map<String, ContentNode> originals;
    private final Map<String, Map<String, ContentNode.Mapping>> translations;
    private final Problems problems;

    TranslationCheck(Map<String, ContentNode> originals, Map<String, Map<String, ContentNode.Mapping>> translations, Problems problems) {
        this.originals = originals;
        this.translations = translations;
        this.problems = problems;
    }

    void run() {
        translations.forEach((path, byLanguage) -> byLanguage.forEach((language, translation) -> {
            var file = path.replace(".yaml", "." + language + ".yaml");
            if (!(translation.get("status") instanceof ContentNode.Text status) || !STATUS.contains(status.value())) {
                problems.error(new Position(file, 1), "Översättningen säger inte om någon har granskat den",
                        "Skriv 'status: reviewed' eller 'status: machine-unreviewed'.");
            }
            if (originals.get(path) != null) {
                compare(file, originals.get(path), translation, true);
            }
        }));
    }

    private void compare(String file, ContentNode original, ContentNode.Mapping translation, boolean top) {
        for (var key : translation.entries().keySet()) {
            if (top && key.equals("status")) {
                continue;
            }
            var counterpart = counterpart(original, key);
            if (counterpart == null) {
                problems.error(new Position(file, translation.lineOf(key)), "Originalet har inget '" + key + "'", Problems.nearest(key, keys(original)));
            } else if (translation.get(key) instanceof ContentNode.Mapping inner && !BY_OTHER_KEY.contains(key)) {
                compare(file, counterpart, inner, false);
            }
        }
    }

    private static ContentNode counterpart(ContentNode original, String key) {
        return switch (original) {
            case ContentNode.Mapping mapping -> mapping.get(key);
            case ContentNode.Sequence sequence -> sequence.items().stream().filter(item -> key.equals(id(item))).findFirst().orElse(null);
            default -> null;
        };
    }

    private static Set<String> keys(ContentNode original) {
        return switch (original) {
            case ContentNode.Mapping mapping -> mapping.entries().keySet();
            case ContentNode.Sequence sequence -> {
                var ids = new LinkedHashSet<String>();
                sequence.items().stream().map(TranslationCheck::id).filter(java.util.Objects::nonNull).forEach(ids::add);
                yield ids;
            }
            default -> Set.of();
        };
    }

    private static String id(ContentNode item) {
        return item instanceof ContentNode.Mapping mapping && mapping.get("id") instanceof ContentNode.Text text ? text.value() : null;
    }
}
