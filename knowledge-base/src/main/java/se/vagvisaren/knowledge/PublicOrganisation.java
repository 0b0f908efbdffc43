package se.vagvisaren.knowledge;

import java.util.List;
import java.util.Map;

/// An authority or another body that visitors are sent to (CPSV-AP PublicOrganisation).
///
/// @param role         general id of the role that this is a local holder of (`kommunen`), or null
/// @param municipality code of the municipality whose role this holds, or null
/// @param region       id of the region whose role this holds, or null
/// @param phone        number as printed in the source, or null
/// @param source       where address and number were read; null when it has neither
public record PublicOrganisation(String id, LocalText name, Kind kind, String role, String municipality, String region,
                                 Map<String, List<String>> everydayNames, String website, String phone,
                                 String phoneNote, Source source, Position at) {

    /// What kind of body it is.
    public enum Kind { STATE, MUNICIPALITY, REGION, COURT, FUND, CHURCH, SUPPORT, OTHER }
}
