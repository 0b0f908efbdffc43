package se.vagvisaren.api.release;

/// A life event or service to choose while one types.
///
/// @param kind `life-event` or `service`
public record Suggestion(String kind, String id, String name) {
}
