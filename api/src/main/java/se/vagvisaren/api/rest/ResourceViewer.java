package se.vagvisaren.api.rest;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.vagvisaren.api.view.ChecklistView;
import se.vagvisaren.api.view.Names;
import se.vagvisaren.api.view.Texts;
import se.vagvisaren.knowledge.Evidence;
import se.vagvisaren.knowledge.FactDefinition;
import se.vagvisaren.knowledge.KnowledgeBase;
import se.vagvisaren.knowledge.LifeEvent;
import se.vagvisaren.knowledge.LocalText;
import se.vagvisaren.knowledge.Places;
import se.vagvisaren.knowledge.PublicOrganisation;
import se.vagvisaren.knowledge.PublicService;
import se.vagvisaren.knowledge.ServiceOffice;
import se.vagvisaren.knowledge.Source;
import se.vagvisaren.knowledge.Subject;

/// Writes out what is known in a reader's language.
final class ResourceViewer {

    private final KnowledgeBase knowledge;
    private final String language;

    ResourceViewer(KnowledgeBase knowledge, String language) {
        this.knowledge = knowledge;
        this.language = language;
    }

    ResourceView.LifeEvent lifeEvent(LifeEvent event) {
        var services = event.services().stream().map(entry -> new ResourceView.Entry(entry.service(),
                text(knowledge.services().get(entry.service()).name()), Names.of(entry.show()))).toList();
        return new ResourceView.LifeEvent(event.id(), text(event.name()), Names.of(event.audience()),
                text(event.summary()), services);
    }

    ResourceView.Service service(PublicService service) {
        var facts = service.facts();
        var authority = knowledge.organisations().get(service.authority());
        return new ResourceView.Service(service.id(), text(service.name()), inLanguage(service.everydayNames()),
                text(service.summary()), Names.of(service.audience()),
                new ChecklistView.Named(authority.id(), text(authority.name())), service.lifeEvents(),
                service.about().id(), service.requirements().stream().map(this::requirement).toList(),
                service.steps().stream().map(this::step).toList(),
                text(facts.cost()), text(facts.processingTime()),
                ChecklistView.Appeal.of(facts, language),
                text(facts.representation()), text(facts.withoutEid()), service.validity().from(),
                service.validity().to(), source(service.source()), service.reviewed(), service.nextReview());
    }

    private ResourceView.Requirement requirement(PublicService.Requirement requirement) {
        return new ResourceView.Requirement(requirement.id(), text(requirement.text()),
                ChecklistView.LegalBasis.of(requirement.law()), requirement.when() != null,
                requirement.validity().from(), requirement.validity().to(), source(requirement.source()));
    }

    private ResourceView.Step step(PublicService.Step step) {
        var channels = step.channels().stream()
                .map(channel -> ChecklistView.Channel.of(channel, knowledge, null, language)).toList();
        var documents = step.evidence().stream().map(ChecklistView.DocumentUse::of).toList();
        return new ResourceView.Step(step.id(), text(step.action()), Names.of(step.modality()), channels, documents,
                step.deadline() == null ? null : text(step.deadline().text()), text(step.ifMissed()));
    }

    ResourceView.Authority authority(PublicOrganisation organisation) {
        return new ResourceView.Authority(organisation.id(), text(organisation.name()), Names.of(organisation.kind()),
                organisation.role(), organisation.municipality(), organisation.region(), organisation.website(),
                organisation.phone(), organisation.phoneNote(), source(organisation.source()));
    }

    ResourceView.Document document(Evidence evidence) {
        return new ResourceView.Document(evidence.id(), text(evidence.name()),
                Objects.toString(evidence.maxAge(), null),
                text(evidence.howToGet()), evidence.issuedBy(), source(evidence.source()));
    }

    ResourceView.Office office(ServiceOffice office) {
        var address = filled(office.streetAddress());
        var hours = filled(office.openingHours());
        var historical = office.stale() && (address != null || hours != null)
                ? new ResourceView.Historical(address, hours, office.source().date()) : null;
        return new ResourceView.Office(office.id(), office.name(), office.municipality(), office.place(),
                office.status(), filled(office.statusDate()), filled(office.lastSeenOpen()), office.stale(),
                office.agencies(), office.colocated(), office.videoMeetings(),
                office.stale() ? null : address, office.stale() ? null : hours, historical,
                source(office.source()));
    }

    private static String filled(String cell) {
        return cell == null || cell.isBlank() ? null : cell;
    }

    ResourceView.Fact fact(FactDefinition fact) {
        var options = fact.type() == FactDefinition.Type.BOOLEAN ? ChecklistView.Option.yesOrNo(Texts.in(language))
                : fact.options().stream().map(each -> new ChecklistView.Option(each.value(), text(each.label())))
                .toList();
        return new ResourceView.Fact(fact.id(), fact.of().stream().sorted().map(Subject.Kind::id).toList(),
                Names.of(fact.type()), text(fact.label()), text(fact.question()), text(fact.why()), options, fact.min(),
                fact.max(), fact.personal(), fact.derivation() != null);
    }

    ResourceView.Municipality municipality(Places.Municipality municipality) {
        return new ResourceView.Municipality(municipality.code(), municipality.name(), municipality.shortName(),
                municipality.county(), municipality.region());
    }

    private static ResourceView.Source source(Source source) {
        return source == null ? null : new ResourceView.Source(source.url(), source.date(), source.confirmed());
    }

    private List<String> inLanguage(Map<String, List<String>> names) {
        return names.getOrDefault(language, names.getOrDefault(LocalText.SWEDISH, List.of()));
    }

    private String text(LocalText text) {
        return text == null ? null : text.in(language);
    }
}
