package se.vagvisaren.api.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import se.vagvisaren.knowledge.Condition;
import se.vagvisaren.rules.Evaluation;
import se.vagvisaren.rules.Judgement;
import se.vagvisaren.rules.Judgement.Standing;
import se.vagvisaren.rules.Outcome;

/// How the rules came to a checklist, for the officer's trace.
public final class TraceView {

    private TraceView() {
    }

    /// A service judged for one subject.
    ///
    /// @param standing       `applies`, `may-apply`, `does-not-apply` or `replaced`
    /// @param replacedBy     the service that applies in its place, or null
    /// @param prerequisiteOf the service for which this one issues a document, or null
    @Schema(name = "Trace")
    public record OfService(ChecklistView.Named service, String subject, String standing, String replacedBy,
                            String prerequisiteOf, List<OfRequirement> requirements) {
    }

    /// A rule and how it was judged.
    @Schema(name = "TraceRequirement")
    public record OfRequirement(String id, String text, ChecklistView.LegalBasis law, Node evaluation) {
    }

    /// A part of a condition.
    ///
    /// @param kind    `all`, `any`, `not` or `test`
    /// @param outcome `met`, `not-met` or `unknown`
    /// @param subject whose fact is tested (only `test`)
    /// @param fact    the fact tested (only `test`)
    /// @param test    what is tested of it (only `test`)
    /// @param value   the known value (only `test`, and only when it is known)
    /// @param parts   what it is made of; of a test, the definition of its fact where there is one
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TraceNode")
    public record Node(String kind, String outcome, String subject, String fact, String test, Object value,
                       @ArraySchema(arraySchema = @Schema(description = "Parts of the same shape")) List<Node> parts) {
    }

    /// A service that was considered and is not in the list.
    ///
    /// @param why what speaks against it
    public record Rejected(ChecklistView.Named service, String subject, String standing, String replacedBy,
            List<String> why) {
    }

    static OfService of(Judgement.OfService judged, String language) {
        var service = judged.service();
        return new OfService(new ChecklistView.Named(service.id(), service.name().in(language)),
                judged.subject().toString(), Names.of(judged.standing()), judged.replacedBy(), judged.prerequisiteOf(),
                judged.requirements().stream().map(each -> new OfRequirement(each.requirement().id(),
                        each.requirement().text().in(language), ChecklistView.LegalBasis.of(each.requirement().law()),
                        node(each.evaluation()))).toList());
    }

    static Stream<Rejected> rejected(Judgement.OfService judged, String language) {
        if (judged.standing() != Standing.DOES_NOT_APPLY && judged.standing() != Standing.REPLACED) {
            return Stream.empty();
        }
        var service = judged.service();
        var why = judged.requirements().stream()
                .filter(each -> each.outcome() == Outcome.NOT_MET)
                .map(each -> each.requirement().whenNotMet() != null ? each.requirement().whenNotMet()
                        : each.requirement().text())
                .filter(Objects::nonNull).map(text -> text.in(language)).toList();
        return Stream.of(new Rejected(new ChecklistView.Named(service.id(), service.name().in(language)),
                judged.subject().toString(), Names.of(judged.standing()), judged.replacedBy(), why));
    }

    private static Node node(Evaluation evaluation) {
        var outcome = Names.of(evaluation.outcome());
        return switch (evaluation) {
            case Evaluation.All all -> group("all", outcome, all.parts());
            case Evaluation.Any any -> group("any", outcome, any.parts());
            case Evaluation.Not not -> group("not", outcome, List.of(not.part()));
            case Evaluation.Leaf leaf -> new Node("test", outcome, leaf.key().subject().toString(), leaf.key().fact(),
                    words(leaf.test().test()), leaf.known() == null ? null : Names.json(leaf.known()),
                    leaf.definition() == null ? null : List.of(node(leaf.definition())));
        };
    }

    private static Node group(String kind, String outcome, List<Evaluation> parts) {
        return new Node(kind, outcome, null, null, null, null, parts.stream().map(TraceView::node).toList());
    }

    private static String words(Condition.Operator operator) {
        return switch (operator) {
            case Condition.Operator.Is is -> "is " + is.value();
            case Condition.Operator.OneOf oneOf -> "oneOf " + oneOf.values().stream().map(Object::toString).sorted()
                    .toList();
            case Condition.Operator.AtLeast atLeast -> "atLeast " + words(atLeast.amount());
            case Condition.Operator.AtMost atMost -> "atMost " + words(atMost.amount());
            case Condition.Operator.Before before -> "before " + before.day();
            case Condition.Operator.After after -> "after " + after.day();
            case Condition.Operator.Within within -> "within " + within.period();
        };
    }

    private static String words(Condition.Amount amount) {
        return switch (amount) {
            case Condition.Amount.Fixed fixed -> String.format(Locale.ROOT, "%d", fixed.value());
            case Condition.Amount.OfParameter parameter -> parameter.parameter();
        };
    }
}
