package se.vagvisaren.knowledge;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is left of all that is known on one day: what is valid, with that day's amounts filled in.
final class InForce {

    static final Pattern AMOUNT = Pattern.compile("\\{\\{([a-z0-9-]+)}}");

    private final LocalDate day;
    private final Map<String, Parameter> parameters;

    private InForce(LocalDate day, Map<String, Parameter> parameters) {
        this.day = day;
        this.parameters = parameters;
    }

    /// Everything that is valid on that day, with that day's amounts.
    static KnowledgeBase on(LocalDate day, KnowledgeBase all) {
        var at = new InForce(day, all.parameters());
        var services = new LinkedHashMap<String, PublicService>();
        all.services().values().stream().filter(service -> service.validity().includes(day))
                .forEach(service -> services.put(service.id(), at.service(service)));
        var layers = new LinkedHashMap<String, Map<String, LocalLayer>>();
        all.localLayers().forEach((service, byOrganisation) -> {
            if (services.containsKey(service)) {
                layers.put(service, at.each(byOrganisation, at::layer));
            }
        });
        var levels = all.serviceLevels().stream().filter(level -> level.validity().includes(day))
                .map(at::level).toList();
        return new KnowledgeBase(all.organisations(), services,
                at.each(all.lifeEvents(), event -> at.event(event, services.keySet())), at.each(all.facts(), at::fact),
                at.each(all.evidence(), at::evidence), all.parameters(), layers, all.offices(), levels, all.crises(),
                all.factPatterns(), all.places());
    }

    private <T> Map<String, T> each(Map<String, T> all, UnaryOperator<T> change) {
        var changed = new LinkedHashMap<String, T>();
        all.forEach((id, one) -> changed.put(id, change.apply(one)));
        return changed;
    }

    private PublicService service(PublicService service) {
        var requirements = service.requirements().stream().filter(requirement -> requirement.validity().includes(day))
                .map(requirement -> new PublicService.Requirement(requirement.id(), text(requirement.text()),
                        requirement.law(), requirement.validity(), requirement.source(), requirement.about(),
                        condition(requirement.when()), text(requirement.whenNotMet()), requirement.at()))
                .toList();
        var facts = service.facts();
        var particulars = new PublicService.Particulars(text(facts.cost()), text(facts.processingTime()),
                text(facts.appealTo()), facts.appealWithin(), text(facts.representation()), text(facts.withoutEid()));
        var misdirections = service.misdirections().stream()
                .map(wrong -> new PublicService.Misdirection(wrong.often(), text(wrong.text()))).toList();
        return new PublicService(service.id(), service.authority(), service.audience(), text(service.name()),
                service.everydayNames(), text(service.summary()), service.lifeEvents(), service.about(),
                service.everyone(), service.phrases(), service.validity(), service.replaces(), requirements,
                service.steps().stream().map(this::step).toList(), particulars, misdirections, service.source(),
                service.reviewed(), service.nextReview(), service.cases(), service.languages(), service.at());
    }

    private PublicService.Step step(PublicService.Step step) {
        var channels = step.channels().stream().map(channel -> new PublicService.Channel(channel.type(),
                text(channel.text()), channel.url(), channel.phoneOf(), channel.requires())).toList();
        var deadline = step.deadline() == null ? null : new PublicService.Deadline(step.deadline().period(),
                step.deadline().from(), step.deadline().before(), step.deadline().notBefore(),
                step.deadline().statutory(), text(step.deadline().text()), step.deadline().law(),
                step.deadline().source());
        return new PublicService.Step(step.id(), step.service(), text(step.action()), step.modality(),
                condition(step.when()), channels, step.evidence(), deadline, text(step.ifMissed()), step.after(),
                step.desk(), step.source(), step.at());
    }

    private LocalLayer layer(LocalLayer layer) {
        return new LocalLayer(layer.service(), layer.organisation(), each(layer.steps(), this::step),
                text(layer.cost()), layer.source(), layer.at());
    }

    private LifeEvent event(LifeEvent event, Set<String> services) {
        var left = event.services().stream().filter(entry -> services.contains(entry.service())).toList();
        return new LifeEvent(event.id(), text(event.name()), event.audience(), text(event.summary()), event.phrases(),
                event.states(), left, event.languages(), event.at());
    }

    private Evidence evidence(Evidence evidence) {
        return new Evidence(evidence.id(), text(evidence.name()), evidence.maxAge(), text(evidence.howToGet()),
                evidence.issuedBy(), condition(evidence.lackedWhen()), evidence.source(), evidence.at());
    }

    private ServiceLevel level(ServiceLevel level) {
        return new ServiceLevel(level.id(), level.office(), level.authority(), level.tasks(), level.scope(),
                text(level.by()), text(level.limit()), text(level.next()), text(level.agreement()), level.validity(),
                level.source(), level.at());
    }

    private FactDefinition fact(FactDefinition fact) {
        var derivation = fact.derivation() instanceof FactDefinition.Derivation.When when
                ? new FactDefinition.Derivation.When(condition(when.condition())) : fact.derivation();
        var options = fact.options().stream()
                .map(option -> new FactDefinition.Option(option.value(), text(option.label()))).toList();
        return new FactDefinition(fact.id(), fact.of(), fact.type(), text(fact.label()), text(fact.question()),
                text(fact.why()), text(fact.yes()), text(fact.no()), options, fact.min(), fact.max(), fact.personal(),
                derivation);
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
