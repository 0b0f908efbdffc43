package se.vagvisaren.knowledge;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/// The fields of one mapping, read by name and type; what is missing, of the wrong type or unknown becomes a problem
/// with its line. Texts are read together with those that the translations have at the same place.
final class Fields {

    final String file;
    final ContentNode.Mapping node;
    private final Map<String, ContentNode.Mapping> translations;
    private final Problems problems;
    private final Set<String> read = new LinkedHashSet<>();

    Fields(String file, ContentNode.Mapping node, Map<String, ContentNode.Mapping> translations, Problems problems) {
        this.file = file;
        this.node = node;
        this.translations = translations;
        this.problems = problems;
    }

    Position at() {
        return new Position(file, node.line());
    }

    Position at(String key) {
        return new Position(file, node.lineOf(key));
    }

    boolean has(String key) {
        return node.get(key) != null;
    }

    Set<String> keys() {
        return node.entries().keySet();
    }

    /// Reports every field that was not asked for. To be called last.
    void nothingElse() {
        for (var key : node.entries().keySet()) {
            if (!read.contains(key)) {
                problems.error(at(key), "Fältet '" + key + "' känns inte igen", Problems.nearest(key, read,
                        "Här kan stå: " + String.join(", ", new TreeSet<>(read)) + "."));
            }
        }
    }

    String string(String key) {
        var value = optionalString(key);
        if (!has(key)) {
            missing(key);
        }
        return value == null ? "" : value;
    }

    /// The id of something else, which must be there when all is read.
    String id(String key, IdKind kind) {
        var id = string(key);
        if (!id.isEmpty()) {
            problems.refer(kind, at(key), id);
        }
        return id;
    }

    String optionalId(String key, IdKind kind) {
        return has(key) ? id(key, kind) : optionalString(key);
    }

    /// Ids of other things, each of which must be there when all is read.
    List<String> ids(String key, IdKind kind) {
        if (node.get(key) instanceof ContentNode.Sequence sequence) {
            for (var item : sequence.items()) {
                if (item instanceof ContentNode.Text text) {
                    problems.refer(kind, new Position(file, text.line()), text.value());
                }
            }
        }
        return strings(key);
    }

    void missing(String key) {
        problems.error(at(), "Fältet '" + key + "' saknas", "Skriv till '" + key + ":'.");
    }

    String optionalString(String key) {
        read.add(key);
        return switch (node.get(key)) {
            case null -> null;
            case ContentNode.Text text -> text.value();
            default -> {
                problems.error(at(key), "'" + key + "' ska vara en text",
                        "Skriv texten på samma rad, i citattecken om den har kolon.");
                yield null;
            }
        };
    }

    boolean flag(String key, boolean otherwise) {
        var value = optionalString(key);
        if (value == null) {
            return otherwise;
        }
        if (!value.equals("true") && !value.equals("false")) {
            problems.error(at(key), "'" + key + "' ska vara true eller false", "Skriv true eller false.");
        }
        return value.equals("true");
    }

    LocalText text(String key) {
        return text(key, key);
    }

    LocalText optionalText(String key) {
        return optionalString(key) == null ? null : text(key, key);
    }

    /// A text whose translations stand under another name, one level up: channels by type, options by value.
    LocalText text(String key, String translatedAt) {
        var texts = new TreeMap<String, String>();
        texts.put(LocalText.SWEDISH, string(key));
        amountsIn(at(key), texts.get(LocalText.SWEDISH));
        translations.forEach((language, translation) -> {
            if (translation.get(translatedAt) instanceof ContentNode.Text text) {
                texts.put(language, text.value());
                amountsIn(new Position(ContentLoader.translated(file, language), text.line()), text.value());
            }
        });
        return new LocalText(texts);
    }

    private void amountsIn(Position at, String text) {
        InForce.AMOUNT.matcher(text).results().forEach(match -> problems.refer(IdKind.AMOUNT, at, match.group(1)));
    }

    Map<String, List<String>> textLists(String key) {
        var lists = new TreeMap<String, List<String>>();
        lists.put(LocalText.SWEDISH, strings(key));
        translations.forEach((language, translation) -> {
            if (translation.get(key) instanceof ContentNode.Sequence sequence) {
                lists.put(language, sequence.items().stream().filter(ContentNode.Text.class::isInstance)
                        .map(item -> ((ContentNode.Text) item).value()).toList());
            }
        });
        return Collections.unmodifiableMap(lists);
    }

    List<String> strings(String key) {
        read.add(key);
        return switch (node.get(key)) {
            case null -> List.of();
            case ContentNode.Sequence sequence -> {
                var strings = new ArrayList<String>();
                for (var item : sequence.items()) {
                    if (item instanceof ContentNode.Text text) {
                        strings.add(text.value());
                    } else {
                        problems.error(new Position(file, item.line()), "'" + key + "' ska vara en lista av texter",
                                "Skriv en text per rad, med streck före; citattecken om den har kolon.");
                    }
                }
                yield List.copyOf(strings);
            }
            default -> {
                problems.error(at(key), "'" + key + "' ska vara en lista",
                        "Skriv den som [a, b] eller en rad per sak med streck före.");
                yield List.of();
            }
        };
    }

    Fields optionalChild(String key) {
        read.add(key);
        return switch (node.get(key)) {
            case null -> null;
            case ContentNode.Mapping mapping -> new Fields(file, mapping, inTranslations(key), problems);
            default -> {
                problems.error(at(key), "'" + key + "' ska ha egna fält", "Skriv fälten indragna på raderna under.");
                yield null;
            }
        };
    }

    private Map<String, ContentNode.Mapping> inTranslations(String key) {
        var inner = new LinkedHashMap<String, ContentNode.Mapping>();
        translations.forEach((language, translation) -> {
            if (translation.mapping(key) != null) {
                inner.put(language, translation.mapping(key));
            }
        });
        return inner;
    }

    /// The mappings in a list, each with the translations that stand under its id.
    List<Fields> items(String key, String idKey) {
        var items = new ArrayList<Fields>();
        for (var item : sequence(key)) {
            if (item instanceof ContentNode.Mapping mapping) {
                var all = new Fields(file, node, inTranslations(key), problems);
                var id = mapping.get(idKey) instanceof ContentNode.Text text ? text.value() : null;
                items.add(new Fields(file, mapping, id == null ? Map.of() : all.inTranslations(id), problems));
            } else {
                problems.error(new Position(file, item.line()), "'" + key + "' ska vara en lista av poster",
                        "Skriv fälten i varje post, till exempel '- id: …'.");
            }
        }
        return items;
    }

    /// The mappings in a list; their translations stand in one mapping under the list's name.
    List<Fields> itemsTranslatedTogether(String key) {
        var items = new ArrayList<Fields>();
        for (var item : sequence(key)) {
            if (item instanceof ContentNode.Mapping mapping) {
                items.add(new Fields(file, mapping, inTranslations(key), problems));
            } else {
                problems.error(new Position(file, item.line()), "'" + key + "' ska vara en lista av poster",
                        "Skriv fälten i varje post.");
            }
        }
        return items;
    }

    List<ContentNode> sequence(String key) {
        read.add(key);
        return switch (node.get(key)) {
            case null -> List.of();
            case ContentNode.Sequence sequence -> sequence.items();
            default -> {
                problems.error(at(key), "'" + key + "' ska vara en lista", "Skriv en rad per sak med streck före.");
                yield List.of();
            }
        };
    }

    ContentNode raw(String key) {
        read.add(key);
        return node.get(key);
    }

    LocalDate date(String key) {
        return parsed(key, LocalDate::parse, "ett datum", "Skriv det som 2026-11-21.");
    }

    Period period(String key) {
        return parsed(key, Fields::someTime, "en tidsperiod",
                "Skriv den som P3M (tre månader), P10D (tio dagar) eller P1Y (ett år).");
    }

    private static Period someTime(String written) {
        var period = Period.parse(written);
        if (period.isNegative() || period.isZero()) {
            throw new DateTimeParseException("a period of some length", written, 0);
        }
        return period;
    }

    Long number(String key) {
        return parsed(key, Long::valueOf, "ett heltal", "Skriv bara siffror.");
    }

    private <T> T parsed(String key, Function<String, T> parse, String what, String todo) {
        var value = optionalString(key);
        if (value == null) {
            return null;
        }
        try {
            return parse.apply(value);
        } catch (DateTimeParseException | NumberFormatException wrong) {
            problems.error(at(key), "'" + key + "' är inte " + what, todo);
            return null;
        }
    }

    /// One of the values of an enum, written in lower case with hyphens.
    <E extends Enum<E>> E choice(String key, Class<E> type, E otherwise) {
        var value = optionalString(key);
        if (value == null) {
            if (otherwise == null && !has(key)) {
                missing(key);
            }
            return otherwise == null ? type.getEnumConstants()[0] : otherwise;
        }
        var names = choices(type);
        int found = names.indexOf(value.toLowerCase(Locale.ROOT).replace('_', '-'));
        if (found < 0) {
            problems.error(at(key), "'" + value + "' är inget val för '" + key + "'",
                    "Välj bland: " + String.join(", ", names) + ".");
            return type.getEnumConstants()[0];
        }
        return type.getEnumConstants()[found];
    }

    /// The names under which the values of an enum are written in content.
    static List<String> choices(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-')).toList();
    }

    Map<String, Boolean> languages() {
        var languages = new TreeMap<String, Boolean>();
        languages.put(LocalText.SWEDISH, true);
        translations.forEach((language, translation) -> languages.put(language,
                translation.get("status") instanceof ContentNode.Text status && status.value().equals("reviewed")));
        return Collections.unmodifiableMap(languages);
    }
}
