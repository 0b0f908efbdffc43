package se.vagvisaren.knowledge;

import java.time.LocalDate;

/// The days on which something is in force, both ends included.
///
/// @param from first day, or null for always
/// @param to   last day, or null for until further notice
public record Validity(LocalDate from, LocalDate to) {

    public static final Validity ALWAYS = new Validity(null, null);

    /// Whether it is in force that day.
    public boolean includes(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
