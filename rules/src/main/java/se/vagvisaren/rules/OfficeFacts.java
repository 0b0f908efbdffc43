package se.vagvisaren.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import se.vagvisaren.knowledge.PublicOrganisation;
import se.vagvisaren.knowledge.PublicService;
import se.vagvisaren.knowledge.ServiceLevel;
import se.vagvisaren.knowledge.ServiceOffice;
import se.vagvisaren.knowledge.Source;

/// The service office at which a question is asked, as the desk policies see it.
final class OfficeFacts {

    /// Bodies that a state office can serve by an agreement for all offices; others need one for the very office.
    private static final Set<PublicOrganisation.Kind> OF_THE_STATE =
            EnumSet.of(PublicOrganisation.Kind.STATE, PublicOrganisation.Kind.COURT);

    private final ServiceOffice office;
    private final LocalDate today;

    OfficeFacts(ServiceOffice office, LocalDate today) {
        this.office = office;
        this.today = today;
    }

    /// Whether it is closed: its last day is past.
    boolean closed() {
        return office.status().equals("closed") && (office.statusDate().isEmpty()
                || new Source(null, office.statusDate(), false, null).latestDay().isBefore(today));
    }

    /// Whether a step is no task for a desk.
    boolean hasNothingToDoFor(StepCandidate step) {
        return step.automatic() || step.step().desk() == PublicService.DeskTask.NONE;
    }

    /// Whether the authority of a step is among those that the office serves.
    boolean serves(StepCandidate step) {
        var service = step.service();
        var holder = service.localHolder();
        return OF_THE_STATE.contains(holder.kind()) && office.agencies().stream().anyMatch(service::isUnder);
    }

    /// An agreement on what the office may do; equal to itself only.
    static final class Agreement {

        private final ServiceLevel level;
        private final int order;

        private Agreement(ServiceLevel level, int order) {
            this.level = level;
            this.order = order;
        }

        static List<Agreement> of(List<ServiceLevel> levels) {
            var agreements = new ArrayList<Agreement>();
            levels.forEach(level -> agreements.add(new Agreement(level, agreements.size())));
            return agreements;
        }

        ServiceLevel level() {
            return level;
        }

        /// Whether it is made for this office, rather than for all.
        boolean ownOffice() {
            return level.office() != null;
        }

        boolean isAbout(StepCandidate step) {
            return level.tasks().contains(step.step().desk()) && step.service().isUnder(level.authority());
        }

        /// Whether it lets the desk go further than the other; of equals, the one that was written first.
        boolean goesFurtherThan(Agreement other) {
            int byScope = level.scope().compareTo(other.level.scope());
            return byScope != 0 ? byScope < 0 : order < other.order;
        }
    }
}
