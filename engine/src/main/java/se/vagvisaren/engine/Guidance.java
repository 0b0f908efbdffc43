package se.vagvisaren.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import se.vagvisaren.knowledge.Evidence;
import se.vagvisaren.knowledge.FactDefinition;
import se.vagvisaren.knowledge.FactValue;
import se.vagvisaren.knowledge.LegalResource;
import se.vagvisaren.knowledge.LocalText;
import se.vagvisaren.knowledge.PublicOrganisation;
import se.vagvisaren.knowledge.PublicService;
import se.vagvisaren.knowledge.Source;
import se.vagvisaren.knowledge.Subject;
import se.vagvisaren.rules.FactKey;
import se.vagvisaren.rules.Judgement;
import se.vagvisaren.search.SearchHit.Span;

/// The answer to a question, in no particular language: every text is there in all languages that the content has.
///
/// @param text       the text as read, personal data blanked out with its length kept
/// @param notices    what to read before anything else, the most urgent first
/// @param questions  what is still worth asking, the one that settles most first
/// @param steps      the checklist, in the order to do it
/// @param documents  what the steps ask for, each once
/// @param related    what else belongs to the same events
/// @param asked      what was asked for, in ids: asking for the same gives the same again
/// @param judgements how the rules judged every service considered, for the officer's trace
public record Guidance(Outcome outcome, LocalDate date, String text, Understood understood, List<Notice> notices,
                       List<Question> questions, List<ChecklistStep> steps, List<ChecklistDocument> documents,
                       List<Related> related, Asked asked, List<Judgement.OfService> judgements) {

    /// The four honest answers.
    public enum Outcome {
        /// Steps, and perhaps questions that would settle more.
        CHECKLIST,
        /// Too vague: questions and no steps.
        ASK,
        /// Nothing that the content covers: a way on and no authority.
        NO_MATCH,
        /// An emergency: whom to contact first.
        CRISIS
    }

    /// What was made of the text.
    ///
    /// @param language      that the text is written in, as a BCP 47 tag; that of the request where there is no text
    /// @param notUnderstood parts of the text that nothing was made of
    public record Understood(String language, List<Errand> errands, List<Found> lifeEvents, List<Found> services, List<UnderstoodFact> facts,
                             List<Span> notUnderstood) {
    }

    /// One thing that the visitor wants, as a part of the text.
    ///
    /// @param id from 1, in the order of the text; what was chosen by id comes after
    public record Errand(int id, int start, int end) {
    }

    /// A life event or a service that the text names.
    public record Found(String id, LocalText name, double confidence, int errand, List<Span> matched) {
    }

    /// Where a fact is known from.
    public enum Origin { GIVEN, TEXT, DERIVED }

    /// A fact that is known.
    ///
    /// @param label how the value reads
    public record UnderstoodFact(FactKey key, FactDefinition definition, FactValue value, LocalText label, Origin origin,
                                 List<Span> matched) {
    }

    /// Something to read first.
    ///
    /// @param authority whom it names, or null
    public record Notice(Kind kind, LocalText text, PublicOrganisation authority, String phone, String url) {

        /// What kind of notice it is.
        public enum Kind { CRISIS, MISDIRECTION, INFO }
    }

    /// A question that matters.
    ///
    /// @param fact    the fact asked for; null when it is asked which service is meant
    /// @param text    the question
    /// @param options the answers to choose among; empty for numbers, dates and municipalities
    /// @param decides numbers of the steps that the answer may settle
    public record Question(Subject subject, FactDefinition fact, LocalText text, LocalText why, List<Option> options,
                           List<Integer> decides) {
    }

    /// One answer to a question.
    public record Option(String value, LocalText label) {
    }

    /// One thing to do.
    ///
    /// @param number     its place in the list, from 1
    /// @param subjects   whom it is about, equal steps merged
    /// @param authority  who is responsible, by name where the municipality is known
    /// @param role       the general id where a local holder is shown or would be, otherwise null
    /// @param applies    whether it surely applies; otherwise it may
    /// @param because    the facts that make it apply
    /// @param undecided  the facts that keep it open
    /// @param legalBasis the provisions it rests on
    /// @param deadline   by when, or null
    /// @param cost       the cost, the local one where there is one; may be null
    /// @param documents  what to bring
    /// @param after      numbers of the steps to do before
    /// @param desk       what the office may do with it; null when no office was named
    public record ChecklistStep(int number, PublicService.Step step, PublicService service, int errand, List<Subject> subjects,
                                PublicOrganisation authority, String role, boolean applies, List<Reason> because,
                                SortedSet<FactKey> undecided, List<LegalResource> legalBasis, Deadline deadline, LocalText cost,
                                List<PublicService.EvidenceUse> documents, List<Integer> after, Judgement.Desk desk,
                                Source source) {
    }

    /// Why a step applies.
    public record Reason(FactKey key, FactValue value, LocalText text) {
    }

    /// By when.
    ///
    /// @param date      the last day, moved to the next weekday where the law says so; null when it cannot be reckoned yet
    /// @param notBefore the first day on which it can be done, or null
    /// @param moved     whether the last day was moved from a day off
    public record Deadline(LocalDate date, LocalDate notBefore, boolean statutory, boolean moved, LocalText text) {
    }

    /// A document, once, however many steps need it.
    ///
    /// @param neededFor numbers of the steps
    public record ChecklistDocument(Evidence evidence, List<Integer> neededFor) {
    }

    /// A service that belongs to the same event but was not asked for.
    public record Related(PublicService service, String lifeEvent, LocalText why) {
    }

    /// What was asked for, by id.
    ///
    /// @param facts        facts given and read from the text
    /// @param unknownFacts questions answered with "I don't know"
    public record Asked(List<String> lifeEvents, List<String> services, Map<Subject, Map<String, FactValue>> facts,
                        Map<Subject, java.util.Set<String>> unknownFacts) {
    }
}
