package se.vagvisaren.knowledge;

import java.util.List;

/// A state service office (servicekontor), as its newest source tells of it.
///
/// @param status       `open`, `closed`, `announced-closing` or `unknown`
/// @param statusDate   the day of that status, as exact as it is known; may be empty
/// @param agencies     the authorities served there
/// @param colocated    whether the municipality has its own staff there: `true`, `false` or `unknown`
/// @param stale        whether the newest evidence is too old to be shown as current
/// @param lastSeenOpen the last day a source speaks of it as open; may be empty
public record ServiceOffice(String id, String name, String municipality, String place, String streetAddress,
                            String openingHours, List<String> agencies, String colocated, String videoMeetings,
                            String status, String statusDate, Source source, String lastSeenOpen, String evidence,
                            boolean stale, String notes) {
}
