package se.vagvisaren.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.vagvisaren.knowledge.Condition;
import se.vagvisaren.knowledge.Evidence;
import se.vagvisaren.knowledge.FactDefinition;
import se.vagvisaren.knowledge.FactDefinition.Derivation;
import se.vagvisaren.knowledge.FactDefinition.Type;
import se.vagvisaren.knowledge.FactValue;
import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.knowledge.LegalResource;
import se.vagvisaren.knowledge.LocalLayer;
import se.vagvisaren.knowledge.LocalText;
import se.vagvisaren.knowledge.Parameter;
import se.vagvisaren.knowledge.Places;
import se.vagvisaren.knowledge.Position;
import se.vagvisaren.knowledge.PublicOrganisation;
import se.vagvisaren.knowledge.PublicOrganisation.Kind;
import se.vagvisaren.knowledge.PublicService;
import se.vagvisaren.knowledge.PublicService.DeskTask;
import se.vagvisaren.knowledge.PublicService.Modality;
import se.vagvisaren.knowledge.ServiceLevel;
import se.vagvisaren.knowledge.ServiceOffice;
import se.vagvisaren.knowledge.Source;
import se.vagvisaren.knowledge.Subject;
import se.vagvisaren.knowledge.Validity;

/// Small knowledge bases for tests. Facts are of the visitor, and services by Skatteverket, unless something else is
/// said.
final class KnowledgeBuilder {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    static final String MALMO = "1280";

    private static final Position AT = new Position("test.yaml", 1);
    private static final Source SOURCE = new Source("https://example.org", "2026-01-01", false, null);

    private final Map<String, PublicOrganisation> organisations = new LinkedHashMap<>();
    private final Map<String, PublicService> services = new LinkedHashMap<>();
    private final Map<String, FactDefinition> facts = new LinkedHashMap<>();
    private final Map<String, Evidence> evidence = new LinkedHashMap<>();
    private final Map<String, Map<String, LocalLayer>> layers = new HashMap<>();
    private final Map<String, ServiceOffice> offices = new LinkedHashMap<>();
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final List<ServiceLevel> levels = new ArrayList<>();

    KnowledgeBuilder() {
        organisation("skatteverket", Kind.STATE, null, null);
        organisation("polisen", Kind.STATE, null, null);
        organisation("forsakringskassan", Kind.STATE, null, null);
        organisation("kommunen", Kind.MUNICIPALITY, null, null);
        organisation("regionen", Kind.REGION, null, null);
        organisation("region-skane", Kind.REGION, "regionen", null);
        organisation("malmo-stad", Kind.MUNICIPALITY, "kommunen", MALMO);
        fact("kommun", Type.MUNICIPALITY);
    }

    private void organisation(String id, Kind kind, String role, String municipality) {
        organisations.put(id, new PublicOrganisation(id, LocalText.swedish(id), kind, role, municipality, null,
                Map.of(), null, null, null, SOURCE, AT));
    }

    KnowledgeBuilder fact(String id, Type type, Subject.Kind... of) {
        return derived(id, type, null, of);
    }

    /// Facts that are yes or no, of the visitor.
    KnowledgeBuilder flags(String... ids) {
        Arrays.stream(ids).forEach(id -> fact(id, Type.BOOLEAN));
        return this;
    }

    KnowledgeBuilder derived(String id, Type type, Derivation derivation, Subject.Kind... of) {
        Set<Subject.Kind> kinds = of.length == 0 ? Set.of(Subject.Kind.VISITOR) : Set.of(of);
        var text = LocalText.swedish(id);
        facts.put(id, new FactDefinition(id, kinds, type, text, text, text, text, text, List.of(), null, null, false,
                derivation));
        return this;
    }

    KnowledgeBuilder amount(String id, long value) {
        parameters.put(id, new Parameter(id, LocalText.swedish(id), "kr",
                List.of(new Parameter.Dated(TODAY.minusYears(1), value, null, SOURCE)), AT));
        return this;
    }

    KnowledgeBuilder document(String id, String issuedBy, Condition lackedWhen) {
        evidence.put(id, new Evidence(id, LocalText.swedish(id), null, null, issuedBy, lackedWhen, SOURCE, AT));
        return this;
    }

    KnowledgeBuilder office(String id, String status, String statusDate, String... agencies) {
        offices.put(id, new ServiceOffice(id, id, MALMO, "", "", "", List.of(agencies), "unknown", "unknown", status,
                statusDate, SOURCE, "", "", false, ""));
        return this;
    }

    KnowledgeBuilder agreement(String id, String office, String authority, DeskTask task, ServiceLevel.Scope scope) {
        levels.add(new ServiceLevel(id, office, authority, EnumSet.of(task), scope, LocalText.swedish("desk"), null,
                null, null, Validity.ALWAYS, SOURCE, AT));
        return this;
    }

    KnowledgeBuilder service(Service service) {
        services.put(service.id, service.build());
        return this;
    }

    /// Malmö's own wording of a step.
    KnowledgeBuilder inMalmo(String service, Step step) {
        var built = step.build(service);
        layers.computeIfAbsent(service, _ -> new HashMap<>()).put("malmo-stad",
                new LocalLayer(service, "malmo-stad", Map.of(built.id(), built), null, SOURCE, AT));
        return this;
    }

    KnowledgeBase build() {
        var places = new Places(
                Map.of(MALMO, new Places.Municipality(MALMO, "Malmö kommun", "Malmö", "12", "region-skane")),
                Map.of("region-skane", new Places.Region("region-skane", "Region Skåne", "12", "Skåne län")), Map.of(), Map.of());
        return new KnowledgeBase(organisations, services, Map.of(), facts, evidence, parameters, layers, offices, levels,
                List.of(), List.of(), places);
    }

    CompiledRules compile() {
        return RuleCompiler.compile(build().asOf(TODAY));
    }

    static Service service(String id) {
        return new Service(id);
    }

    static Step step(String id) {
        return new Step(id);
    }

    static Condition is(String fact, boolean value) {
        return test(fact, new Condition.Operator.Is(new FactValue.Flag(value)));
    }

    static Condition atLeast(String fact, long least) {
        return test(fact, new Condition.Operator.AtLeast(new Condition.Amount.Fixed(least)));
    }

    static Condition test(String fact, Condition.Operator operator) {
        return new Condition.Test(fact, null, operator);
    }

    static final class Service {

        private final String id;
        private final List<PublicService.Requirement> requirements = new ArrayList<>();
        private final List<PublicService.Step> steps = new ArrayList<>();
        private final List<PublicService.Misdirection> misdirections = new ArrayList<>();
        private List<String> replaces = List.of();
        private String authority = "skatteverket";
        private Subject.Kind about = Subject.Kind.VISITOR;

        private Service(String id) {
            this.id = id;
        }

        /// To be said before its rules.
        Service about(Subject.Kind kind) {
            about = kind;
            return this;
        }

        Service by(String organisation) {
            authority = organisation;
            return this;
        }

        Service rule(Condition when) {
            return rule(about, when);
        }

        Service rule(Subject.Kind kind, Condition when) {
            return rule(kind, when, Validity.ALWAYS);
        }

        Service rule(Subject.Kind kind, Condition when, Validity validity) {
            requirements.add(new PublicService.Requirement("regel-" + requirements.size(), LocalText.swedish("regel"),
                    new LegalResource("SFS 1", "", "", ""), validity, SOURCE, kind, when, null, AT));
            return this;
        }

        Service step(Step step) {
            steps.add(step.build(id));
            return this;
        }

        Service replaces(String... others) {
            replaces = List.of(others);
            return this;
        }

        Service misdirectedTo(String organisation) {
            misdirections.add(new PublicService.Misdirection(organisation, LocalText.swedish("inte där")));
            return this;
        }

        private PublicService build() {
            return new PublicService(id, authority, PublicService.Audience.INDIVIDUAL, LocalText.swedish(id), Map.of(),
                    LocalText.swedish(id), List.of(), about, requirements.isEmpty(), Map.of(), Validity.ALWAYS,
                    replaces, requirements, steps, new PublicService.Particulars(null, null, null, null, null, null),
                    misdirections, SOURCE, TODAY, TODAY, List.of(), Map.of(), AT);
        }
    }

    static final class Step {

        private final String id;
        private final List<PublicService.EvidenceUse> evidence = new ArrayList<>();
        private String action = "gör så här";
        private Modality modality = Modality.MUST;
        private DeskTask desk = DeskTask.APPLICATION;
        private Condition when;

        private Step(String id) {
            this.id = id;
        }

        Step when(Condition condition) {
            when = condition;
            return this;
        }

        Step action(String text) {
            action = text;
            return this;
        }

        Step automatic() {
            modality = Modality.AUTOMATIC;
            return this;
        }

        Step bring(String... documents) {
            return bringOneOf(null, documents);
        }

        Step bringOneOf(String group, String... documents) {
            Arrays.stream(documents).forEach(each -> evidence.add(new PublicService.EvidenceUse(each, true, group)));
            return this;
        }

        Step desk(DeskTask task) {
            desk = task;
            return this;
        }

        private PublicService.Step build(String service) {
            return new PublicService.Step(service + "/" + id, service, LocalText.swedish(action), modality, when,
                    List.of(), evidence, null, null, List.of(), desk, null, AT);
        }
    }
}
