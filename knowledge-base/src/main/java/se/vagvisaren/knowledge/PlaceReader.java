package se.vagvisaren.knowledge;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/// Reads the tables of places and offices.
final class PlaceReader {

    static final String COUNTIES = "_shared/places/counties.csv";
    static final String MUNICIPALITIES = "_shared/places/municipalities.csv";
    static final String POSTAL_CODES = "_shared/places/postal-codes.csv";
    static final String OTHER_NAMES = "_shared/places/other-names.csv";
    static final String OFFICES = "_shared/offices/service-offices.csv";
    static final Set<String> ALL = Set.of(COUNTIES, MUNICIPALITIES, POSTAL_CODES, OTHER_NAMES, OFFICES);

    private static final CSVFormat TABLE = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    /// @param line the row's last line in the file
    private record Row(CSVRecord cells, int line) {
        String get(String column) {
            return cells.get(column);
        }
    }

    private final Map<String, ContentFile> tables;
    private final CommonReader common;
    private final Problems problems;

    PlaceReader(Map<String, ContentFile> tables, CommonReader common, Problems problems) {
        this.tables = tables;
        this.common = common;
        this.problems = problems;
    }

    Places places() {
        var regions = new LinkedHashMap<String, Places.Region>();
        for (var row : rows(COUNTIES, "county_code", "county_name", "region_id", "region_name")) {
            var region = new Places.Region(row.get("region_id"), row.get("region_name"), row.get("county_code"),
                    row.get("county_name"));
            once(COUNTIES, row, IdKind.REGION, region.id(), regions.putIfAbsent(region.id(), region));
        }
        var municipalities = new LinkedHashMap<String, Places.Municipality>();
        for (var row : rows(MUNICIPALITIES, "municipality_code", "municipality_name", "municipality_name_short",
                "county_code", "region_id")) {
            var municipality = new Places.Municipality(row.get("municipality_code"), row.get("municipality_name"),
                    row.get("municipality_name_short"), row.get("county_code"), row.get("region_id"));
            known(MUNICIPALITIES, row, IdKind.REGION, municipality.region(), regions.keySet());
            if (!municipality.code().matches("\\d{4}")) {
                problems.error(at(MUNICIPALITIES, row), "'" + municipality.code() + "' är ingen kommunkod",
                        "Skriv fyra siffror, även en nolla först.");
            }
            once(MUNICIPALITIES, row, IdKind.MUNICIPALITY, municipality.code(),
                    municipalities.putIfAbsent(municipality.code(), municipality));
        }
        var postal = new LinkedHashMap<String, Places.PostalCode>();
        for (var row : rows(POSTAL_CODES, "postal_code", "locality", "municipality_code")) {
            known(POSTAL_CODES, row, IdKind.MUNICIPALITY, row.get("municipality_code"), municipalities.keySet());
            postal.put(row.get("postal_code"), new Places.PostalCode(row.get("postal_code"), row.get("locality"),
                    row.get("municipality_code")));
        }
        var otherNames = new LinkedHashMap<String, String>();
        for (var row : rows(OTHER_NAMES, "name", "language", "municipality_code")) {
            known(OTHER_NAMES, row, IdKind.MUNICIPALITY, row.get("municipality_code"), municipalities.keySet());
            otherNames.put(row.get("name").toLowerCase(Locale.ROOT), row.get("municipality_code"));
        }
        return new Places(municipalities, regions, postal, otherNames);
    }

    Map<String, ServiceOffice> offices(Set<String> organisations, Places places) {
        var offices = new LinkedHashMap<String, ServiceOffice>();
        for (var row : rows(OFFICES, "office_id", "name", "municipality_code", "place", "street_address",
                "opening_hours", "agencies", "colocated_municipality", "video_meetings", "status", "status_date",
                "source_url", "source_date", "last_seen_open", "evidence", "stale", "notes")) {
            var agencies = Arrays.stream(row.get("agencies").split(";")).filter(each -> !each.isBlank()).toList();
            agencies.forEach(agency -> known(OFFICES, row, IdKind.ORGANISATION, agency, organisations));
            known(OFFICES, row, IdKind.MUNICIPALITY, row.get("municipality_code"), places.municipalities().keySet());
            common.isUrl(at(OFFICES, row), row.get("source_url"));
            var source = new Source(row.get("source_url"),
                    common.sourceDate(at(OFFICES, row), row.get("source_date")), false, null);
            var office = new ServiceOffice(row.get("office_id"), row.get("name"), row.get("municipality_code"),
                    row.get("place"), row.get("street_address"), row.get("opening_hours"), agencies,
                    row.get("colocated_municipality"), row.get("video_meetings"), row.get("status"),
                    row.get("status_date"), source, row.get("last_seen_open"), row.get("evidence"),
                    Boolean.parseBoolean(row.get("stale")), row.get("notes"));
            once(OFFICES, row, IdKind.OFFICE, office.id(), offices.putIfAbsent(office.id(), office));
        }
        return offices;
    }

    private void known(String file, Row row, IdKind kind, String id, Set<String> ids) {
        if (!ids.contains(id)) {
            problems.unknown(at(file, row), kind, id, ids);
        }
    }

    private void once(String file, Row row, IdKind kind, String id, Object earlier) {
        if (earlier != null) {
            problems.error(at(file, row), kind.noun + " '" + id + "' finns redan", "Ta bort den ena raden.");
        }
    }

    private List<Row> rows(String file, String... columns) {
        var text = tables.containsKey(file) ? tables.get(file).text(problems) : null;
        if (text == null) {
            return List.of();
        }
        try (var parser = TABLE.parse(new StringReader(text))) {
            var missing = Arrays.stream(columns).filter(column -> !parser.getHeaderMap().containsKey(column)).toList();
            if (!missing.isEmpty()) {
                problems.unreadable(new Position(file, 1), "Kolumner saknas: " + String.join(", ", missing),
                        "Skriv dem i första raden.");
                return List.of();
            }
            var rows = parser.stream().map(cells -> new Row(cells, (int) parser.getCurrentLineNumber())).toList();
            rows.stream().filter(row -> !row.cells.isConsistent()).forEach(row -> problems.unreadable(at(file, row),
                    "Raden har inte lika många fält som första raden", "Sätt fält med komma i citattecken."));
            return rows.stream().filter(row -> row.cells.isConsistent()).toList();
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException malformed) {
            problems.unreadable(new Position(file, 1), "Tabellen går inte att läsa",
                    "Spara den som kommaseparerad UTF-8.");
            return List.of();
        }
    }

    private static Position at(String file, Row row) {
        return new Position(file, row.line);
    }
}
