package se.vagvisaren.engine;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.vagvisaren.knowledge.ContentFile;
import se.vagvisaren.knowledge.FactTypes;
import se.vagvisaren.knowledge.FactValue;
import se.vagvisaren.knowledge.Subject;

/// A small country: three municipalities, two events, six services.
final class Fixture {

    static final LocalDate TODAY = LocalDate.parse("2026-11-21");

    private static final Release RELEASE = load();
    private static final GuidanceEngine ENGINE = RELEASE.on(TODAY);

    private Fixture() {
    }

    private static Release load() {
        var loaded = Release.load(ContentFile.below(Path.of("src/test/resources/content")), Instant.EPOCH);
        return loaded.release().orElseThrow(() -> new AssertionError(loaded.problems()));
    }

    static Release release() {
        return RELEASE;
    }

    static Guidance ask(String text) {
        return ENGINE.guide(GuidanceRequest.of(text, TODAY));
    }

    static Guidance ask(GuidanceRequest request) {
        return ENGINE.guide(request);
    }

    /// A request without text: `about` an event or a service, with facts written as `subject fact value`.
    static GuidanceRequest about(String id, String... facts) {
        return at(null, id, facts);
    }

    static GuidanceRequest at(String office, String id, String... facts) {
        boolean isEvent = RELEASE.knowledge().lifeEvents().containsKey(id);
        return new GuidanceRequest("", "sv", isEvent ? List.of(id) : List.of(), isEvent ? List.of() : List.of(id), facts(facts), Map.of(),
                office, TODAY, null);
    }

    static GuidanceRequest withUnknown(GuidanceRequest request, Subject subject, String fact) {
        return new GuidanceRequest(request.text(), request.language(), request.lifeEvents(), request.services(), request.facts(),
                Map.of(subject, Set.of(fact)), request.office(), request.date(), request.audience());
    }

    static Map<Subject, Map<String, FactValue>> facts(String... facts) {
        var types = FactTypes.of(RELEASE.knowledge());
        var known = new java.util.LinkedHashMap<Subject, Map<String, FactValue>>();
        for (var fact : facts) {
            var parts = fact.split(" ");
            known.computeIfAbsent(Subject.parse(parts[0]).orElseThrow(), _ -> new java.util.LinkedHashMap<>())
                    .put(parts[1], types.value(parts[1], parts[2]).orElseThrow());
        }
        return known;
    }

    static List<String> steps(Guidance guidance) {
        return guidance.steps().stream().map(step -> step.step().id()).toList();
    }

    static Guidance.ChecklistStep step(Guidance guidance, String id) {
        return guidance.steps().stream().filter(step -> step.step().id().equals(id)).findFirst().orElseThrow();
    }

    static List<String> questions(Guidance guidance) {
        return guidance.questions().stream().map(question -> question.subject() + " " + question.fact().id()).toList();
    }
}
