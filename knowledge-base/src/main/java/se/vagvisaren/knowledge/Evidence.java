package se.vagvisaren.knowledge;

import java.time.Period;

/// A document that steps ask for (CPSV-AP Evidence).
///
/// @param maxAge     how old it may be, or null
/// @param howToGet   where to get it
/// @param issuedBy   the service that issues it, or null
/// @param lackedWhen when the visitor is known to lack it, or null
public record Evidence(String id, LocalText name, Period maxAge, LocalText howToGet, String issuedBy,
                       Condition lackedWhen, Source source, Position at) {
}
