package se.vagvisaren.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.vagvisaren.knowledge.Fixture.*;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a file must be before one looks at what it says.
class ContentFilesTest {

    private static final String GENERAL = "Raden går inte att läsa som YAML. Se efter indrag, kolon, citattecken och "
            + "hakparenteser på raden och den före.";

    @Test
    void a_file_that_is_no_UTF_8_is_refused() {
        content().with(NAME, content().text(NAME).getBytes(StandardCharsets.ISO_8859_1))
                .says(NAME, "id:", "Filen är inte skriven i UTF-8. Spara den som UTF-8.");
        content().with(MUNICIPALITIES, content().text(MUNICIPALITIES).getBytes(StandardCharsets.ISO_8859_1))
                .says(MUNICIPALITIES, "municipality_code", "Filen är inte skriven i UTF-8. Spara den som UTF-8.");
    }

    @Test
    void a_mark_that_an_editor_puts_before_the_text_does_no_harm() {
        assertThat(content().with(NAME, "\uFEFF" + content().text(NAME))
                .with(MUNICIPALITIES, "\uFEFF" + content().text(MUNICIPALITIES)).problems()).isEmpty();
    }

    @Test
    void an_empty_file_is_refused() {
        for (var empty : new String[] {"", "\n", "# bara en kommentar\n"}) {
            assertThat(content().with(CERTIFICATE, empty).problems()).containsExactly(
                    CERTIFICATE + ":1: Filen är tom. Skriv innehållet eller ta bort filen.");
        }
    }

    @Test
    void a_tab_is_reported_on_its_line() {
        changed(NAME, "\nname: Anmäla", "\n\tname: Anmäla").says(NAME, "\tname: Anmäla",
                "Raden går inte att läsa som YAML. Byt tabbarna mot mellanslag.");
    }

    @Test
    void a_second_colon_is_reported_on_its_line() {
        changed(NAME, "cost: Gratis.", "cost: Gratis: inget.").says(NAME, "cost: Gratis",
                "Raden går inte att läsa som YAML. Sätt en text med kolon i citattecken, eller rätta indraget.");
    }

    @Test
    void a_quote_that_is_never_closed_is_reported_where_it_begins() {
        changed(NAME, "name: Vet vi inget", "name: \"Vet vi inget").says(NAME, "name: \"Vet",
                "Raden går inte att läsa som YAML. Stäng citattecknet som börjar på raden.");
    }

    @Test
    void a_character_that_begins_no_text_is_reported_on_its_line() {
        changed(NAME, "cost: Gratis.", "cost: @gratis").says(NAME, "cost: @gratis",
                "Raden går inte att läsa som YAML. Sätt texten i citattecken.");
    }

    @Test
    void a_bracket_that_is_never_closed_is_reported() {
        changed(NAME, "lifeEvents: [fa-barn]", "lifeEvents: [fa-barn").says(NAME, "about: child", GENERAL);
    }

    @Test
    void a_wrong_indent_is_reported_on_its_line() {
        changed(NAME, "    desk: application", "   desk: application").says(NAME, "   desk: application", GENERAL);
    }

    @Test
    void anchors_and_aliases_are_refused() {
        var refused = "Ankare och alias (& och *) får inte användas. Skriv ut texten, eller sätt den i citattecken.";
        changed(NAME, "cost: Gratis.", "cost: &pris Gratis.").says(NAME, "cost:", refused);
        changed(NAME, "cost: Gratis.", "cost: *pris").says(NAME, "cost:", refused);
        changed(NAME, "source: {url: \"https://www.skatteverket.se/namn\"", "source: &k {url: \"https://x.se\"")
                .says(NAME, "source: &k", refused);
    }

    @Test
    void tags_are_refused() {
        changed(NAME, "cost: Gratis.", "cost: !!java.net.URL Gratis.").says(NAME, "cost:",
                "Taggar (!) får inte användas. Skriv bara värdet.");
    }

    @Test
    void a_second_document_in_a_file_is_refused() {
        content().with(CERTIFICATE, content().text(CERTIFICATE) + "---\nid: annat\n").says(CERTIFICATE, "id: annat",
                "Filen innehåller mer än ett dokument. Ta bort raden med bara '---'.");
    }

    @Test
    void a_key_written_twice_is_reported_where_it_stands_again() {
        var again = changed(NAME, "cost: Gratis.", "cost: Gratis.\nname: Ett annat namn");
        again.says(NAME, "name: Ett annat namn", "'name' står två gånger, först på rad 4. Ta bort den ena.");
    }

    @Test
    void content_that_is_nested_without_end_is_refused() {
        assertThat(content().with(CERTIFICATE, "id: " + "[".repeat(50) + "]".repeat(50)).problems()).containsExactly(
                CERTIFICATE + ":1: Innehållet är nästlat för djupt. Skriv det plattare.");
    }

    @Test
    void a_service_that_is_a_list_and_facts_that_are_no_list_are_refused() {
        content().with(CERTIFICATE, "- id: personbevis\n").says(CERTIFICATE, "- id",
                "Filen ska börja med fält. Börja med 'id: …'.");
        content().with(PATTERNS, "fact: har-namn\n").says(PATTERNS, "fact",
                "Filen ska vara en lista. Börja varje post med '- id: …'.");
        content().with(PATTERNS, "- har-namn\n").says(PATTERNS, "- har-namn",
                "Posten ska ha fält. Skriv '- id: …' och fälten under.");
    }

    @Test
    void a_file_where_nothing_is_read_is_reported() {
        content().with("skatteverket/service/nytt.yaml", "id: nytt\n").says("skatteverket/service/nytt.yaml", "id",
                "Filen ligger där inget läses. Lägg den i services/, documents/, parameters/ eller en annan mapp som "
                        + "formatet nämner.");
        content().with("_shared/places/counties2.csv", "a,b\n").says("_shared/places/counties2.csv", "a",
                "Tabellen läses inte. Menade du '_shared/places/counties.csv'?");
    }

    @Test
    void a_file_is_named_after_its_id() {
        content().without(CERTIFICATE).with("skatteverket/services/bevis.yaml", content().text(CERTIFICATE))
                .says("skatteverket/services/bevis.yaml", "id:",
                        "Filen heter 'bevis.yaml' men id är 'personbevis'. Ge dem samma namn.");
        content().without("kommun/malmo/services/forskola-plats.en.yaml").without(LAYER)
                .with("kommun/malmo/services/dagis.yaml", content().text(LAYER))
                .says("kommun/malmo/services/dagis.yaml", "extends:",
                        "Filen heter 'dagis.yaml' men extends är 'forskola-plats'. Ge dem samma namn.");
        changed(CRISIS, "id: fara", "id: faran").says(CRISIS, "id: faran",
                "Filen heter 'fara.yaml' men id är 'faran'. Ge dem samma namn.");
    }

    @Test
    void a_table_without_a_column_is_reported() {
        changed(MUNICIPALITIES, "county_code,region_id", "county_code,region").says(MUNICIPALITIES, "municipality_code",
                "Kolumner saknas: region_id. Skriv dem i första raden.");
    }

    @Test
    void a_row_with_another_number_of_fields_is_reported() {
        changed(MUNICIPALITIES, "1281,Lunds kommun,Lund,12,region-skane", "1281,Lunds kommun,Lund,12")
                .says(MUNICIPALITIES, "1281",
                        "Raden har inte lika många fält som första raden. Sätt fält med komma i citattecken.");
        changed(MUNICIPALITIES, "1281,Lunds kommun", "1281,Lunds, kommun").says(MUNICIPALITIES, "1281",
                "Raden har inte lika många fält som första raden. Sätt fält med komma i citattecken.");
    }

    @Test
    void a_table_with_an_open_quote_is_reported() {
        changed(MUNICIPALITIES, "1281,Lunds kommun", "1281,\"Lunds kommun").says(MUNICIPALITIES, "municipality_code",
                "Tabellen går inte att läsa. Spara den som kommaseparerad UTF-8.");
    }

    @Test
    void rows_of_a_table_name_what_there_is_and_stand_once() {
        changed(MUNICIPALITIES, "Lund,12,region-skane", "Lund,12,region-skåne").says(MUNICIPALITIES, "1281",
                "Regionen 'region-skåne' finns inte. Menade du 'region-skane'?");
        changed("_shared/places/postal-codes.csv", "22100,Lund,1281", "22100,Lund,1291")
                .says("_shared/places/postal-codes.csv", "22100",
                        "Kommunen '1291' finns inte. Menade du '1281'?");
        changed(OFFICES, "forsakringskassan;skatteverket", "forsakringskasan").says(OFFICES, "malmo-rosengard",
                "Myndigheten 'forsakringskasan' finns inte. Menade du 'forsakringskassan'?");
        changed(OFFICES, "named-open,false,\n",
                "named-open,false,\nmalmo-rosengard,B,1280,,,,,,,,,https://a.se,2026,,,,\n")
                .says(OFFICES, "malmo-rosengard,B", "Kontoret 'malmo-rosengard' finns redan. Ta bort den ena raden.");
        changed(MUNICIPALITIES, "0980,", "980,").says(MUNICIPALITIES, "980,",
                "'980' är ingen kommunkod. Skriv fyra siffror, även en nolla först.");
    }

    @Test
    void an_office_has_a_source_with_an_address_and_a_date() {
        changed(OFFICES, "https://www.statenssc.se/malmo", "statenssc").says(OFFICES, "malmo-rosengard",
                "'statenssc' är ingen webbadress. Skriv hela adressen med https://.");
        changed(OFFICES, "malmo,2026-01,", "malmo,2026-13,").says(OFFICES, "malmo-rosengard",
                "Källans datum '2026-13' går inte att läsa. Skriv 2026, 2026-03 eller 2026-03-01.");
    }

    @Test
    void a_table_has_a_source() {
        changed("_shared/offices/provenance.yaml", "service-offices.csv:", "kontor.csv:").says(OFFICES, "office_id",
                "varning: Tabellen har ingen källa. Skriv den i provenance.yaml bredvid tabellen.");
    }

    @Test
    void what_names_a_broken_file_is_not_blamed_for_it() {
        var broken = changed(CERTIFICATE, "reviewed: 2026-11-21", "reviewed: \"2026-11-21");

        broken.says(CERTIFICATE, "reviewed:",
                "Raden går inte att läsa som YAML. Stäng citattecknet som börjar på raden.");
    }

    @Test
    void all_problems_of_several_broken_files_come_at_once_by_file_and_line() {
        var broken = changed(NAME, "authority: skatteverket", "authority: skateverket")
                .change(NAME, "reviewed: 2026-11-21", "reviewed: 2026-11-31")
                .change(EVENT, "summary: Barnet", "sumary: Barnet").untranslated()
                .change(ALLOWANCE, "act: \"SFS 2010:110\"", "act: \"SFS 2010:111\"");

        assertThat(broken.problems()).containsExactly(
                EVENT + ":1: Fältet 'summary' saknas. Skriv till 'summary:'.",
                EVENT + ":4: Fältet 'sumary' känns inte igen. Menade du 'summary'?",
                ALLOWANCE + ":11: Lagen 'SFS 2010:111' finns inte. Menade du 'SFS 2010:110'?",
                NAME + ":2: Myndigheten 'skateverket' finns inte. Menade du 'skatteverket'?",
                broken.at(NAME, "reviewed:") + ": 'reviewed' är inte ett datum. Skriv det som 2026-11-21.");
        assertThat(broken.load().knowledge()).isEmpty();
        assertThatThrownBy(() -> broken.load().orThrow()).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Menade du 'skatteverket'?");
    }

    @Test
    void a_folder_is_read_with_its_yaml_and_csv_files_only(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("_schema"));
        Files.writeString(folder.resolve("_schema/service.schema.json"), "{}");
        Files.writeString(folder.resolve("README.md"), "text");
        Files.createDirectories(folder.resolve("b/services"));
        Files.writeString(folder.resolve("b/services/x.yaml"), "id: x");
        Files.writeString(folder.resolve("a.csv"), "a,b");

        assertThat(ContentFile.below(folder)).extracting(ContentFile::path)
                .containsExactly("a.csv", "b/services/x.yaml");
    }
}
