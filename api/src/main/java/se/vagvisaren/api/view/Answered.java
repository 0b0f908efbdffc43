package se.vagvisaren.api.view;

import se.vagvisaren.api.release.ReleaseStore;
import se.vagvisaren.engine.Guidance;
import se.vagvisaren.engine.GuidanceRequest;
import se.vagvisaren.engine.Release;
import se.vagvisaren.knowledge.KnowledgeBase;

/// A question with its answer, and what the answer was taken from.
///
/// @param release   the release that was running
/// @param knowledge what was in force on the day asked about
/// @param request   the question
/// @param guidance  the answer, in all languages
public record Answered(Release release, KnowledgeBase knowledge, GuidanceRequest request, Guidance guidance) {

    /// Asks the running release.
    public static Answered by(ReleaseStore store, GuidanceRequest request) {
        return store.on(request.date(), (release, engine) ->
                new Answered(release, engine.knowledge(), request, engine.guide(request)));
    }
}
