package se.vagvisaren.knowledge;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The municipalities, regions and postal codes of Sweden.
///
/// @param municipalities by four-digit code
/// @param regions        by region id
/// @param postalCodes    postal code of five digits to its locality and municipality
/// @param otherNames     what a municipality is called in other languages, as it stands in a text, in lower case, to its code
public record Places(Map<String, Municipality> municipalities, Map<String, Region> regions,
                     Map<String, PostalCode> postalCodes, Map<String, String> otherNames) {

    /// A municipality: `Malmö kommun`, in short `Malmö`.
    public record Municipality(String code, String name, String shortName, String county, String region) {
    }

    /// A region, with the county whose code it has.
    public record Region(String id, String name, String county, String countyName) {
    }

    /// A postal code's locality and municipality.
    public record PostalCode(String code, String locality, String municipality) {
    }

    public Places {
        municipalities = new LinkedHashMap<>(municipalities);
        regions = new LinkedHashMap<>(regions);
        postalCodes = Map.copyOf(postalCodes);
        otherNames = Map.copyOf(otherNames);
    }

    /// The municipality with that code.
    public Optional<Municipality> municipality(String code) {
        return Optional.ofNullable(municipalities.get(code));
    }

    /// The region of a municipality.
    public Optional<Region> regionOf(String municipality) {
        return municipality(municipality).map(found -> regions.get(found.region()));
    }
}
