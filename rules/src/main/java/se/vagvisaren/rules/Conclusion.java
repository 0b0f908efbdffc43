package se.vagvisaren.rules;

import se.vagvisaren.knowledge.PublicService;
import se.vagvisaren.knowledge.ServiceLevel;

/// What the policies conclude. They work on these as Drools facts; a conclusion that is inserted logically goes when
/// what it rests on goes.
sealed interface Conclusion {

    /// Where a service stands.
    record Standing(Candidate service, Judgement.Standing standing) implements Conclusion {
        boolean stands() {
            return standing.stands();
        }
    }

    /// One service applies in another's place.
    record Replaced(Candidate service, Candidate by) implements Conclusion {
    }

    /// A service issues a document that another needs.
    record Needed(Candidate service, Candidate by) implements Conclusion {
    }

    /// A local holder is responsible for a service.
    record Held(Candidate service) implements Conclusion {
    }

    /// A proposed step that is left out: its condition is not met, or a local step takes its place.
    record LeftOut(StepCandidate step) implements Conclusion {
    }

    /// A step for which nothing has to be brought.
    record NothingToBring(StepCandidate step) implements Conclusion {
    }

    /// A service that the visitor looked for elsewhere.
    record LookedForElsewhere(Candidate service, PublicService.Misdirection misdirection) implements Conclusion {
    }

    /// A step that the office does not deal with.
    record Referred(StepCandidate step) implements Conclusion {
    }

    /// How far the office goes with a step that it deals with.
    ///
    /// @param agreement what says so; null when nothing does
    record DealtWith(StepCandidate step, ServiceLevel.Scope scope, OfficeFacts.Agreement agreement)
            implements Conclusion {
    }
}
