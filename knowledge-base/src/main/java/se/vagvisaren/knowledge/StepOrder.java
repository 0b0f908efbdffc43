package se.vagvisaren.knowledge;

import java.util.stream.Stream;

/// What a step's `after` means.
public final class StepOrder {

    private StepOrder() {
    }

    /// The full ids of the steps that `before`, written in a step of that service, stands for: a step of any service
    /// (`service/step`), a step of the same service, or all steps of a service.
    public static Stream<String> stepsMeant(KnowledgeBase knowledge, PublicService service, String before) {
        if (before.contains("/")) {
            return Stream.of(before);
        }
        var own = service.id() + "/" + before;
        if (service.step(own).isPresent()) {
            return Stream.of(own);
        }
        var other = knowledge.services().get(before);
        return other == null ? Stream.empty() : other.steps().stream().map(PublicService.Step::id);
    }
}
