package se.vagvisaren.knowledge;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What must hold between the files: ids that resolve, rules with their cases, nothing that cannot be reached.
final class IntegrityCheck {

    private static final int FEWEST_PHRASES = 8;

    private final KnowledgeBase knowledge;
    private final Problems problems;
    private final Map<String, Position> factLines;

    IntegrityCheck(KnowledgeBase knowledge, Problems problems, Map<String, Position> factLines) {
        this.knowledge = knowledge;
        this.problems = problems;
        this.factLines = factLines;
    }

    void run() {
        knowledge.services().values().forEach(this::service);
        knowledge.lifeEvents().values().forEach(this::event);
        knowledge.facts().values().forEach(this::fact);
        knowledge.organisations().values().forEach(this::organisation);
        evidence();
        layers();
        levels();
        crises();
        patterns();
        circles();
    }

    private void service(PublicService service) {
        known(service.at(), "Myndigheten", service.authority(), knowledge.organisations().keySet());
        service.lifeEvents().forEach(event -> known(service.at(), "Livshändelsen", event, knowledge.lifeEvents().keySet()));
        service.replaces().forEach(other -> known(service.at(), "Tjänsten", other, knowledge.services().keySet()));
        service.misdirections().forEach(wrong -> known(service.at(), "Myndigheten", wrong.often(), knowledge.organisations().keySet()));
        duplicates(service.at(), "Kravet", service.requirements().stream().map(PublicService.Requirement::id).toList());
        duplicates(service.at(), "Steget", service.steps().stream().map(PublicService.Step::id).toList());
        boolean listed = knowledge.lifeEvents().values().stream()
                .anyMatch(event -> event.services().stream().anyMatch(entry -> entry.service().equals(service.id())));
        boolean found = service.phrases().values().stream().anyMatch(phrases -> !phrases.isEmpty());
        if (!listed && !found) {
            problems.error(service.at(), "Tjänsten går inte att nå: ingen livshändelse har den och den har inga fraser",
                    "Lägg den i en livshändelse, eller skriv 'phrases:'.");
        } else if (service.phrases().getOrDefault(LocalText.SWEDISH, List.of()).size() < FEWEST_PHRASES) {
            problems.warning(service.at(), "Tjänsten har färre än åtta fraser", "Skriv hur människor säger när de behöver den.");
        }
        if (service.steps().isEmpty()) {
            problems.error(service.at(), "Tjänsten har inga steg", "Skriv 'steps:' med det man gör.");
        }
        if (service.conditional().isEmpty() != service.everyone()) {
            problems.error(service.at(), service.everyone() ? "Tjänsten gäller alla men har villkor" : "Tjänsten har inga villkor och säger inte att den gäller alla",
                    service.everyone() ? "Ta bort 'for: everyone' eller villkoren." : "Skriv 'for: everyone', eller ett krav med 'when:'.");
        }
        service.requirements().forEach(requirement -> {
            if (requirement.when() != null && requirement.law() == null && !isPrivate(service)) {
                problems.error(requirement.at(), "Lagstöd saknas för kravet '" + requirement.id() + "'", "Skriv 'law: {act: \"SFS …\", provision: \"…\"}'.");
            }
            condition(requirement.at(), requirement.when());
            amounts(requirement.at(), requirement.text());
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
        condition(step.at(), step.when());
        amounts(step.at(), step.action());
        step.evidence().forEach(use -> known(step.at(), "Handlingen", use.evidence(), knowledge.evidence().keySet()));
        step.channels().stream().filter(channel -> channel.phoneOf() != null).forEach(channel -> {
            if (known(step.at(), "Myndigheten", channel.phoneOf(), knowledge.organisations().keySet())
                    && knowledge.organisations().get(channel.phoneOf()).phone() == null) {
                problems.error(step.at(), "'" + channel.phoneOf() + "' har inget telefonnummer", "Skriv numret med källa i organisation.yaml, eller ta bort kanalen.");
            }
        });
        step.after().forEach(before -> {
            if (before.contains("/")) {
                known(step.at(), "Steget", before, stepIds());
            } else if (service.step(service.id() + "/" + before).isEmpty()) {
                known(step.at(), "Tjänsten eller steget", before,
                        Stream.concat(knowledge.services().keySet().stream(), service.steps().stream().map(each -> each.id().substring(service.id().length() + 1))).toList());
            }
        });
        var deadline = step.deadline();
        if (deadline != null && deadline.from() != null
                && known(step.at(), "Uppgiften", deadline.from(), knowledge.facts().keySet())
                && knowledge.facts().get(deadline.from()).type() != FactDefinition.Type.DATE) {
            problems.error(step.at(), "Tidsgränsen räknas från '" + deadline.from() + "' som inte är ett datum", "Välj en uppgift av typen date.");
        }
        if (step.when() != null) {
            var local = step.id().substring(service.id().length() + 1);
            var named = service.cases().stream().filter(each -> each.steps() != null).toList();
            if (named.stream().noneMatch(each -> each.steps().contains(local)) || named.stream().allMatch(each -> each.steps().contains(local))) {
                problems.error(step.at(), "Steget '" + local + "' har villkor men inte ett fall med och ett fall utan det",
                        "Skriv två fall med 'steps:', ett där steget är med och ett där det inte är det.");
            }
        }
    }

    private void cases(PublicService service) {
        var requirements = service.requirements().stream().collect(Collectors.toMap(PublicService.Requirement::id, each -> each, (a, _) -> a, LinkedHashMap::new));
        for (var each : service.cases()) {
            if (each.requirement() != null) {
                known(each.at(), "Kravet", each.requirement(), requirements.keySet());
            }
            if (each.steps() != null) {
                each.steps().forEach(step -> known(each.at(), "Steget", service.id() + "/" + step, service.steps().stream().map(PublicService.Step::id).toList()));
            }
            each.asks().forEach(fact -> known(each.at(), "Uppgiften", fact, knowledge.facts().keySet()));
            each.given().forEach((subject, facts) -> facts.keySet().forEach(fact -> ofKind(each.at(), fact, subject.kind())));
        }
        for (var requirement : service.conditional()) {
            if (service.cases().stream().noneMatch(each -> shows(each, requirement, service, ServiceCase.Expectation.MET))) {
                problems.error(requirement.at(), "Kravet '" + requirement.id() + "' har inget fall där det är uppfyllt", "Skriv ett fall med 'expect: MET'.");
            }
            if (service.cases().stream().noneMatch(each -> shows(each, requirement, service, ServiceCase.Expectation.NOT_MET))) {
                problems.error(requirement.at(), "Kravet '" + requirement.id() + "' har inget fall där det inte är uppfyllt",
                        "Skriv ett fall med 'requirement: " + requirement.id() + "' och 'expect: NOT_MET'.");
            }
            if (service.cases().stream().noneMatch(each -> shows(each, requirement, service, ServiceCase.Expectation.UNKNOWN))) {
                problems.warning(requirement.at(), "Kravet '" + requirement.id() + "' har inget fall där det är okänt", "Skriv ett fall med 'expect: UNKNOWN'.");
            }
        }
    }

    private static boolean shows(ServiceCase each, PublicService.Requirement requirement, PublicService service, ServiceCase.Expectation outcome) {
        if (each.expect() != outcome) {
            return false;
        }
        if (each.requirement() != null) {
            return each.requirement().equals(requirement.id());
        }
        return outcome == ServiceCase.Expectation.MET
                ? each.on() == null || requirement.validity().includes(each.on())
                : service.conditional().size() == 1;
    }

    private void event(LifeEvent event) {
        if (event.phrases().values().stream().allMatch(List::isEmpty)) {
            problems.error(event.at(), "Livshändelsen har inga fraser", "Skriv 'phrases:' med det människor skriver när det har hänt.");
        }
        event.services().forEach(entry -> known(event.at(), "Tjänsten", entry.service(), knowledge.services().keySet()));
        if (event.services().isEmpty()) {
            problems.error(event.at(), "Livshändelsen har inga tjänster", "Skriv 'services:'.");
        }
        event.states().forEach((subject, facts) -> facts.keySet().forEach(fact -> ofKind(event.at(), fact, subject.kind())));
    }

    private void ofKind(Position at, String fact, Subject.Kind kind) {
        var definition = knowledge.facts().get(fact);
        if (definition != null && !definition.of().contains(kind)) {
            problems.error(at, "'" + fact + "' kan inte gälla " + kind.id(),
                    "Den gäller " + definition.of().stream().map(Subject.Kind::id).sorted().collect(Collectors.joining(", ")) + ".");
        }
    }

    private void fact(FactDefinition fact) {
        var at = factLines.get(fact.id());
        switch (fact.derivation()) {
            case null -> { }
            case FactDefinition.Derivation.AgeInYears age -> dateFact(at, age.dateFact());
            case FactDefinition.Derivation.AgeInMonths age -> dateFact(at, age.dateFact());
            case FactDefinition.Derivation.RegionOf region -> known(at, "Uppgiften", region.municipalityFact(), knowledge.facts().keySet());
            case FactDefinition.Derivation.When when -> condition(at, when.condition());
        }
        if (fact.min() != null && fact.max() != null && fact.min() > fact.max()) {
            problems.error(at, "'min' är större än 'max'", "Byt plats på dem.");
        }
    }

    private void dateFact(Position at, String fact) {
        if (known(at, "Uppgiften", fact, knowledge.facts().keySet()) && knowledge.facts().get(fact).type() != FactDefinition.Type.DATE) {
            problems.error(at, "Åldern räknas från '" + fact + "' som inte är ett datum", "Välj en uppgift av typen date.");
        }
    }

    private void organisation(PublicOrganisation organisation) {
        if (organisation.municipality() != null) {
            known(organisation.at(), "Kommunen", organisation.municipality(), knowledge.places().municipalities().keySet());
        }
        if (organisation.region() != null) {
            known(organisation.at(), "Regionen", organisation.region(), knowledge.places().regions().keySet());
        }
    }

    private void evidence() {
        var asked = knowledge.services().values().stream().flatMap(service -> service.steps().stream())
                .flatMap(step -> step.evidence().stream()).map(PublicService.EvidenceUse::evidence).collect(Collectors.toSet());
        for (var evidence : knowledge.evidence().values()) {
            if (!asked.contains(evidence.id())) {
                problems.error(evidence.at(), "Ingen frågar efter handlingen '" + evidence.id() + "'", "Ta bort den, eller nämn den i ett steg.");
            }
            if (evidence.issuedBy() != null) {
                known(evidence.at(), "Tjänsten", evidence.issuedBy(), knowledge.services().keySet());
            }
            condition(evidence.at(), evidence.lackedWhen());
        }
    }

    private void layers() {
        knowledge.localLayers().values().stream().flatMap(each -> each.values().stream()).forEach(layer -> {
            if (known(layer.at(), "Myndigheten", layer.organisation(), knowledge.organisations().keySet())) {
                var base = knowledge.services().get(layer.service());
                var role = knowledge.organisations().get(layer.organisation()).role();
                if (base != null && !base.authority().equals(role)) {
                    problems.error(layer.at(), "'" + layer.organisation() + "' har inte hand om '" + layer.service() + "'", "Den tjänsten hör till " + base.authority() + ".");
                }
            }
        });
    }

    private void levels() {
        duplicates(new Position("_shared/offices/levels.yaml", 1), "Raden", knowledge.serviceLevels().stream().map(ServiceLevel::id).toList());
        for (var level : knowledge.serviceLevels()) {
            known(level.at(), "Myndigheten", level.authority(), knowledge.organisations().keySet());
            if (level.office() != null) {
                known(level.at(), "Kontoret", level.office(), knowledge.offices().keySet());
            }
        }
    }

    private void crises() {
        for (var crisis : knowledge.crises()) {
            known(crisis.at(), "Myndigheten", crisis.contact().authority(), knowledge.organisations().keySet());
            crisis.also().forEach(contact -> known(crisis.at(), "Myndigheten", contact.authority(), knowledge.organisations().keySet()));
        }
    }

    private void patterns() {
        for (var pattern : knowledge.factPatterns()) {
            if (known(pattern.at(), "Uppgiften", pattern.fact(), knowledge.facts().keySet())) {
                ofKind(pattern.at(), pattern.fact(), pattern.subject());
            }
        }
    }

    private void condition(Position at, Condition condition) {
        if (condition == null) {
            return;
        }
        Condition.tests(condition, test -> {
            if (test.about() != null) {
                ofKind(at, test.fact(), test.about());
            }
            Stream.of(test.test()).forEach(operator -> {
                switch (operator) {
                    case Condition.Operator.AtLeast(Condition.Amount.OfParameter amount) -> known(at, "Beloppet", amount.parameter(), knowledge.parameters().keySet());
                    case Condition.Operator.AtMost(Condition.Amount.OfParameter amount) -> known(at, "Beloppet", amount.parameter(), knowledge.parameters().keySet());
                    default -> { }
                }
            });
        });
    }

    private void amounts(Position at, LocalText text) {
        if (text == null) {
            return;
        }
        text.byLanguage().values().forEach(each -> InForce.AMOUNT.matcher(each).results()
                .forEach(match -> known(at, "Beloppet", match.group(1), knowledge.parameters().keySet())));
    }

    private void duplicates(Position at, String kind, List<String> ids) {
        var seen = new HashSet<String>();
        ids.stream().filter(id -> !seen.add(id)).forEach(id -> problems.error(at, kind + " '" + id + "' står två gånger", "Ge dem olika id."));
    }

    private boolean known(Position at, String kind, String id, Collection<String> ids) {
        if (ids.contains(id)) {
            return true;
        }
        if (id != null && !id.isEmpty()) {
            problems.unknown(at, kind, id, ids);
        }
        return false;
    }

    private Set<String> stepIds() {
        return knowledge.services().values().stream().flatMap(service -> service.steps().stream()).map(PublicService.Step::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void circles() {
        var stepsAfter = new LinkedHashMap<String, Set<String>>();
        var stepLines = new LinkedHashMap<String, Position>();
        for (var service : knowledge.services().values()) {
            for (var step : service.steps()) {
                stepLines.put(step.id(), step.at());
                stepsAfter.put(step.id(), step.after().stream().flatMap(before -> StepOrder.stepsMeant(knowledge, service, before)).collect(Collectors.toCollection(LinkedHashSet::new)));
            }
        }
        circles(stepsAfter, stepLines, "Stegen kommer efter varandra i en cirkel: ", "Ta bort ett 'after:' i cirkeln.");

        var derived = new LinkedHashMap<String, Set<String>>();
        for (var fact : knowledge.facts().values()) {
            var needs = new LinkedHashSet<String>();
            if (fact.derivation() instanceof FactDefinition.Derivation.When when) {
                Condition.tests(when.condition(), test -> needs.add(test.fact()));
            }
            derived.put(fact.id(), needs);
        }
        circles(derived, factLines, "Uppgifterna följer av varandra i en cirkel: ", "Ta bort en av härledningarna.");

        var replaced = new LinkedHashMap<String, Set<String>>();
        var serviceLines = new LinkedHashMap<String, Position>();
        knowledge.services().values().forEach(service -> {
            replaced.put(service.id(), new LinkedHashSet<>(service.replaces()));
            serviceLines.put(service.id(), service.at());
        });
        circles(replaced, serviceLines, "Tjänsterna ersätter varandra i en cirkel: ", "Ta bort ett 'replaces:' i cirkeln.");
    }

    /// Removes, again and again, whatever waits for nothing; what is left goes in a circle.
    private void circles(Map<String, Set<String>> edges, Map<String, Position> lines, String what, String todo) {
        var left = new LinkedHashMap<String, Set<String>>();
        edges.forEach((id, to) -> left.put(id, to.stream().filter(edges::containsKey).collect(Collectors.toCollection(LinkedHashSet::new))));
        var free = new ArrayDeque<>(left.keySet().stream().filter(id -> left.get(id).isEmpty()).toList());
        while (!free.isEmpty()) {
            var id = free.poll();
            left.remove(id);
            left.forEach((other, to) -> {
                if (to.remove(id) && to.isEmpty()) {
                    free.add(other);
                }
            });
        }
        if (!left.isEmpty()) {
            var path = new LinkedHashSet<String>();
            var id = left.keySet().iterator().next();
            while (path.add(id)) {
                id = left.get(id).stream().filter(left::containsKey).findFirst().orElseThrow();
            }
            var start = id;
            var circle = path.stream().dropWhile(each -> !each.equals(start)).toList();
            problems.error(lines.get(circle.getFirst()), what + String.join(" → ", circle) + " → " + start, todo);
        }
    }
}
