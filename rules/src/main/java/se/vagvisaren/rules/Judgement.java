package se.vagvisaren.rules;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import se.vagvisaren.knowledge.FactValue;
import se.vagvisaren.knowledge.PublicOrganisation;
import se.vagvisaren.knowledge.PublicService;
import se.vagvisaren.knowledge.ServiceLevel;
import se.vagvisaren.knowledge.Subject;

/// What the rules say of a situation.
///
/// @param derived      facts that follow from the known ones
/// @param services     one for each service and subject judged: those asked for, prerequisites, and what applies in place
///                     of a replaced service
/// @param misdirections one for each service that applies or may apply and that the visitor looked for elsewhere
public record Judgement(Map<FactKey, FactValue> derived, List<OfService> services, List<Misdirected> misdirections) {

    /// Where a service stands for a subject.
    public enum Standing {
        /// Every rule in force is met.
        APPLIES,
        /// A rule is open.
        MAY_APPLY,
        /// A rule is not met.
        DOES_NOT_APPLY,
        /// Another service applies in its place.
        REPLACED
    }

    /// What is said of a service for one subject.
    ///
    /// @param standing       where it stands
    /// @param requirements   the rules with a condition, each with how it was judged
    /// @param steps          its steps that are there or may be there, local layer included; empty unless it applies or may
    /// @param holder         who is responsible, by name where the municipality is known
    /// @param replacedBy     the service that applies in its place, or null
    /// @param prerequisiteOf the service that needs a document which this one issues and which the visitor lacks, or null
    public record OfService(PublicService service, Subject subject, Standing standing, List<OfRequirement> requirements,
                            List<OfStep> steps, PublicOrganisation holder, String replacedBy, String prerequisiteOf) {

        /// The facts that keep it open, those of its steps not included.
        public SortedSet<FactKey> blockers() {
            var found = new TreeSet<FactKey>();
            if (standing == Standing.MAY_APPLY) {
                requirements.forEach(requirement -> found.addAll(requirement.evaluation().blockers()));
            }
            return found;
        }
    }

    /// How one rule was judged. The reasons are put together when somebody asks for them: most rules of a request
    /// only decide whether a service comes up.
    public static final class OfRequirement {

        private final PublicService.Requirement requirement;
        private final Outcome outcome;
        private final Supplier<Evaluation> reasons;
        private volatile Evaluation evaluation;

        OfRequirement(PublicService.Requirement requirement, Outcome outcome, Supplier<Evaluation> reasons) {
            this.requirement = requirement;
            this.outcome = outcome;
            this.reasons = reasons;
        }

        /// The rule.
        public PublicService.Requirement requirement() {
            return requirement;
        }

        /// What it comes to.
        public Outcome outcome() {
            return outcome;
        }

        /// The same with its reasons.
        public Evaluation evaluation() {
            if (evaluation == null) {
                evaluation = reasons.get();
            }
            return evaluation;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof OfRequirement that && requirement.equals(that.requirement)
                    && evaluation().equals(that.evaluation());
        }

        @Override
        public int hashCode() {
            return 31 * requirement.hashCode() + outcome.hashCode();
        }
    }

    /// A step that is there, or may be.
    ///
    /// @param step     the step, as the local holder words it
    /// @param when     how its own condition was judged; null when it has none
    /// @param evidence the documents that the visitor has to bring: none for a step that happens by itself
    /// @param desk     what the office may do with it; null when no office was named
    public record OfStep(PublicService.Step step, Evaluation when, List<PublicService.EvidenceUse> evidence, Desk desk) {
    }

    /// What the office may do with a step.
    ///
    /// @param scope     how far it goes
    /// @param level     the row that says so; null when none does: then the scope is unknown or referred
    /// @param confirmed whether that row's source is recent enough on the day asked
    public record Desk(ServiceLevel.Scope scope, ServiceLevel level, boolean confirmed) {
    }

    /// A service that the visitor looked for at another organisation.
    public record Misdirected(String service, PublicService.Misdirection misdirection) {
    }
}
