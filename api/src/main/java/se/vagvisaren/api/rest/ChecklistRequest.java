package se.vagvisaren.api.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// What one may ask; all of it optional but one of `text`, `lifeEvents` and `services`.
///
/// @param text         what the visitor wrote
/// @param language     the reader's language, a BCP 47 tag
/// @param lifeEvents   events chosen, by id
/// @param services     services chosen, by id
/// @param facts        answers given, by subject and fact, each in the fact's own JSON type
/// @param unknownFacts questions answered with "I don't know", by subject
/// @param office       the service office at which it is asked
/// @param date         the day on which it is asked; today when left out
/// @param audience     whether a person or a company asks
@Schema(additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record ChecklistRequest(String text, String language, List<String> lifeEvents, List<String> services,
                        Map<String, Map<String, Object>> facts, Map<String, List<String>> unknownFacts, String office,
                        LocalDate date, @Schema(allowableValues = {"individual", "company"}) String audience) {
}
