package se.vagvisaren.api.view;

import java.util.Locale;
import se.vagvisaren.knowledge.FactValue;

/// How constants and values are written in JSON.
public final class Names {

    private Names() {
    }

    /// `MAY_APPLY` as `may-apply`.
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// A fact's value in its own JSON type: true or false, a whole number, or a text.
    public static Object json(FactValue value) {
        return switch (value) {
            case FactValue.Flag flag -> flag.value();
            case FactValue.Whole whole -> whole.value();
            case FactValue.Choice choice -> choice.value();
            case FactValue.Day day -> day.value().toString();
        };
    }
}
