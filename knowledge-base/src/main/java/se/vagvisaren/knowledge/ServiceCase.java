package se.vagvisaren.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// A test case of a service: what its rules say of these facts on that day.
///
/// @param name        a sentence that is true
/// @param on          the day on which the question is asked
/// @param given       what is known
/// @param requirement the requirement that is tested, or null for the service as a whole
/// @param expect      the outcome
/// @param steps       exactly the local step ids that are there, or null when not tested
/// @param asks        facts that keep it open; empty when not tested
/// @param at          where it is written
public record ServiceCase(String name, LocalDate on, Map<Subject, Map<String, FactValue>> given, String requirement,
                          Expectation expect, List<String> steps, List<String> asks, Position at) {

    /// The outcome that a case expects.
    public enum Expectation { MET, NOT_MET, UNKNOWN }
}
