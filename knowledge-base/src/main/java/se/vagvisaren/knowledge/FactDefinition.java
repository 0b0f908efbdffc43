package se.vagvisaren.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// Something that may be known about somebody, and the question that asks for it.
///
/// @param id         the fact's id
/// @param of         the kinds of subject that can have it
/// @param type       what its value is
/// @param label      a short name
/// @param question   asks the visitor for it
/// @param why        tells the visitor why we ask
/// @param yes        how the answer yes reads as a reason (boolean facts)
/// @param no         how the answer no reads as a reason (boolean facts)
/// @param options    what one may choose among (choice facts)
/// @param min        the least whole number that is possible, or null
/// @param max        the greatest whole number that is possible, or null
/// @param personal   whether it must never be kept in a code (a birth date)
/// @param derivation how it follows from other facts, or null
public record FactDefinition(String id, Set<Subject.Kind> of, Type type, LocalText label, LocalText question,
                             LocalText why, LocalText yes, LocalText no, List<Option> options, Long min, Long max,
                             boolean personal, Derivation derivation) {

    /// More years than anybody has lived.
    private static final int LONGEST_LIFE = 125;

    /// Whether it is a day of a birth or a death, which is never to come.
    public boolean isPast() {
        return type == Type.DATE && (personal || of.contains(Subject.Kind.DECEASED));
    }

    /// Whether a day can be its value on the day asked about.
    public boolean canBe(LocalDate value, LocalDate day) {
        return !isPast() || !value.isAfter(day) && !value.isBefore(day.minusYears(LONGEST_LIFE));
    }

    /// What a fact's value is.
    public enum Type { BOOLEAN, CHOICE, INTEGER, DATE, MUNICIPALITY, REGION }

    /// One answer to a choice.
    public record Option(String value, LocalText label) {
    }

    /// How a fact follows from other facts.
    public sealed interface Derivation {

        /// Whole years from a date fact to the day the question is asked.
        record AgeInYears(String dateFact) implements Derivation {
        }

        /// Whole months from a date fact to the day the question is asked.
        record AgeInMonths(String dateFact) implements Derivation {
        }

        /// The region to which a municipality belongs.
        record RegionOf(String municipalityFact) implements Derivation {
        }

        /// Yes when the condition holds, no when it does not, unknown while it is open.
        record When(Condition condition) implements Derivation {
        }
    }

    public FactDefinition {
        of = Set.copyOf(of);
        options = List.copyOf(options);
    }

    /// The option with that value, or null.
    public Option option(String value) {
        return options.stream().filter(option -> option.value().equals(value)).findFirst().orElse(null);
    }
}
