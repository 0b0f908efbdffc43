package se.vagvisaren.knowledge;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What a translation must be: of texts that the original has, with its status.
final class TranslationCheck {

    private static final Set<String> STATUS = Set.of("reviewed", "machine-unreviewed");
    /// The lists whose translations stand by another key than `id`.
    private static final Map<String, String> KEYS = Map.of("channels", "type", "options", "value", "misdirections",
            "often", "also", "authority");
    /// The fields that are texts, or hold some.
    private static final Set<String> TRANSLATED = Set.of("name", "everydayNames", "summary", "easy", "phrases",
            "requirements", "text", "whenNotMet", "steps", "action", "ifMissed", "deadline", "channels", "cost",
            "processingTime", "appeal", "to", "representation", "withoutEid", "misdirections", "label", "question",
            "why", "yes", "no", "options", "howToGet", "by", "limit", "next", "agreement", "also", "triggers",
            "except", "phoneNote");

    private final Map<String, ContentNode> originals;
    private final Map<String, Map<String, ContentNode.Mapping>> translations;
    private final Problems problems;

    TranslationCheck(Map<String, ContentNode> originals, Map<String, Map<String, ContentNode.Mapping>> translations,
                     Problems problems) {
        this.originals = originals;
        this.translations = translations;
        this.problems = problems;
    }

    void run() {
        translations.forEach((path, byLanguage) -> byLanguage.forEach((language, translation) -> {
            var file = ContentLoader.translated(path, language);
            if (!(translation.get("status") instanceof ContentNode.Text status) || !STATUS.contains(status.value())) {
                problems.error(new Position(file, translation.lineOf("status")),
                        "Översättningen säger inte om någon har granskat den",
                        "Skriv 'status: reviewed' eller 'status: machine-unreviewed'.");
            }
            var texts = new LinkedHashMap<>(translation.entries());
            texts.remove("status");
            var withoutStatus = new ContentNode.Mapping(texts, translation.keyLines(), translation.line());
            switch (originals.get(path)) {
                case ContentNode.Mapping original -> fields(file, original, withoutStatus);
                case ContentNode.Sequence original -> items(file, original, withoutStatus);
                case null, default -> { }
            }
        }));
    }

    private void fields(String file, ContentNode.Mapping original, ContentNode.Mapping translation) {
        translation.entries().forEach((key, translated) -> {
            var at = new Position(file, translation.lineOf(key));
            if (original.get(key) == null) {
                missing(at, key, original.entries().keySet().stream().filter(each -> original.get(each) != null)
                        .collect(Collectors.toSet()));
            } else if (!TRANSLATED.contains(key)) {
                problems.error(at, "'" + key + "' översätts inte", "Ta bort fältet.");
            } else {
                field(at, key, original.get(key), translated);
            }
        });
    }

    private void field(Position at, String key, ContentNode original, ContentNode translated) {
        if (translated instanceof ContentNode.Mapping texts) {
            if (original instanceof ContentNode.Sequence list && KEYS.containsKey(key)) {
                textsByKey(at.file(), list, KEYS.get(key), texts);
                return;
            }
            if (original instanceof ContentNode.Sequence list && list.items().stream().anyMatch(this::hasId)) {
                items(at.file(), list, texts);
                return;
            }
            if (original instanceof ContentNode.Mapping mapping && key.equals("steps")) {
                byId(at.file(), mapping.entries(), texts);
                return;
            }
            if (original instanceof ContentNode.Mapping mapping) {
                fields(at.file(), mapping, texts);
                return;
            }
        }
        boolean alike = switch (translated) {
            case ContentNode.Text _ -> original instanceof ContentNode.Text;
            case ContentNode.Sequence _ -> original instanceof ContentNode.Sequence;
            case ContentNode.Nothing _ -> true;
            case ContentNode.Mapping _ -> false;
        };
        if (!alike) {
            problems.error(at, "'" + key + "' har en annan form än i originalet",
                    "Skriv en text, en lista eller fält med id, som formatet säger.");
        }
    }

    private void items(String file, ContentNode.Sequence original, ContentNode.Mapping translation) {
        var byId = new LinkedHashMap<String, ContentNode>();
        original.items().stream().filter(this::hasId)
                .forEach(item -> byId.put(text((ContentNode.Mapping) item, "id"), item));
        byId(file, byId, translation);
    }

    private void byId(String file, Map<String, ContentNode> originals, ContentNode.Mapping translation) {
        translation.entries().forEach((id, translated) -> {
            var at = new Position(file, translation.lineOf(id));
            if (!originals.containsKey(id)) {
                missing(at, id, originals.keySet());
            } else if (originals.get(id) instanceof ContentNode.Mapping original
                    && translated instanceof ContentNode.Mapping texts) {
                fields(file, original, texts);
            } else if (!(translated instanceof ContentNode.Nothing)) {
                problems.error(at, "'" + id + "' ska ha egna fält", "Skriv de översatta fälten indragna under.");
            }
        });
    }

    /// Channels by type, the second of a type as `web-2`; options by value, misdirections and contacts by authority.
    private void textsByKey(String file, ContentNode.Sequence original, String keyed, ContentNode.Mapping texts) {
        var keys = new LinkedHashMap<String, Integer>();
        var known = new LinkedHashSet<String>();
        for (var item : original.items()) {
            if (item instanceof ContentNode.Mapping mapping) {
                var key = String.valueOf(text(mapping, keyed));
                int nth = keys.merge(key, 1, Integer::sum);
                known.add(nth == 1 ? key : key + "-" + nth);
            }
        }
        texts.entries().forEach((key, text) -> {
            var at = new Position(file, texts.lineOf(key));
            if (!known.contains(key)) {
                missing(at, key, known);
            } else if (!(text instanceof ContentNode.Text || text instanceof ContentNode.Nothing)) {
                problems.error(at, "'" + key + "' ska vara en text", "Skriv översättningen på samma rad.");
            }
        });
    }

    private void missing(Position at, String key, Set<String> known) {
        problems.error(at, "Originalet har inget '" + key + "'", Problems.nearest(key, known));
    }

    private boolean hasId(ContentNode item) {
        return item instanceof ContentNode.Mapping mapping && text(mapping, "id") != null;
    }

    private static String text(ContentNode.Mapping mapping, String key) {
        return mapping.get(key) instanceof ContentNode.Text text ? text.value() : null;
    }
}
