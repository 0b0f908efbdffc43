package se.vagvisaren.api.view;

import java.util.Optional;
import se.vagvisaren.api.code.GuidanceCode;
import se.vagvisaren.api.release.ReleaseStore;

/// A checklist made again from its code, and what has changed since.
public record FoundAgain(Answered answered, ChecklistView.Changes changes) {

    /// Asks the running release the same again; empty when it knows none of the events and services any longer.
    ///
    /// @param language one of [Languages#offered]
    public static Optional<FoundAgain> by(ReleaseStore store, GuidanceCode code, String language) {
        var day = code.date() == null ? store.today() : code.date();
        return store.on(day, (release, engine) -> {
            var restored = code.restore(engine.knowledge(), day, language);
            var request = restored.request();
            if (request.lifeEvents().isEmpty() && request.services().isEmpty()) {
                return Optional.empty();
            }
            var change = code.release().equals(release.id()) ? null
                    : new ChecklistView.ReleaseChange(code.release(), release.id());
            return Optional.of(new FoundAgain(new Answered(release, engine.knowledge(), request, engine.guide(request)),
                    new ChecklistView.Changes(change, restored.dropped())));
        });
    }
}
