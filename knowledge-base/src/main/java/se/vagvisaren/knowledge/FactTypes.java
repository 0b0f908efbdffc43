package se.vagvisaren.knowledge;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Turns what is written for a fact into a value of the fact's type. Used for content and for what comes over HTTP.
public final class FactTypes {

    record Known(FactDefinition.Type type, List<String> options) {
    }

    private final Map<String, Known> types;
    private final Set<String> municipalities;

    FactTypes(Map<String, Known> types, Set<String> municipalities) {
        this.types = types;
        this.municipalities = municipalities;
    }

    /// The types of the facts of a knowledge base.
    public static FactTypes of(KnowledgeBase knowledge) {
        var types = new LinkedHashMap<String, Known>();
        knowledge.facts().values().forEach(fact -> types.put(fact.id(),
                new Known(fact.type(), fact.options().stream().map(FactDefinition.Option::value).toList())));
        return new FactTypes(types, knowledge.places().municipalities().keySet());
    }

    Set<String> ids() {
        return types.keySet();
    }

    Optional<FactDefinition.Type> type(String fact) {
        return Optional.ofNullable(types.get(fact)).map(Known::type);
    }

    /// What one may write for a fact, for a message: "true eller false", "ett datum som 2026-11-21".
    public String expected(String fact) {
        var known = types.get(fact);
        return switch (known.type()) {
            case BOOLEAN -> "true eller false";
            case CHOICE -> "något av: " + String.join(", ", known.options());
            case INTEGER -> "ett heltal";
            case DATE -> "ett datum som finns, till exempel 2026-11-21";
            case MUNICIPALITY -> "en kommuns kod med fyra siffror, till exempel \"1280\"";
            case REGION -> "en regions id";
        };
    }

    /// The value written, if the fact is known and it can have that value.
    public Optional<FactValue> value(String fact, String written) {
        var known = types.get(fact);
        if (known == null) {
            return Optional.empty();
        }
        return switch (known.type()) {
            case BOOLEAN -> switch (written.toLowerCase(Locale.ROOT)) {
                case "true" -> Optional.of(FactValue.YES);
                case "false" -> Optional.of(FactValue.NO);
                default -> Optional.empty();
            };
            case CHOICE -> choice(written, known.options().contains(written));
            case INTEGER -> written.matches("-?\\d{1,9}")
                    ? Optional.of(new FactValue.Whole(Long.parseLong(written))) : Optional.empty();
            case DATE -> day(written);
            case MUNICIPALITY -> choice(written, municipalities.contains(written));
            case REGION -> choice(written, true);
        };
    }

    private static Optional<FactValue> choice(String written, boolean possible) {
        return possible ? Optional.of(new FactValue.Choice(written)) : Optional.empty();
    }

    private static Optional<FactValue> day(String written) {
        try {
            var day = LocalDate.parse(written);
            return day.getYear() >= 1880 && day.getYear() <= 2200
                    ? Optional.of(new FactValue.Day(day)) : Optional.empty();
        } catch (DateTimeParseException impossible) {
            return Optional.empty();
        }
    }
}
