package se.vagvisaren.api.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import se.vagvisaren.api.view.ChecklistView;
import se.vagvisaren.api.view.Texts;

/// What the checklist's template shows.
///
/// @param view     the answer
/// @param texts    the page's own texts
/// @param question the question asked now, or null
/// @param more     how many further questions matter
/// @param groups   the steps, those of one service together
/// @param facts    what is known, each with the way to change it
/// @param hidden   birth dates that the page's forms carry along
/// @param problem  what was wrong with an answer, or null
/// @param address  where the forms are sent, without the language
/// @param office   the name of the office chosen, or null
/// @param changed  whether the content has changed since the address was made
/// @param inSwedish         the answer in Swedish, to stand beside what is in another language; null where it does not
/// @param questionInSwedish the question now asked in Swedish, or null
record VisitorPage(ChecklistView view, Texts texts, ChecklistView.Question question, int more, List<Group> groups,
                   List<Known> facts, List<Hidden> hidden, String problem, String address, String office, boolean changed,
                   ChecklistView.Translation inSwedish, ChecklistView.Question questionInSwedish) {

    /// Steps of one service that follow each other.
    record Group(ChecklistView.Named service, ChecklistView.Authority authority, boolean applies, List<ChecklistView.Step> steps) {

        /// The first of them.
        public ChecklistView.Step first() {
            return steps.getFirst();
        }

        /// Provisions of all the steps, each once.
        public List<ChecklistView.LegalBasis> laws() {
            return steps.stream().flatMap(step -> step.legalBasis().stream()).distinct().toList();
        }
    }

    /// A fact that is known.
    ///
    /// @param key       `child/1.har-namn`
    /// @param label     what it is about
    /// @param value     how it reads
    /// @param whose     whose it is, in words; null for the visitor
    /// @param canChange whether there is a question for it
    record Known(String key, String label, String value, String whose, boolean canChange) {
    }

    /// A form field that the visitor does not see.
    record Hidden(String name, String value) {
    }

    /// A step in Swedish, or null where that is not shown.
    public ChecklistView.Step inSwedish(ChecklistView.Step step) {
        return inSwedish == null ? null : inSwedish.steps().get(step.number() - 1);
    }

    /// Numbers of the steps that somebody has to do before this one; what happens by itself needs no reminder.
    public List<Integer> before(ChecklistView.Step step) {
        return step.after().stream().filter(number -> view.steps().stream()
                .anyMatch(other -> other.number() == number && !other.modality().equals("automatic"))).toList();
    }

    /// Puts together the steps that belong to one service, are as sure, and follow each other.
    static List<Group> grouped(List<ChecklistView.Step> steps) {
        var groups = new ArrayList<Group>();
        for (var step : steps) {
            var last = groups.isEmpty() ? null : groups.getLast();
            boolean applies = step.status().equals("applies");
            if (last != null && last.service().id().equals(step.service().id()) && last.applies() == applies
                    && Objects.equals(last.first().because(), step.because())) {
                last.steps().add(step);
            } else {
                groups.add(new Group(step.service(), step.authority(), applies, new ArrayList<>(List.of(step))));
            }
        }
        return groups;
    }
}
