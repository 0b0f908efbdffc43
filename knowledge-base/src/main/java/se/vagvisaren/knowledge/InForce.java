package se.vagvisaren.knowledge;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is left of a service on one day: rules in force, amounts filled in.
final class InForce {

    static final Pattern AMOUNT = Pattern.compile("\\{\\{([a-z0-9-]+)}}");

    private final LocalDate day;
    private final Map<String, Parameter> parameters;

    private InForce(LocalDate day, Map<String, Parameter> parameters) {
        this.day = day;
        this.parameters = parameters;
    }

    static PublicService service(PublicService service, LocalDate day, Map<String, Parameter> parameters) {
        var at = new InForce(day, parameters);
        var requirements = service.requirements().stream().filter(requirement -> requirement.validity().includes(day))
                .map(requirement -> new PublicService.Requirement(requirement.id(), at.text(requirement.text()),
                        requirement.law(), requirement.validity(), requirement.source(), requirement.about(),
                        at.condition(requirement.when()), at.text(requirement.whenNotMet()), requirement.at()))
                .toList();
        var steps = service.steps().stream().map(at::step).toList();
        var facts = service.facts();
        var particulars = new PublicService.Particulars(at.text(facts.cost()), at.text(facts.processingTime()),
                facts.appealTo(), facts.appealWithin(), at.text(facts.representation()), at.text(facts.withoutEid()));
        return new PublicService(service.id(), service.authority(), service.audience(), service.name(),
                service.everydayNames(), at.text(service.summary()), service.lifeEvents(), service.about(),
                service.everyone(), service.phrases(), service.validity(), service.replaces(), requirements, steps,
                particulars, service.misdirections(), service.source(), service.reviewed(), service.nextReview(),
                service.cases(), service.languages(), service.at());
    }

    static FactDefinition fact(FactDefinition fact, LocalDate day, Map<String, Parameter> parameters) {
        if (!(fact.derivation() instanceof FactDefinition.Derivation.When when)) {
            return fact;
        }
        var condition = new InForce(day, parameters).condition(when.condition());
        return new FactDefinition(fact.id(), fact.of(), fact.type(), fact.label(), fact.question(), fact.why(), fact.yes(),
                fact.no(), fact.options(), fact.min(), fact.max(), fact.personal(),
                new FactDefinition.Derivation.When(condition));
    }

    static LocalLayer layer(LocalLayer layer, LocalDate day, Map<String, Parameter> parameters) {
        var at = new InForce(day, parameters);
        var steps = new TreeMap<String, PublicService.Step>();
        layer.steps().forEach((id, step) -> steps.put(id, at.step(step)));
        return new LocalLayer(layer.service(), layer.organisation(), steps, at.text(layer.cost()), layer.source(),
                layer.at());
    }

    static Evidence evidence(Evidence evidence, LocalDate day, Map<String, Parameter> parameters) {
        var at = new InForce(day, parameters);
        return new Evidence(evidence.id(), evidence.name(), evidence.maxAge(), at.text(evidence.howToGet()),
                evidence.issuedBy(), at.condition(evidence.lackedWhen()), evidence.source(), evidence.at());
    }

    private PublicService.Step step(PublicService.Step step) {
        return new PublicService.Step(step.id(), step.service(), text(step.action()), step.modality(),
                condition(step.when()), step.channels(), step.evidence(), step.deadline(), text(step.ifMissed()),
                step.after(), step.desk(), step.at());
    }

    private Condition condition(Condition condition) {
        return switch (condition) {
            case null -> null;
            case Condition.All all -> new Condition.All(all.of().stream().map(this::condition).toList());
            case Condition.Any any -> new Condition.Any(any.of().stream().map(this::condition).toList());
            case Condition.Not not -> new Condition.Not(condition(not.of()));
            case Condition.Test test -> new Condition.Test(test.fact(), test.about(), operator(test.test()));
        };
    }

    private Condition.Operator operator(Condition.Operator operator) {
        return switch (operator) {
            case Condition.Operator.AtLeast(Condition.Amount.OfParameter amount) ->
                    new Condition.Operator.AtLeast(fixed(amount, Long.MAX_VALUE));
            case Condition.Operator.AtMost(Condition.Amount.OfParameter amount) ->
                    new Condition.Operator.AtMost(fixed(amount, Long.MIN_VALUE));
            default -> operator;
        };
    }

    /// Before the first value of an amount nothing can reach it: the rule does not hold yet.
    private Condition.Amount fixed(Condition.Amount.OfParameter amount, long beforeTheFirst) {
        return new Condition.Amount.Fixed(
                parameters.get(amount.parameter()).on(day).map(Parameter.Dated::value).orElse(beforeTheFirst));
    }

    private LocalText text(LocalText text) {
        if (text == null || text.byLanguage().values().stream().noneMatch(each -> each.contains("{{"))) {
            return text;
        }
        var filled = new TreeMap<String, String>();
        text.byLanguage().forEach((language, each) -> filled.put(language, AMOUNT.matcher(each)
                .replaceAll(match -> Matcher.quoteReplacement(amount(match.group(1), language)))));
        return new LocalText(filled);
    }

    private String amount(String parameter, String language) {
        var known = parameters.get(parameter);
        var locale = Locale.forLanguageTag(language.startsWith("sv") ? "sv" : language);
        return known.on(day).map(dated -> String.format(locale, "%,d", dated.value()) + " " + known.unit()).orElse("–");
    }
}
