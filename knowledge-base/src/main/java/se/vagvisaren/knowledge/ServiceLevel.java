package se.vagvisaren.knowledge;

import java.time.LocalDate;
import java.util.Set;

/// What a desk may do for an authority, resting on a service agreement, with its validity.
///
/// @param office    the office, or null for all
/// @param authority the organisation or role for which it is done
/// @param tasks     the kinds of task
/// @param scope     how far the desk goes
/// @param by        who at the desk does it
/// @param limit     what the desk does not do; may be null
/// @param next      where the errand goes on; may be null
/// @param agreement what it rests on; may be null
public record ServiceLevel(String id, String office, String authority, Set<PublicService.DeskTask> tasks, Scope scope,
                           LocalText by, LocalText limit, LocalText next, LocalText agreement, Validity validity,
                           Source source, Position at) {

    /// How far a desk goes with a task; handled is the most.
    public enum Scope { HANDLED, STARTED, EXPLAINED, BOOKED, VIDEO, REFERRED, UNKNOWN }

    /// Whether the source is recent enough on that day to be trusted: at most a year old.
    public boolean confirmedOn(LocalDate day) {
        return !source.latestDay().plusYears(1).isBefore(day);
    }
}
