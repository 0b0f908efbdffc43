package se.vagvisaren.knowledge;

import java.util.List;
import java.util.Map;

/// A life or business event (CPSV-AP) and the services that belong to it.
///
/// @param phrases  what people write who tell of it, by language
/// @param states   facts that the event itself states
/// @param services in the order in which one does them
public record LifeEvent(String id, LocalText name, PublicService.Audience audience, LocalText summary,
                        Map<String, List<String>> phrases, Map<Subject, Map<String, FactValue>> states,
                        List<Entry> services, Map<String, Boolean> languages, Position at) {

    /// When a service comes up for somebody who only names the event.
    public enum Show { ALWAYS, WHEN_MET, RELATED }

    /// A service of the event.
    public record Entry(String service, Show show) {
    }
}
