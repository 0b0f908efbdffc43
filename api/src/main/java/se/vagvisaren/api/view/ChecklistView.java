package se.vagvisaren.api.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.knowledge.LegalResource;
import se.vagvisaren.knowledge.PublicService;

/// A checklist in one language. Lists are always there; what is not known is null.
///
/// @param translation  `reviewed`, or `machine-unreviewed` where any text of it is translated by a machine and nobody has
///                     reviewed that; null in Swedish
/// @param outcome      `checklist`, `ask`, `no-match` or `crisis`
/// @param code         finds the same checklist again; null in a crisis, and when nothing was asked for that can be
///                     found again
/// @param changes      what has changed since the code was made; only there for a checklist asked for by code
/// @param translations the same texts in a second language, by its tag; only there when asked for
/// @param trace        how each service was judged; only there when asked for
/// @param rejected     services considered and why they are not in the list; only there when asked for
public record ChecklistView(ReleaseView release, String language,
                            @Schema(allowableValues = {"reviewed", "machine-unreviewed"}) String translation, LocalDate date,
                            @Schema(allowableValues = {"checklist", "ask", "no-match", "crisis"}) String outcome,
                            Understood understood, List<Notice> notices, List<Question> questions, List<Step> steps,
                            List<Document> documents, List<Related> related, String code,
                            @JsonInclude(JsonInclude.Include.NON_NULL) Changes changes,
                            @JsonInclude(JsonInclude.Include.NON_NULL) Map<String, Translation> translations,
                            @JsonInclude(JsonInclude.Include.NON_NULL) List<TraceView.OfService> trace,
                            @JsonInclude(JsonInclude.Include.NON_NULL) List<TraceView.Rejected> rejected) {

    /// The state of the content that answered.
    public record ReleaseView(String id, Instant publishedAt) {
    }

    /// What was made of the text.
    ///
    /// @param language that it is written in, as a BCP 47 tag
    public record Understood(String language, List<Errand> errands, List<Found> lifeEvents, List<Found> services, List<Fact> facts,
                             List<Span> notUnderstood) {
    }

    /// One thing that the visitor wants. Offsets count UTF-16 units of the text as sent.
    public record Errand(int id, int start, int end) {
    }

    /// A part of the text, its end excluded.
    public record Span(int start, int end) {
    }

    /// A life event or service that the text names.
    ///
    /// @param confidence from 0 to 1
    public record Found(String id, String name, double confidence, int errand, List<Span> matched) {
    }

    /// A fact that is known.
    ///
    /// @param value  true or false, a whole number, or a text: an option, a date, a municipality's code
    /// @param origin `given`, `text` or `derived`
    public record Fact(String subject, String id, Object value, String label,
                       @Schema(allowableValues = {"given", "text", "derived"}) String origin, List<Span> matched) {
    }

    /// Something to read before anything else.
    public record Notice(@Schema(allowableValues = {"crisis", "misdirection", "info"}) String kind, String text,
                         Authority authority, String phone, String url) {
    }

    /// Who is responsible.
    ///
    /// @param role the general id where a local holder is shown, otherwise null
    public record Authority(String id, String role, String name,
                            @Schema(allowableValues = {"state", "municipality", "region", "court", "fund", "church",
                                    "support", "other"}) String kind) {
    }

    /// A question that matters.
    ///
    /// @param fact    the fact asked for; null when it is asked which service is meant
    /// @param decides numbers of the steps that the answer may settle
    public record Question(String subject, String fact, String text, String why,
                           @Schema(allowableValues = {"boolean", "choice", "integer", "date", "municipality", "region",
                                   "service"}) String type, List<Option> options, List<Integer> decides) {
    }

    /// One answer to a question.
    ///
    /// @param value what to send back as the fact's value, in the fact's own JSON type
    public record Option(Object value, String label) {

        /// The answers to a question of yes or no.
        public static List<Option> yesOrNo(Texts texts) {
            return List.of(new Option(true, texts.get("answer.yes")), new Option(false, texts.get("answer.no")));
        }
    }

    /// A service by id and name.
    public record Named(String id, String name) {
    }

    /// One thing to do.
    ///
    /// @param number      its place in the list, from 1
    /// @param id          `service/step`, stable between releases
    /// @param subject     whom it is about, the first of them
    /// @param subjects    all whom it is about
    /// @param status      `applies` or `may-apply`
    /// @param statusLabel the same in words
    /// @param modality    `must`, `can` or `automatic`
    /// @param after       numbers of the steps to do before
    /// @param withoutEid  the way without e-identification, or null
    public record Step(int number, String id, Named service, int errand, String subject, List<String> subjects,
                       @Schema(allowableValues = {"individual", "company"}) String audience, Authority authority,
                       @Schema(allowableValues = {"applies", "may-apply"}) String status, String statusLabel,
                       @Schema(allowableValues = {"must", "can", "automatic"}) String modality, String modalityLabel,
                       String action, List<Because> because, List<FactRef> undecided, List<LegalBasis> legalBasis,
                       Deadline deadline, String ifMissed, String cost, String processingTime, Appeal appeal,
                       String representation, String withoutEid, List<DocumentUse> documents, List<Channel> channels,
                       List<Integer> after, Desk desk, Source source) {
    }

    /// A known fact that makes a step apply.
    public record Because(String subject, String fact, Object value, String text) {
    }

    /// A fact of somebody.
    public record FactRef(String subject, String fact) {
    }

    /// A provision.
    public record LegalBasis(String act, String provision, String name, String url) {

        /// A provision; null when there is none.
        public static LegalBasis of(LegalResource law) {
            return law == null ? null : new LegalBasis(law.act(), law.provision(), law.name(), law.url());
        }
    }

    /// By when.
    ///
    /// @param date      the last day; null when it cannot be reckoned yet
    /// @param notBefore the first day on which it can be done, or null
    /// @param moved     whether the last day was moved from a day off
    /// @param text      the same in words
    public record Deadline(LocalDate date, LocalDate notBefore, boolean statutory, boolean moved, String text) {
    }

    /// Where to appeal.
    ///
    /// @param within an ISO 8601 period
    public record Appeal(String to, String within) {

        /// Where to appeal; null when it is not known.
        public static Appeal of(PublicService.Particulars facts, String language) {
            return facts.appealTo() == null ? null
                    : new Appeal(facts.appealTo().in(language), Objects.toString(facts.appealWithin(), null));
        }
    }

    /// A document that a step asks for.
    ///
    /// @param oneOf a group of which one document is enough, or null
    public record DocumentUse(String id, @Schema(allowableValues = {"original", "copy"}) String form, String oneOf) {

        /// What a step says of a document.
        public static DocumentUse of(PublicService.EvidenceUse use) {
            return new DocumentUse(use.evidence(), use.original() ? "original" : "copy", use.oneOf());
        }
    }

    /// A way to do a step.
    ///
    /// @param office   the visitor's own office where it serves that authority, otherwise null
    /// @param requires what one must have for it, such as `e-id`
    public record Channel(@Schema(allowableValues = {"web", "phone", "office", "post", "video"}) String type,
            String text,
                          String url, String phone, String office, List<String> requires) {

        /// A way to do a step, with the number of the organisation that it says to call.
        public static Channel of(PublicService.Channel channel, KnowledgeBase knowledge, String office,
                String language) {
            var called = channel.phoneOf() == null ? null : knowledge.organisations().get(channel.phoneOf());
            return new Channel(Names.of(channel.type()), channel.text() == null ? null : channel.text().in(language),
                    channel.url(), called == null ? null : called.phone(), office, channel.requires());
        }
    }

    /// What the office may do with a step.
    ///
    /// @param asOf      date of the source, as exact as it is known
    /// @param confirmed whether that source is recent enough
    /// @param text      all of it in words
    public record Desk(String office,
                       @Schema(allowableValues = {"handled", "started", "explained", "booked", "video", "referred",
                               "unknown"}) String scope, String by, String next, String limit, String source,
                       String asOf, boolean confirmed, String text) {
    }

    /// Where a step comes from.
    ///
    /// @param date      date of the source, as exact as it is known
    /// @param reviewed  when the service was last reviewed
    /// @param confirmed whether the source was opened and says so
    public record Source(String url, String date, LocalDate reviewed, boolean confirmed) {
    }

    /// A document, once, however many steps need it.
    ///
    /// @param maxAge    how old it may be, an ISO 8601 period, or null
    /// @param neededFor numbers of the steps
    public record Document(String id, String name, String maxAge, List<Integer> neededFor, String howToGet) {
    }

    /// A service that belongs to the same event but was not asked for.
    public record Related(Named service, String lifeEvent, String why) {
    }

    /// What has changed since a code was made; empty when nothing has.
    ///
    /// @param release the release then and now; only there when they differ
    /// @param dropped ids in the code that are no longer known and were left out; only there when there are any
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Changes(ReleaseChange release, List<String> dropped) {
    }

    /// The release then and now.
    public record ReleaseChange(String from, String to) {
    }

    /// The parts of a checklist that have texts, in another language, in the same order.
    public record Translation(Understood understood, List<Notice> notices, List<Question> questions, List<Step> steps,
                              List<Document> documents, List<Related> related) {
    }
}
