package se.vagvisaren.api.terminal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import se.vagvisaren.engine.Guidance;
import se.vagvisaren.engine.Guidance.Outcome;
import se.vagvisaren.engine.GuidanceEngine;
import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.knowledge.PublicOrganisation;
import se.vagvisaren.knowledge.PublicService;
import se.vagvisaren.rules.Judgement;

/// How right an answer is. An authority goes by its role where it holds one.
///
/// @param named   whether every authority that has to be named is
/// @param first   whether the first step, or in a crisis the first contact, is at one of them
/// @param noWrong whether no other authority is shown
/// @param reasons what is wrong with it
/// @param cause   why, null when nothing is
record Score(LabelledQuestion question, boolean named, boolean first, boolean noWrong, List<String> reasons, Cause cause) {

    /// Why an answer is not right, the first that holds.
    enum Cause {
        NO_CONTENT("ingen tjänst i innehållet"), RULE_SAID_NO("en regel sa nej"), NOT_FOUND("hittades inte"),
        RANKED_LOW("hittades men valdes inte"), ORDER("rätt men inte först"), TOO_MUCH("rätt men också annat"),
        GUESSED("gissade i stället för att fråga"), ANSWERED("svarade på det som inte är vårt"),
        NO_ALARM("såg inte nödläget"), OTHER_CONTACT("nödläge med annan första kontakt");

        private final String swedish;

        Cause(String swedish) {
            this.swedish = swedish;
        }

        String swedish() {
            return swedish;
        }
    }

    private static final String CRISIS = "crisis";
    private static final int MOST_HITS = 20;
    private static final String SERVICE_CENTRE = "statens-servicecenter";
    private static final Set<String> AT_THE_DESKS = Set.of("skatteverket", "forsakringskassan", "pensionsmyndigheten",
            "arbetsformedlingen", "migrationsverket");

    /// Whether all three hold.
    boolean all() {
        return named && first && noWrong;
    }

    static Score of(LabelledQuestion question, Guidance guidance, GuidanceEngine engine) {
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
        boolean all = named && first && wrong.isEmpty();
        return new Score(question, named, first, wrong.isEmpty(), reasons, all ? null : cause(question, guidance, engine, shown, first));
    }

    private static Cause cause(LabelledQuestion question, Guidance guidance, GuidanceEngine engine, Set<String> shown, boolean first) {
        switch (question.kind()) {
            case "vague" -> {
                return Cause.GUESSED;
            }
            case "out-of-scope" -> {
                return Cause.ANSWERED;
            }
            case CRISIS -> {
                return guidance.outcome() == Outcome.CRISIS ? Cause.OTHER_CONTACT : Cause.NO_ALARM;
            }
            default -> {
                var missing = question.authorities().stream().filter(authority -> !shown.contains(authority)).findFirst();
                return missing.map(authority -> cause(authority, question, guidance, engine)).orElse(first ? Cause.TOO_MUCH : Cause.ORDER);
            }
        }
    }

    private static Cause cause(String authority, LabelledQuestion question, Guidance guidance, GuidanceEngine engine) {
        var knowledge = engine.knowledge();
        if (knowledge.services().values().stream().noneMatch(service -> isBy(service, authority, knowledge))) {
            return Cause.NO_CONTENT;
        }
        if (guidance.judgements().stream().anyMatch(judged -> judged.standing() == Judgement.Standing.DOES_NOT_APPLY && isBy(judged.service(), authority, knowledge))) {
            return Cause.RULE_SAID_NO;
        }
        boolean found = engine.search().search(question.text(), question.lang(), MOST_HITS).stream().anyMatch(hit -> switch (hit.kind()) {
            case SERVICE -> isBy(knowledge.services().get(hit.id()), authority, knowledge);
            case LIFE_EVENT -> knowledge.lifeEvents().get(hit.id()).services().stream()
                    .anyMatch(entry -> isBy(knowledge.services().get(entry.service()), authority, knowledge));
        });
        return found ? Cause.RANKED_LOW : Cause.NOT_FOUND;
    }

    private static boolean isBy(PublicService service, String authority, KnowledgeBase knowledge) {
        var organisation = knowledge.organisations().get(service.authority());
        return organisation != null && label(organisation, organisation.role()).equals(authority);
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
