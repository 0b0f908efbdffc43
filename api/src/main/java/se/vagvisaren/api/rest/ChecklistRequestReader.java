package se.vagvisaren.api.rest;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import se.vagvisaren.api.code.Answers;
import se.vagvisaren.api.view.Texts;
import se.vagvisaren.engine.GuidanceRequest;
import se.vagvisaren.knowledge.FactDefinition;
import se.vagvisaren.knowledge.FactValue;
import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.knowledge.PublicService;
import se.vagvisaren.knowledge.Subject;
import tools.jackson.databind.JsonNode;

/// Reads what was asked, and finds everything that is wrong with it at once. What was sent is never repeated: not a
/// value, and not a name that is not ours.
final class ChecklistRequestReader {

    /// The earliest and the latest day on which a question can be asked.
    static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    static final LocalDate LATEST = LocalDate.of(2099, 12, 31);

    private static final int MOST_FACTS = 500;
    private static final int MOST_CHOSEN = 50;
    private static final List<String> FIELDS = Arrays.stream(ChecklistRequest.class.getRecordComponents())
            .map(component -> component.getName()).toList();
    private static final List<String> SUBJECTS = List.of("visitor", "partner", "child/1", "child/2", "deceased",
            "helped", "company");

    private final KnowledgeBase knowledge;
    private final Answers answers;
    private final Texts texts;
    private final LocalDate day;
    private final List<Problem.FieldError> errors = new ArrayList<>();
    private final Set<ProblemType> kinds = EnumSet.noneOf(ProblemType.class);
    private int facts;

    private ChecklistRequestReader(KnowledgeBase knowledge, Texts texts, LocalDate day) {
        this.knowledge = knowledge;
        this.answers = new Answers(knowledge);
        this.texts = texts;
        this.day = day;
    }

    /// The language asked for, as far as one can tell before anything else is read; null when none is.
    static String language(JsonNode body) {
        return body.path("language").isString() ? body.path("language").stringValue() : null;
    }

    /// The day asked for; null when none is, or none that is possible.
    static LocalDate date(JsonNode body) {
        return body.path("date").isString() ? day(body.path("date").stringValue()) : null;
    }

    private static LocalDate day(String written) {
        try {
            var day = LocalDate.parse(written);
            return day.isBefore(EARLIEST) || day.isAfter(LATEST) ? null : day;
        } catch (DateTimeParseException impossible) {
            return null;
        }
    }

    /// What was asked.
    ///
    /// @param knowledge what is in force on the day asked about
    /// @param day       the day asked about
    /// @param language  the reader's language
    /// @throws ProblemException with everything that is wrong
    static GuidanceRequest read(JsonNode body, KnowledgeBase knowledge, LocalDate day, String language) {
        var texts = Texts.in(language);
        var reader = new ChecklistRequestReader(knowledge, texts, day);
        var request = reader.request(body, day, language);
        if (!reader.errors.isEmpty()) {
            var type = reader.kinds.size() == 1 ? reader.kinds.iterator().next() : ProblemType.INVALID_REQUEST;
            throw new ProblemException(type, texts, reader.errors);
        }
        return request;
    }

    private GuidanceRequest request(JsonNode body, LocalDate day, String language) {
        if (!object(body, "")) {
            return null;
        }
        unknownFields(body);
        var text = string(body, "text");
        var tag = string(body, "language");
        if (tag != null && !tag.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")) {
            error(ProblemType.IMPOSSIBLE_VALUE, "/language", List.of(), "error.language");
        }
        var events = ids(body, "lifeEvents", knowledge.lifeEvents().keySet());
        var services = ids(body, "services", knowledge.services().keySet());
        var known = new LinkedHashMap<Subject, Map<String, FactValue>>();
        subjects(body, "facts", (subject, given) -> known.put(subject, given(subject, given)));
        var unknown = new LinkedHashMap<Subject, Set<String>>();
        subjects(body, "unknownFacts", (subject, given) -> unknown.put(subject, unknown(subject, given)));
        if (facts > MOST_FACTS) {
            error(ProblemType.TOO_MANY, "/facts", List.of(), "error.too-many", MOST_FACTS);
        }
        var office = string(body, "office");
        if (office != null && !knowledge.offices().containsKey(office)) {
            unknownId("/office", 0, office, knowledge.offices().keySet());
        }
        var date = string(body, "date");
        if (date != null && day(date) == null) {
            error(ProblemType.IMPOSSIBLE_VALUE, "/date", List.of(), "error.date", EARLIEST.toString(),
                    LATEST.toString());
        }
        if (!filled(body, "text") && !filled(body, "lifeEvents") && !filled(body, "services")) {
            error(ProblemType.MISSING_INPUT, "", List.of("text", "lifeEvents", "services"), "error.missing");
        }
        return new GuidanceRequest(text, language, events, services, known, unknown, office, day, audience(body));
    }

    /// Whether something other than nothing is there: what is wrong with it is told of elsewhere.
    private static boolean filled(JsonNode body, String field) {
        var value = body.path(field);
        boolean nothing = value.isMissingNode() || value.isNull() || value.isArray() && value.isEmpty()
                || value.isString() && value.stringValue().isBlank();
        return !nothing;
    }

    private PublicService.Audience audience(JsonNode body) {
        return switch (string(body, "audience")) {
            case null -> null;
            case "individual" -> PublicService.Audience.INDIVIDUAL;
            case "company" -> PublicService.Audience.COMPANY;
            default -> {
                error(ProblemType.IMPOSSIBLE_VALUE, "/audience", List.of("individual", "company"), "error.option");
                yield null;
            }
        };
    }

    private String string(JsonNode body, String field) {
        var value = body.path(field);
        if (value.isMissingNode() || value.isNull() || value.isString()) {
            return value.isString() ? value.stringValue() : null;
        }
        error(ProblemType.WRONG_TYPE, "/" + field, List.of(), "error.string");
        return null;
    }

    private boolean object(JsonNode value, String pointer) {
        if (!value.isObject()) {
            error(ProblemType.WRONG_TYPE, pointer, List.of(), "error.object");
        }
        return value.isObject();
    }

    /// Known ids, each once. The text may name events too, so an empty list is as good as none.
    private List<String> ids(JsonNode body, String field, Collection<String> known) {
        return list(body.path(field), "/" + field, id -> {
            if (known.contains(id.value())) {
                return id.value();
            }
            unknownId(id.pointer(), 0, id.value(), known);
            return null;
        });
    }

    private record Entry(String pointer, String value) {
    }

    private List<String> list(JsonNode array, String pointer, Function<Entry, String> read) {
        if (array.isMissingNode() || array.isNull()) {
            return List.of();
        }
        if (!array.isArray()) {
            error(ProblemType.WRONG_TYPE, pointer, List.of(), "error.list");
            return List.of();
        }
        if (array.size() > MOST_CHOSEN) {
            error(ProblemType.TOO_MANY, pointer, List.of(), "error.too-many", MOST_CHOSEN);
            return List.of();
        }
        var found = new LinkedHashSet<String>();
        for (int i = 0; i < array.size(); i++) {
            var at = pointer + "/" + i;
            if (!array.get(i).isString()) {
                error(ProblemType.WRONG_TYPE, at, List.of(), "error.string");
                continue;
            }
            var value = read.apply(new Entry(at, array.get(i).stringValue()));
            if (value != null) {
                found.add(value);
            }
        }
        return List.copyOf(found);
    }

    private void subjects(JsonNode body, String field, BiConsumer<Subject, JsonNode> read) {
        var value = body.path(field);
        if (value.isMissingNode() || value.isNull() || !object(value, "/" + field)) {
            return;
        }
        numbered(value, (name, number) -> {
            var subject = Subject.parse(name);
            if (subject.isEmpty()) {
                error(ProblemType.UNKNOWN_ID, "/" + field, SUBJECTS, "error.subject", number, Subject.MOST_CHILDREN);
                facts += value.get(name).size();
            } else {
                read.accept(subject.get(), value.get(name));
            }
        });
    }

    private static String pointer(String field, Subject subject) {
        return "/" + field + "/" + subject.toString().replace("/", "~1");
    }

    private Map<String, FactValue> given(Subject subject, JsonNode given) {
        var at = pointer("facts", subject);
        var values = new LinkedHashMap<String, FactValue>();
        if (!object(given, at)) {
            return values;
        }
        facts += given.size();
        if (facts > MOST_FACTS) {
            return values;
        }
        numbered(given, (name, number) -> {
            var fact = fact(subject, name, at, number);
            var written = given.get(name);
            var value = fact == null || written.isNull() ? null : value(fact, written, at + "/" + fact.id());
            if (value != null) {
                values.put(fact.id(), value);
            }
        });
        return values;
    }

    private Set<String> unknown(Subject subject, JsonNode given) {
        return new LinkedHashSet<>(list(given, pointer("unknownFacts", subject), id -> {
            var fact = fact(subject, id.value(), id.pointer(), 0);
            return fact == null ? null : fact.id();
        }));
    }

    /// The fact of that id, if there is one and this subject can have it.
    ///
    /// @param number which of the names there it is; 0 where the pointer says so
    private FactDefinition fact(Subject subject, String id, String pointer, int number) {
        var fact = knowledge.facts().get(id);
        if (fact == null) {
            unknownId(pointer, number, id, knowledge.facts().keySet());
            return null;
        }
        if (!fact.of().contains(subject.kind())) {
            error(ProblemType.UNKNOWN_ID, pointer, fact.of().stream().map(Subject.Kind::id).sorted().toList(),
                    "error.fact.of", fact.id());
            return null;
        }
        return fact;
    }

    private FactValue value(FactDefinition fact, JsonNode written, String pointer) {
        var type = "error.type." + fact.type().name().toLowerCase(Locale.ROOT);
        var rightType = switch (fact.type()) {
            case BOOLEAN -> written.isBoolean();
            case INTEGER -> written.isIntegralNumber();
            case CHOICE, DATE, MUNICIPALITY, REGION -> written.isString();
        };
        if (!rightType) {
            error(ProblemType.WRONG_TYPE, pointer, allowed(fact), type);
            return null;
        }
        var value = answers.read(fact.id(), written.asString()).orElse(null);
        if (value == null && fact.type() == FactDefinition.Type.MUNICIPALITY) {
            error(ProblemType.UNKNOWN_ID, pointer, List.of(), type);
        } else if (value == null && fact.type() == FactDefinition.Type.INTEGER && fact.min() != null
                && fact.max() != null) {
            error(ProblemType.IMPOSSIBLE_VALUE, pointer, List.of(), "error.range", fact.min(), fact.max());
        } else if (value == null) {
            error(ProblemType.IMPOSSIBLE_VALUE, pointer, allowed(fact), type);
        } else if (value instanceof FactValue.Day(var when) && !fact.canBe(when, day)) {
            error(ProblemType.IMPOSSIBLE_VALUE, pointer, List.of(), "error.day.past", day);
            return null;
        }
        return value;
    }

    private List<String> allowed(FactDefinition fact) {
        return switch (fact.type()) {
            case BOOLEAN -> List.of("true", "false");
            case CHOICE -> fact.options().stream().map(FactDefinition.Option::value).toList();
            case REGION -> List.copyOf(knowledge.places().regions().keySet());
            case INTEGER, DATE, MUNICIPALITY -> List.of();
        };
    }

    private void unknownFields(JsonNode body) {
        numbered(body, (name, number) -> {
            if (!FIELDS.contains(name)) {
                Nearest.to(name, FIELDS).ifPresentOrElse(
                        near -> error(ProblemType.UNKNOWN_FIELD, "", FIELDS, "error.field.near", number, near),
                        () -> error(ProblemType.UNKNOWN_FIELD, "", FIELDS, "error.field", number));
            }
        });
    }

    /// The names in an object, each with its number: what is not ours cannot be told by name.
    private static void numbered(JsonNode object, BiConsumer<String, Integer> each) {
        int number = 0;
        for (var name : object.propertyNames()) {
            each.accept(name, ++number);
        }
    }

    private void unknownId(String pointer, int number, String id, Collection<String> known) {
        Nearest.to(id, known).ifPresentOrElse(
                near -> error(ProblemType.UNKNOWN_ID, pointer, List.of(near), "error.id.near", number, near),
                () -> error(ProblemType.UNKNOWN_ID, pointer, List.of(), "error.id", number));
    }

    private void error(ProblemType kind, String pointer, List<String> allowed, String key, Object... blanks) {
        kinds.add(kind);
        errors.add(new Problem.FieldError(pointer, texts.get(key, blanks), allowed));
    }
}
