package se.vagvisaren.api.terminal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import se.vagvisaren.engine.Guidance;
import se.vagvisaren.engine.Guidance.Outcome;
import se.vagvisaren.knowledge.PublicOrganisation;

/// How right an answer is. An authority goes by its role where it holds one.
///
/// @param named   whether every authority that has to be named is
/// @param first   whether the first step, or in a crisis the first contact, is at one of them
/// @param noWrong whether no other authority is shown
/// @param reasons what is wrong with it
record Score(LabelledQuestion question, boolean named, boolean first, boolean noWrong, List<String> reasons) {

    private static final String CRISIS = "crisis";
    private static final String SERVICE_CENTRE = "statens-servicecenter";
    private static final Set<String> AT_THE_DESKS = Set.of("skatteverket", "forsakringskassan", "pensionsmyndigheten",
            "arbetsformedlingen", "migrationsverket");

    /// Whether all three hold.
    boolean all() {
        return named && first && noWrong;
    }

    static Score of(LabelledQuestion question, Guidance guidance) {
        var contacts = guidance.notices().stream().filter(notice -> notice.kind() == Guidance.Notice.Kind.CRISIS)
                .filter(notice -> notice.authority() != null)
                .map(notice -> label(notice.authority(), notice.authority().role())).toList();
        var steps = guidance.steps().stream().map(step -> label(step.authority(), step.role())).toList();
        var shown = new LinkedHashSet<>(Stream.concat(contacts.stream(), steps.stream()).toList());
        var wrong = new LinkedHashSet<>(shown);
        wrong.removeIf(each -> mayBeShown(each, question));
        boolean named;
        boolean first;
        var reasons = new ArrayList<String>();
        switch (question.kind()) {
            case "vague" -> named = first = guidance.outcome() == Outcome.ASK;
            case "out-of-scope" -> {
                named = first = guidance.outcome() == Outcome.NO_MATCH;
                guidance.notices().stream().filter(notice -> notice.authority() != null)
                        .forEach(notice -> wrong.add(label(notice.authority(), notice.authority().role())));
            }
            case CRISIS -> {
                named = shown.containsAll(question.authorities());
                first = !contacts.isEmpty() && guidance.notices().getFirst().kind() == Guidance.Notice.Kind.CRISIS
                        && question.authorities().contains(contacts.getFirst());
            }
            default -> {
                named = shown.containsAll(question.authorities());
                first = !steps.isEmpty() && question.authorities().contains(steps.getFirst());
            }
        }
        if (!named || !first) {
            reasons.add("blev " + guidance.outcome() + " " + shown + ", skulle vara " + question.authorities());
        }
        if (!wrong.isEmpty()) {
            reasons.add("fel hänvisning: " + wrong + " genom " + guidance.steps().stream()
                    .filter(step -> wrong.contains(label(step.authority(), step.role()))).map(step -> step.step().id())
                    .toList());
        }
        return new Score(question, named, first, wrong.isEmpty(), reasons);
    }

    private static String label(PublicOrganisation authority, String role) {
        return role != null ? role : authority.id();
    }

    private static boolean mayBeShown(String authority, LabelledQuestion question) {
        return question.authorities().contains(authority) || question.acceptable().contains(authority)
                || question.kind().equals(CRISIS) && authority.equals("sos-alarm")
                || authority.equals(SERVICE_CENTRE)
                && Stream.concat(question.authorities().stream(), question.acceptable().stream())
                .anyMatch(AT_THE_DESKS::contains);
    }
}
