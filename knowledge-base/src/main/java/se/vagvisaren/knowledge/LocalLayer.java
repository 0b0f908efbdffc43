package se.vagvisaren.knowledge;

import java.util.Map;

/// What one municipality or region says otherwise than the base text of a service.
///
/// @param service      the base service
/// @param organisation the local holder
/// @param steps        by full step id, the step as it is there
/// @param cost         the local cost, or null
public record LocalLayer(String service, String organisation, Map<String, PublicService.Step> steps, LocalText cost,
                         Source source, Position at) {
}
