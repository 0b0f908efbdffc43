package se.vagvisaren.knowledge;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A public service (CPSV-AP): one thing that one authority does for somebody, with its rules, its steps and its cases.
///
/// @param id             the service's id
/// @param authority      id of the responsible organisation, or of a role (`kommunen`)
/// @param audience       for whom it is
/// @param name           the official name
/// @param everydayNames  what people call it, by language
/// @param summary        what it is; easy Swedish as `sv-x-lattlast`
/// @param lifeEvents     the events it belongs to
/// @param about          whom its requirements are judged for
/// @param everyone       whether it has no conditions by intention
/// @param phrases        what people write who need it, by language
/// @param validity       when it exists
/// @param replaces       services that do not apply where this one does
/// @param requirements   who it is for
/// @param steps          what to do
/// @param facts          cost, time, appeal and the like
/// @param misdirections  where people wrongly go with it
/// @param source         where it comes from
/// @param reviewed       day of the last review
/// @param nextReview     day of the next review
/// @param cases          its test cases
/// @param languages      the languages in which it can be read; `true` where somebody has reviewed the translation
/// @param at             where it is written
public record PublicService(String id, String authority, Audience audience, LocalText name,
                            Map<String, List<String>> everydayNames, LocalText summary, List<String> lifeEvents,
                            Subject.Kind about, boolean everyone, Map<String, List<String>> phrases, Validity validity,
                            List<String> replaces, List<Requirement> requirements, List<Step> steps, Particulars facts,
                            List<Misdirection> misdirections, Source source, LocalDate reviewed, LocalDate nextReview,
                            List<ServiceCase> cases, Map<String, Boolean> languages, Position at) {

    /// For whom a service or an event is.
    public enum Audience { INDIVIDUAL, COMPANY }

    /// Whether a step has to be done.
    public enum Modality { MUST, CAN, AUTOMATIC }

    /// The kinds of task that a desk may do with a step.
    public enum DeskTask { INFORMATION, APPLICATION, CASE_INFORMATION, DOCUMENTS, ID_CHECK, ID_CARD, BOOKING, NONE }

    /// A rule that says whom the service is for (CPSV-AP Requirement).
    ///
    /// @param id         the rule's id within its service
    /// @param text       the rule in words
    /// @param law        its legal basis
    /// @param validity   when the rule is in force
    /// @param source     where it was read
    /// @param about      whom it is judged for
    /// @param when       its condition; null for a requirement that only informs
    /// @param whenNotMet how to say that it is not met; may be null
    /// @param at         where it is written
    public record Requirement(String id, LocalText text, LegalResource law, Validity validity, Source source,
                              Subject.Kind about, Condition when, LocalText whenNotMet, Position at) {
    }

    /// One thing to do.
    ///
    /// @param id        `service/step`, stable between releases
    /// @param service   the service's id
    /// @param action    what to do
    /// @param modality  whether it has to be done
    /// @param when      when the step is there; null for always
    /// @param channels  the ways to do it
    /// @param evidence  the documents it asks for
    /// @param deadline  by when, or null
    /// @param ifMissed  what follows from missing it, or null
    /// @param after     ids of services or steps that come before
    /// @param desk      the kind of task it is at a service office
    /// @param source    where its own words are from; null when from the service's source
    /// @param at        where it is written
    public record Step(String id, String service, LocalText action, Modality modality, Condition when,
                       List<Channel> channels, List<EvidenceUse> evidence, Deadline deadline, LocalText ifMissed,
                       List<String> after, DeskTask desk, Source source, Position at) {
    }

    /// A way to do a step (CPSV-AP Channel).
    ///
    /// @param phoneOf  organisation whose number is meant, or null
    /// @param requires what one must have for it, such as `e-id`
    public record Channel(Type type, LocalText text, String url, String phoneOf, List<String> requires) {

        /// What kind of way it is.
        public enum Type { WEB, PHONE, OFFICE, POST, VIDEO }
    }

    /// A document that a step asks for.
    ///
    /// @param evidence the document's id
    /// @param original whether the original is needed
    /// @param oneOf    a group of which one document is enough, or null
    public record EvidenceUse(String evidence, boolean original, String oneOf) {
    }

    /// By when a step is to be done.
    ///
    /// @param period    the time that is given
    /// @param from      the date fact from which it is counted; null when only the text says it
    /// @param before    whether it is counted backwards
    /// @param notBefore how long before `from` it can be done at the earliest, or null
    /// @param statutory whether it is a time within which an act must be done by law (SFS 1930:173)
    public record Deadline(Period period, String from, boolean before, Period notBefore, boolean statutory,
                           LocalText text, LegalResource law, Source source) {
    }

    /// Where people wrongly go with it.
    ///
    /// @param often the organisation they go to
    public record Misdirection(String often, LocalText text) {
    }

    /// What else a visitor should know; each may be null.
    public record Particulars(LocalText cost, LocalText processingTime, LocalText appealTo, Period appealWithin,
                              LocalText representation, LocalText withoutEid) {
    }

    /// The requirements that have a condition.
    public List<Requirement> conditional() {
        return requirements.stream().filter(requirement -> requirement.when() != null).toList();
    }

    /// The step with that full id.
    public Optional<Step> step(String stepId) {
        return steps.stream().filter(step -> step.id().equals(stepId)).findFirst();
    }
}
