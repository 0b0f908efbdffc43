package se.vagvisaren.knowledge;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.vagvisaren.knowledge.ServiceCase.Expectation;

/// What must hold between the files: rules with their cases, facts of the right kind, nothing that cannot be reached.
final class IntegrityCheck {

    private static final int FEWEST_PHRASES = 8;
    /// What nobody knows by heart, and what changes: amounts, numbers of forms, telephone numbers and hours.
    private static final Pattern FIGURE = Pattern.compile("\\d[\\d .,\u00a0]*(?:kr|kronor|kruunua|SEK|euro|كرون\\w*)\\b|\\bSEK ?\\d+|\\b(?:SKV|FK|TSTRK|MIGR)\\s?\\d{3,}"
            + "|\\b[Bb]lankett\\w*\\s\\d{3,}|\\b0\\d{1,3}[- ]\\d[\\d ]{4,}|\\bkl(?:ockan|\\.)?\\s?\\d{1,2}\\b");

    private final KnowledgeBase knowledge;
    private final Problems problems;
    private final Map<String, Position> factLines;
    private final Set<String> stepIds;

    IntegrityCheck(KnowledgeBase knowledge, Problems problems, Map<String, Position> factLines) {
        this.knowledge = knowledge;
        this.problems = problems;
        this.factLines = factLines;
        this.stepIds = knowledge.services().values().stream().flatMap(service -> service.steps().stream())
                .map(PublicService.Step::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    void run() {
        knowledge.services().values().forEach(this::service);
        knowledge.lifeEvents().values().forEach(this::event);
        knowledge.facts().values().forEach(this::fact);
        evidence();
        layers();
        patterns();
    }

    private void service(PublicService service) {
        once("Kravet", service.requirements(), PublicService.Requirement::id, PublicService.Requirement::at);
        once("Steget", service.steps(), step -> local(service, step), PublicService.Step::at);
        boolean listed = knowledge.lifeEvents().values().stream()
                .anyMatch(event -> event.services().stream().anyMatch(entry -> entry.service().equals(service.id())));
        boolean found = service.phrases().values().stream().anyMatch(phrases -> !phrases.isEmpty());
        if (!listed && !found && problems.complete(IdKind.LIFE_EVENT)) {
            problems.error(service.at(), "Tjänsten går inte att nå: ingen livshändelse har den och den har inga fraser",
                    "Lägg den i en livshändelse, eller skriv 'phrases:'.");
        } else if (service.phrases().getOrDefault(LocalText.SWEDISH, List.of()).size() < FEWEST_PHRASES) {
            problems.warning(service.at(), "Tjänsten har färre än åtta fraser",
                    "Skriv hur människor säger när de behöver den.");
        }
        if (service.steps().isEmpty()) {
            problems.error(service.at(), "Tjänsten har inga steg", "Skriv 'steps:' med det man gör.");
        }
        if (service.conditional().isEmpty() != service.everyone()) {
            problems.error(service.at(), service.everyone() ? "Tjänsten gäller alla men har villkor"
                            : "Tjänsten har inga villkor och säger inte att den gäller alla",
                    service.everyone() ? "Ta bort 'for: everyone' eller villkoren."
                            : "Skriv 'for: everyone', eller ett krav med 'when:'.");
        }
        service.requirements().forEach(requirement -> {
            if (requirement.when() != null && requirement.law() == null && !isPrivate(service)) {
                problems.error(requirement.at(), "Lagstöd saknas för kravet '" + requirement.id() + "'",
                        "Skriv 'law: {act: \"SFS …\", provision: \"…\"}'.");
            }
            condition(requirement.at(), requirement.when(), requirement.about());
        });
        service.steps().forEach(step -> step(service, step));
        cases(service);
    }

    /// What a private party asks for rests on its own terms, not on an act.
    private boolean isPrivate(PublicService service) {
        var organisation = knowledge.organisations().get(service.authority());
        return organisation != null && organisation.kind() == PublicOrganisation.Kind.OTHER;
    }

    private void step(PublicService service, PublicService.Step step) {
        condition(step.at(), step.when(), service.about());
        step.channels().stream().map(PublicService.Channel::phoneOf).filter(knowledge.organisations()::containsKey)
                .filter(organisation -> knowledge.organisations().get(organisation).phone() == null)
                .forEach(organisation -> problems.error(step.at(), "'" + organisation + "' har inget telefonnummer",
                        "Skriv numret med källa i organisation.yaml, eller ta bort kanalen."));
        step.after().forEach(before -> {
            if (StepOrder.stepsMeant(knowledge, service, before).noneMatch(stepIds::contains)) {
                problems.unknown(step.at(), before.contains("/") ? IdKind.STEP : IdKind.STEP_OR_SERVICE, before,
                        before.contains("/") ? stepIds : servicesAndStepsOf(service));
            }
        });
        if (step.source() == null) {
            Stream.concat(Stream.of(step.action(), step.ifMissed()), step.channels().stream().map(PublicService.Channel::text))
                    .forEach(text -> figure(step.at(), text, "Skriv 'source:' på steget, med sidan där det står."));
        }
        if (step.deadline() != null && knowledge.facts().containsKey(step.deadline().from())) {
            var from = knowledge.facts().get(step.deadline().from());
            if (from.type() != FactDefinition.Type.DATE) {
                problems.error(step.at(), "Tidsgränsen räknas från '" + from.id() + "' som inte är ett datum",
                        "Välj en uppgift av typen date.");
            }
            ofKind(step.at(), from.id(), from.of().contains(service.about()) ? service.about() : Subject.Kind.VISITOR);
        }
        if (step.when() != null) {
            var local = local(service, step);
            var named = service.cases().stream().filter(each -> each.steps() != null).toList();
            if (named.stream().noneMatch(each -> each.steps().contains(local))
                    || named.stream().allMatch(each -> each.steps().contains(local))) {
                problems.error(step.at(),
                        "Steget '" + local + "' har villkor men inte ett fall med och ett fall utan det",
                        "Skriv två fall med 'steps:', ett där steget är med och ett där det inte är det.");
            }
        }
    }

    /// Reports what is invented unless somebody says where it stands.
    private void figure(Position at, LocalText text, String todo) {
        if (text != null) {
            text.byLanguage().values().stream().flatMap(words -> FIGURE.matcher(words).results()).findFirst()
                    .ifPresent(found -> problems.error(at, "'" + found.group().strip() + "' har ingen källa", todo));
        }
    }

    private Set<String> servicesAndStepsOf(PublicService service) {
        var ids = new LinkedHashSet<>(knowledge.services().keySet());
        service.steps().forEach(step -> ids.add(local(service, step)));
        return ids;
    }

    private static String local(PublicService service, PublicService.Step step) {
        return step.id().substring(service.id().length() + 1);
    }

    private void cases(PublicService service) {
        var requirements = service.requirements().stream().map(PublicService.Requirement::id).toList();
        var steps = service.steps().stream().map(step -> local(service, step)).toList();
        for (var each : service.cases()) {
            if (each.requirement() != null && !requirements.contains(each.requirement())) {
                problems.unknown(each.at(), IdKind.REQUIREMENT, each.requirement(), requirements);
            }
            if (each.steps() != null) {
                each.steps().stream().filter(step -> !steps.contains(step))
                        .forEach(step -> problems.unknown(each.at(), IdKind.STEP, step, steps));
            }
            each.given().forEach((subject, facts) ->
                    facts.keySet().forEach(fact -> ofKind(each.at(), fact, subject.kind())));
        }
        for (var requirement : service.conditional()) {
            if (service.cases().stream().noneMatch(each -> shows(each, requirement, service, Expectation.MET))) {
                problems.error(requirement.at(),
                        "Kravet '" + requirement.id() + "' har inget fall där det är uppfyllt",
                        "Skriv ett fall med 'expect: MET'.");
            }
            if (service.cases().stream().noneMatch(each -> shows(each, requirement, service, Expectation.NOT_MET))) {
                problems.error(requirement.at(),
                        "Kravet '" + requirement.id() + "' har inget fall där det inte är uppfyllt",
                        "Skriv ett fall med 'requirement: " + requirement.id() + "' och 'expect: NOT_MET'.");
            }
            if (service.cases().stream().noneMatch(each -> shows(each, requirement, service, Expectation.UNKNOWN))) {
                problems.warning(requirement.at(),
                        "Kravet '" + requirement.id() + "' har inget fall där det är okänt",
                        "Skriv ett fall med 'expect: UNKNOWN'.");
            }
        }
    }

    private static boolean shows(ServiceCase each, PublicService.Requirement requirement, PublicService service,
                                 Expectation outcome) {
        if (each.expect() != outcome) {
            return false;
        }
        if (each.requirement() != null) {
            return each.requirement().equals(requirement.id());
        }
        return outcome == Expectation.MET
                ? each.on() == null || requirement.validity().includes(each.on())
                : service.conditional().size() == 1;
    }

    private void event(LifeEvent event) {
        if (event.phrases().values().stream().allMatch(List::isEmpty)) {
            problems.error(event.at(), "Livshändelsen har inga fraser",
                    "Skriv 'phrases:' med det människor skriver när det har hänt.");
        }
        if (event.services().isEmpty()) {
            problems.error(event.at(), "Livshändelsen har inga tjänster", "Skriv 'services:'.");
        }
        Stream.of(event.name(), event.summary()).forEach(text -> figure(event.at(), text, "Skriv det i en tjänst, där källan är."));
        event.states().forEach((subject, facts) ->
                facts.keySet().forEach(fact -> ofKind(event.at(), fact, subject.kind())));
    }

    private void fact(FactDefinition fact) {
        var at = factLines.get(fact.id());
        Stream.concat(Stream.of(fact.label(), fact.question(), fact.why(), fact.yes(), fact.no()), fact.options().stream().map(FactDefinition.Option::label))
                .forEach(text -> figure(at, text, "Skriv beloppet i parameters/ med källa, och {{id}} i texten."));
        switch (fact.derivation()) {
            case null -> { }
            case FactDefinition.Derivation.AgeInYears age -> dateFact(at, age.dateFact());
            case FactDefinition.Derivation.AgeInMonths age -> dateFact(at, age.dateFact());
            case FactDefinition.Derivation.RegionOf region -> {
                var from = knowledge.facts().get(region.municipalityFact());
                if (from != null && from.type() != FactDefinition.Type.MUNICIPALITY) {
                    problems.error(at, "Regionen följer av '" + from.id() + "' som inte är en kommun",
                            "Välj en uppgift av typen municipality.");
                }
            }
            case FactDefinition.Derivation.When when ->
                    fact.of().forEach(kind -> condition(at, when.condition(), kind));
        }
        if (fact.min() != null && fact.max() != null && fact.min() > fact.max()) {
            problems.error(at, "'min' är större än 'max'", "Byt plats på dem.");
        }
    }

    private void dateFact(Position at, String fact) {
        var from = knowledge.facts().get(fact);
        if (from != null && from.type() != FactDefinition.Type.DATE) {
            problems.error(at, "Åldern räknas från '" + fact + "' som inte är ett datum",
                    "Välj en uppgift av typen date.");
        }
    }

    private void evidence() {
        var asked = knowledge.services().values().stream().flatMap(service -> service.steps().stream())
                .flatMap(step -> step.evidence().stream()).map(PublicService.EvidenceUse::evidence)
                .collect(Collectors.toSet());
        for (var evidence : knowledge.evidence().values()) {
            if (!asked.contains(evidence.id()) && problems.complete(IdKind.SERVICE)) {
                problems.error(evidence.at(), "Ingen frågar efter handlingen '" + evidence.id() + "'",
                        "Ta bort den, eller nämn den i ett steg.");
            }
            condition(evidence.at(), evidence.lackedWhen(), Subject.Kind.VISITOR);
        }
    }

    private void layers() {
        knowledge.localLayers().values().stream().flatMap(each -> each.values().stream()).forEach(layer -> {
            var base = knowledge.services().get(layer.service());
            var organisation = knowledge.organisations().get(layer.organisation());
            if (base != null && organisation != null && !base.authority().equals(organisation.role())) {
                problems.error(layer.at(), "'" + organisation.id() + "' har inte hand om '" + base.id() + "'",
                        "Den tjänsten hör till " + base.authority() + ".");
            }
        });
    }

    private void patterns() {
        for (var pattern : knowledge.factPatterns()) {
            ofKind(pattern.at(), pattern.fact(), pattern.subject());
            var fact = knowledge.facts().get(pattern.fact());
            if (fact != null && pattern.value() == null && fact.type() != FactDefinition.Type.INTEGER) {
                problems.error(pattern.at(), "Värdet är {n} men '" + fact.id() + "' är inget heltal",
                        "Skriv det värde som orden betyder.");
            }
        }
    }

    /// Each fact in a condition can be known of whom it is judged for, or of the visitor.
    private void condition(Position at, Condition condition, Subject.Kind about) {
        if (condition != null) {
            Condition.tests(condition, test -> {
                var fact = knowledge.facts().get(test.fact());
                if (fact != null) {
                    ofKind(at, fact.id(), Condition.owner(test, fact, about));
                }
            });
        }
    }

    private void ofKind(Position at, String fact, Subject.Kind kind) {
        var definition = knowledge.facts().get(fact);
        if (definition != null && !definition.of().isEmpty() && !definition.of().contains(kind)) {
            problems.error(at, "'" + fact + "' kan inte gälla " + kind.id(), "Den gäller "
                    + definition.of().stream().map(Subject.Kind::id).sorted().collect(Collectors.joining(", ")) + ".");
        }
    }

    private <T> void once(String noun, List<T> all, Function<T, String> id, Function<T, Position> at) {
        var seen = new HashSet<String>();
        for (var one : all) {
            problems.mustBeId(at.apply(one), id.apply(one));
            if (!id.apply(one).isEmpty() && !seen.add(id.apply(one))) {
                problems.error(at.apply(one), noun + " '" + id.apply(one) + "' står två gånger", "Ge dem olika id.");
            }
        }
    }
}
