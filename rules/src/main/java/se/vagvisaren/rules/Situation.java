package se.vagvisaren.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import se.vagvisaren.knowledge.FactValue;
import se.vagvisaren.knowledge.Subject;

/// What is to be judged: some services, for some subjects, on some facts.
///
/// @param date        the day on which the question is asked
/// @param facts       what is known; what is not there is unknown
/// @param subjects    who is spoken of; the visitor is always among them
/// @param services    the services to judge, in the order asked for
/// @param mentioned   organisations that the visitor's own words name
/// @param office      the service office at which it is asked, or null
public record Situation(LocalDate date, Map<Subject, Map<String, FactValue>> facts, SortedSet<Subject> subjects,
                        List<String> services, Set<String> mentioned, String office) {
}
