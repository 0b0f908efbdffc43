package se.vagvisaren.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// An amount, age or period that the law changes, by the day from which each value applies.
///
/// @param unit   what it counts, such as `kr`
/// @param values from the earliest to the latest
public record Parameter(String id, LocalText label, String unit, List<Dated> values, Position at) {

    /// A value and the first day on which it applies.
    public record Dated(LocalDate from, long value, LegalResource law, Source source) {
    }

    /// The value that applies that day; empty before the first.
    public Optional<Dated> on(LocalDate day) {
        return values.stream().filter(value -> !value.from().isAfter(day)).reduce((earlier, later) -> later);
    }
}
