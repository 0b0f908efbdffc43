package se.vagvisaren.knowledge;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/// Reads the tables of places and offices.
final class PlaceReader {

    private static final CSVFormat TABLE = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final Map<String, byte[]> tables;
    private final Problems problems;

    PlaceReader(Map<String, byte[]> tables, Problems problems) {
        this.tables = tables;
        this.problems = problems;
    }

    Places places() {
        var regions = new LinkedHashMap<String, Places.Region>();
        for (var row : rows("_shared/places/counties.csv", "county_code", "county_name", "region_id", "region_name")) {
            regions.put(row.get("region_id"), new Places.Region(row.get("region_id"), row.get("region_name"), row.get("county_code"), row.get("county_name")));
        }
        var municipalities = new LinkedHashMap<String, Places.Municipality>();
        for (var row : rows("_shared/places/municipalities.csv", "municipality_code", "municipality_name", "municipality_name_short", "county_code", "region_id")) {
            if (!regions.containsKey(row.get("region_id"))) {
                problems.unknown(at("_shared/places/municipalities.csv", row), "Regionen", row.get("region_id"), regions.keySet());
            }
            municipalities.put(row.get("municipality_code"), new Places.Municipality(row.get("municipality_code"), row.get("municipality_name"),
                    row.get("municipality_name_short"), row.get("county_code"), row.get("region_id")));
        }
        var postal = new LinkedHashMap<String, Places.PostalCode>();
        for (var row : rows("_shared/places/postal-codes.csv", "postal_code", "locality", "municipality_code")) {
            if (!municipalities.containsKey(row.get("municipality_code"))) {
                problems.unknown(at("_shared/places/postal-codes.csv", row), "Kommunen", row.get("municipality_code"), municipalities.keySet());
            }
            postal.put(row.get("postal_code"), new Places.PostalCode(row.get("postal_code"), row.get("locality"), row.get("municipality_code")));
        }
        return new Places(municipalities, regions, postal);
    }

    Map<String, ServiceOffice> offices(Set<String> organisations, Places places) {
        var file = "_shared/offices/service-offices.csv";
        var offices = new LinkedHashMap<String, ServiceOffice>();
        for (var row : rows(file, "office_id", "name", "municipality_code", "place", "street_address", "opening_hours", "agencies", "colocated_municipality",
                "video_meetings", "status", "status_date", "source_url", "source_date", "last_seen_open", "evidence", "stale", "notes")) {
            var agencies = Arrays.stream(row.get("agencies").split(";")).filter(each -> !each.isBlank()).toList();
            agencies.stream().filter(agency -> !organisations.contains(agency))
                    .forEach(agency -> problems.unknown(at(file, row), "Myndigheten", agency, organisations));
            if (places.municipality(row.get("municipality_code")).isEmpty()) {
                problems.unknown(at(file, row), "Kommunen", row.get("municipality_code"), places.municipalities().keySet());
            }
            var office = new ServiceOffice(row.get("office_id"), row.get("name"), row.get("municipality_code"), row.get("place"), row.get("street_address"),
                    row.get("opening_hours"), agencies, row.get("colocated_municipality"), row.get("video_meetings"), row.get("status"),
                    row.get("status_date"), new Source(row.get("source_url"), row.get("source_date").isEmpty() ? "1900" : row.get("source_date"), false, null),
                    row.get("last_seen_open"), row.get("evidence"), Boolean.parseBoolean(row.get("stale")), row.get("notes"));
            if (offices.putIfAbsent(office.id(), office) != null) {
                problems.error(at(file, row), "Kontoret '" + office.id() + "' finns redan", "Ta bort den ena raden.");
            }
        }
        return offices;
    }

    private List<CSVRecord> rows(String file, String... columns) {
        var bytes = tables.get(file);
        if (bytes == null) {
            return List.of();
        }
        try (var parser = TABLE.parse(new StringReader(new String(bytes, StandardCharsets.UTF_8)))) {
            var missing = Arrays.stream(columns).filter(column -> !parser.getHeaderMap().containsKey(column)).toList();
            if (!missing.isEmpty()) {
                problems.error(new Position(file, 1), "Kolumner saknas: " + String.join(", ", missing), "Skriv dem i första raden.");
                return List.of();
            }
            var rows = parser.getRecords();
            rows.stream().filter(row -> !row.isConsistent()).forEach(row -> problems.error(at(file, row),
                    "Raden har inte lika många fält som första raden", "Sätt fält med komma i citattecken."));
            return rows.stream().filter(CSVRecord::isConsistent).toList();
        } catch (IOException | UncheckedIOException | IllegalStateException malformed) {
            problems.error(new Position(file, 1), "Tabellen går inte att läsa", "Spara den som kommaseparerad UTF-8.");
            return List.of();
        }
    }

    private static Position at(String file, CSVRecord row) {
        return new Position(file, (int) row.getRecordNumber() + 1);
    }
}
