package se.vagvisaren.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.vagvisaren.knowledge.FactValue;
import se.vagvisaren.knowledge.PublicService;
import se.vagvisaren.knowledge.Subject;

/// A visitor's question: a text, or events or services chosen, and what is known.
///
/// @param text         what the visitor wrote, personal data and all; may be empty
/// @param language     the reader's language, a BCP 47 tag
/// @param lifeEvents   events chosen, by id; each asks for its whole list
/// @param services     services chosen, by id
/// @param facts        answers given
/// @param unknownFacts questions answered with "I don't know": not asked again
/// @param office       the service office at which it is asked, or null
/// @param date         the day on which it is asked
/// @param audience     whether a person or a company asks; null when not said
public record GuidanceRequest(String text, String language, List<String> lifeEvents, List<String> services,
                              Map<Subject, Map<String, FactValue>> facts, Map<Subject, Set<String>> unknownFacts,
                              String office, LocalDate date, PublicService.Audience audience) {

    /// The longest text that is read, in UTF-16 units; what comes after it is left out, and a notice says so.
    public static final int LONGEST_TEXT = 5_000;

    public GuidanceRequest {
        text = text == null ? "" : text;
        lifeEvents = List.copyOf(lifeEvents);
        services = List.copyOf(services);
        facts = Map.copyOf(facts);
        unknownFacts = Map.copyOf(unknownFacts);
    }

    /// A question in words, with nothing else known.
    public static GuidanceRequest of(String text, LocalDate date) {
        return new GuidanceRequest(text, "sv", List.of(), List.of(), Map.of(), Map.of(), null, date, null);
    }
}
