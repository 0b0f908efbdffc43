package se.vagvisaren.api.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import se.vagvisaren.api.view.ChecklistView;

/// What is known, one record for each kind of resource, in one language and as of today.
sealed interface ResourceView {

    /// A life or business event.
    @Schema(name = "LifeEventResource")
    record LifeEvent(String id, String name, String audience, String summary,
            List<Entry> services) implements ResourceView {
    }

    /// A service of an event.
    ///
    /// @param show `always`, `when-met` or `related`
    @Schema(name = "LifeEventService")
    record Entry(String id, String name, String show) {
    }

    /// A public service.
    ///
    /// @param about whom its requirements are judged for
    @Schema(name = "ServiceResource")
    record Service(String id, String name, List<String> everydayNames, String summary, String audience,
                   ChecklistView.Named authority, List<String> lifeEvents, String about, List<Requirement> requirements,
                   List<Step> steps, String cost, String processingTime, ChecklistView.Appeal appeal,
                   String representation, String withoutEid, LocalDate validFrom, LocalDate validTo,
                   Source source, LocalDate reviewed, LocalDate nextReview) implements ResourceView {
    }

    /// A rule.
    ///
    /// @param conditional whether it is judged, or only informs
    @Schema(name = "ServiceRequirement")
    record Requirement(String id, String text, ChecklistView.LegalBasis law, boolean conditional, LocalDate validFrom,
                       LocalDate validTo, Source source) {
    }

    /// A step, as the base text has it.
    @Schema(name = "ServiceStep")
    record Step(String id, String action, String modality, List<ChecklistView.Channel> channels,
                List<ChecklistView.DocumentUse> documents, String deadline, String ifMissed) {
    }

    /// Where something was read.
    ///
    /// @param date as exact as it is known
    @Schema(name = "SourceResource")
    record Source(String url, String date, boolean confirmed) {
    }

    /// An authority or another body.
    ///
    /// @param role         the role that it holds locally, or null
    /// @param municipality code of the municipality whose role it holds, or null
    /// @param region       id of the region whose role it holds, or null
    @Schema(name = "AuthorityResource")
    record Authority(String id, String name, String kind, String role, String municipality, String region,
                     String website, String phone, String phoneNote, Source source) implements ResourceView {
    }

    /// A document that steps ask for.
    ///
    /// @param issuedBy the service that issues it, or null
    @Schema(name = "DocumentResource")
    record Document(String id, String name, String maxAge, String howToGet, String issuedBy,
            Source source) implements ResourceView {
    }

    /// A state service office. Address and hours are null where the newest source is too old for them to be shown as
    /// today's; what they once were is then told under `historical`.
    ///
    /// @param status `open`, `closed`, `announced-closing` or `unknown`
    @Schema(name = "OfficeResource")
    record Office(String id, String name, String municipality, String place, String status, String statusDate,
                  String lastSeenOpen, boolean stale, List<String> agencies, String colocatedMunicipality,
                  String videoMeetings, String streetAddress, String openingHours,
                  @JsonInclude(JsonInclude.Include.NON_NULL) Historical historical,
                  Source source) implements ResourceView {
    }

    /// What an old source says; not to be relied on.
    @Schema(name = "OfficeHistory")
    record Historical(String streetAddress, String openingHours, String asOf) {
    }

    /// Something that may be known about somebody.
    ///
    /// @param of       the kinds of subject that can have it
    /// @param personal whether it is never kept in a code
    /// @param derived  whether it follows from other facts
    @Schema(name = "FactResource")
    record Fact(String id, List<String> of, String type, String label, String question, String why,
                List<ChecklistView.Option> options, Long min, Long max, boolean personal,
                boolean derived) implements ResourceView {
    }

    /// A municipality.
    @Schema(name = "MunicipalityResource")
    record Municipality(String code, String name, String shortName, String county,
            String region) implements ResourceView {
    }

    /// A state of the content.
    @Schema(name = "ReleaseResource")
    record Release(String id, Instant publishedAt, int lifeEvents, int services,
            List<String> languages) implements ResourceView {
    }
}
