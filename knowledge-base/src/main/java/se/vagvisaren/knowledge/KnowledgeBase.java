package se.vagvisaren.knowledge;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/// All that is known. Immutable; every id in it resolves.
///
/// @param localLayers by base service id, then organisation id
public record KnowledgeBase(Map<String, PublicOrganisation> organisations, Map<String, PublicService> services,
                            Map<String, LifeEvent> lifeEvents, Map<String, FactDefinition> facts,
                            Map<String, Evidence> evidence, Map<String, Parameter> parameters,
                            Map<String, Map<String, LocalLayer>> localLayers, Map<String, ServiceOffice> offices,
                            List<ServiceLevel> serviceLevels, List<Crisis> crises, List<FactPattern> factPatterns,
                            Places places) {

    /// The role ids that local holders fill.
    public static final String MUNICIPALITY_ROLE = "kommunen";
    public static final String REGION_ROLE = "regionen";

    /// A knowledge base that nobody can change, in the order of what it is given.
    public KnowledgeBase {
        organisations = Collections.unmodifiableMap(organisations);
        services = Collections.unmodifiableMap(services);
        lifeEvents = Collections.unmodifiableMap(lifeEvents);
        facts = Collections.unmodifiableMap(facts);
        evidence = Collections.unmodifiableMap(evidence);
        parameters = Collections.unmodifiableMap(parameters);
        localLayers = Collections.unmodifiableMap(localLayers);
        offices = Collections.unmodifiableMap(offices);
    }

    /// What is in force that day: services, rules and desk levels that are valid, and amounts with that day's value.
    public KnowledgeBase asOf(LocalDate day) {
        return InForce.on(day, this);
    }

    /// The first days on which something changes: between two of them every [#asOf(LocalDate)] is the same.
    public NavigableSet<LocalDate> changes() {
        var days = new TreeSet<LocalDate>();
        for (var service : services.values()) {
            boundaries(service.validity(), days);
            service.requirements().forEach(requirement -> boundaries(requirement.validity(), days));
        }
        serviceLevels.forEach(level -> boundaries(level.validity(), days));
        parameters.values().forEach(parameter -> parameter.values().forEach(value -> days.add(value.from())));
        return days;
    }

    private static void boundaries(Validity validity, NavigableSet<LocalDate> days) {
        if (validity.from() != null) {
            days.add(validity.from());
        }
        if (validity.to() != null) {
            days.add(validity.to().plusDays(1));
        }
    }

    /// Who holds an organisation id for somebody who lives in that municipality: the municipality or region itself
    /// where the id is their role, otherwise the organisation.
    ///
    /// @param municipality four-digit code, or null when not known: then a role stays the role
    public PublicOrganisation holder(String authority, String municipality) {
        var general = organisations.get(authority);
        if (municipality == null) {
            return general;
        }
        return switch (authority) {
            case MUNICIPALITY_ROLE ->
                    places.municipality(municipality).map(this::municipalityAsOrganisation).orElse(general);
            case REGION_ROLE -> places.regionOf(municipality).map(this::regionAsOrganisation).orElse(general);
            default -> general;
        };
    }

    private PublicOrganisation municipalityAsOrganisation(Places.Municipality municipality) {
        return organisations.values().stream()
                .filter(local -> municipality.code().equals(local.municipality())).findFirst()
                .orElseGet(() -> unknownLocal(slug(municipality.name()), municipality.name(),
                        PublicOrganisation.Kind.MUNICIPALITY, MUNICIPALITY_ROLE, municipality.code(), null));
    }

    private PublicOrganisation regionAsOrganisation(Places.Region region) {
        return organisations.values().stream().filter(local -> region.id().equals(local.region())).findFirst()
                .orElseGet(() -> unknownLocal(region.id(), region.name(), PublicOrganisation.Kind.REGION, REGION_ROLE,
                        null, region.id()));
    }

    private PublicOrganisation unknownLocal(String id, String name, PublicOrganisation.Kind kind, String role,
                                            String municipality, String region) {
        var general = organisations.get(role);
        return new PublicOrganisation(id, LocalText.swedish(name), kind, role, municipality, region, Map.of(), null,
                null, null, general.source(), general.at());
    }

    private static String slug(String name) {
        return Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD).replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-");
    }

    /// The steps of a service for somebody who lives in that municipality: the local layer's where there is one.
    public List<PublicService.Step> steps(PublicService service, PublicOrganisation holder) {
        var layer = layer(service.id(), holder);
        if (layer.isEmpty()) {
            return service.steps();
        }
        var steps = new ArrayList<PublicService.Step>();
        service.steps().forEach(step -> steps.add(layer.get().steps().getOrDefault(step.id(), step)));
        return steps;
    }

    /// The local layer of a service at that holder, if there is one.
    public Optional<LocalLayer> layer(String service, PublicOrganisation holder) {
        return Optional.ofNullable(localLayers.getOrDefault(service, Map.of()).get(holder.id()));
    }
}
