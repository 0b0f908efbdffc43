package se.vagvisaren.rules;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
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
        REPLACED;

        /// Whether a service that stands so has its steps.
        boolean stands() {
            return this == APPLIES || this == MAY_APPLY;
        }
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

        private final Request request;
        private final CompiledRules.OfRequirement rule;
        private final Subject subject;
        private volatile Evaluation evaluation;

        OfRequirement(Request request, CompiledRules.OfRequirement rule, Subject subject) {
            this.request = request;
            this.rule = rule;
            this.subject = subject;
        }

        /// The rule.
        public PublicService.Requirement requirement() {
            return rule.requirement();
        }

        /// What it comes to.
        public Outcome outcome() {
            return request.outcome(rule, subject);
        }

        /// The same with its reasons.
        public Evaluation evaluation() {
            if (evaluation == null) {
                evaluation = request.evaluate(rule, subject);
            }
            return evaluation;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof OfRequirement that && requirement().equals(that.requirement())
                    && evaluation().equals(that.evaluation());
        }

        @Override
        public int hashCode() {
            return 31 * requirement().hashCode() + outcome().hashCode();
        }
    }

    /// A step that is there, or may be. As with [OfRequirement], its reasons are put together when somebody asks.
    public static final class OfStep {

        private final StepCandidate judged;
        private final boolean nothingToBring;
        private final Desk desk;

        OfStep(StepCandidate judged, boolean nothingToBring, Desk desk) {
            this.judged = judged;
            this.nothingToBring = nothingToBring;
            this.desk = desk;
        }

        /// The step, as the local holder words it.
        public PublicService.Step step() {
            return judged.step();
        }

        /// How its own condition was judged; null when it has none.
        public Evaluation when() {
            return judged.when();
        }

        /// The documents that the visitor has to bring: none for a step that happens by itself.
        public List<PublicService.EvidenceUse> evidence() {
            return nothingToBring ? List.of() : step().evidence();
        }

        /// What the office may do with it; null when no office was named.
        public Desk desk() {
            return desk;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof OfStep that && step().equals(that.step()) && Objects.equals(when(), that.when())
                    && nothingToBring == that.nothingToBring && Objects.equals(desk, that.desk);
        }

        @Override
        public int hashCode() {
            return step().hashCode();
        }
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
