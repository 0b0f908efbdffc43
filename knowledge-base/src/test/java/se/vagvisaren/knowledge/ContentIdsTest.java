package se.vagvisaren.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static se.vagvisaren.knowledge.Fixture.*;

import org.junit.jupiter.api.Test;

/// An id that is named must be there, and once.
class ContentIdsTest {

    @Test
    void an_unknown_service_is_reported_with_the_nearest_one() {
        changed(EVENT, "  - forskola-plats\n", "  - förskola-plats\n").says(EVENT, "  - förskola-plats",
                "Tjänsten 'förskola-plats' finns inte. Menade du 'forskola-plats'?");
        changed(EVENT, "{id: barnbidrag,", "{id: barnbidraget,").says(EVENT, "barnbidraget",
                "Tjänsten 'barnbidraget' finns inte. Menade du 'barnbidrag'?");
        changed(SUPPLEMENT, "replaces: [barnbidrag]", "replaces:\n  - tillagg2").says(SUPPLEMENT, "  - tillagg2",
                "Tjänsten 'tillagg2' finns inte. Menade du 'tillagg'?");
        changed(DOCUMENTS, "issuedBy: personbevis", "issuedBy: personbevisen").says(DOCUMENTS, "issuedBy",
                "Tjänsten 'personbevisen' finns inte. Menade du 'personbevis'?");
    }

    @Test
    void an_id_like_no_other_has_no_nearest_one() {
        changed(EVENT, "  - forskola-plats\n", "  - xyz\n").says(EVENT, "  - xyz",
                "Tjänsten 'xyz' finns inte. Rätta namnet eller lägg till det som saknas.");
    }

    @Test
    void an_unknown_fact_is_reported_with_the_nearest_one() {
        changed(NAME, "{fact: har-namn, is: false}", "{fact: har-nam, is: false}").says(NAME, "har-nam,",
                "Uppgiften 'har-nam' finns inte. Menade du 'har-namn'?");
        changed(NAME, "from: fodelsedatum", "from: fodelsedag").says(NAME, "from: fodelsedag",
                "Uppgiften 'fodelsedag' finns inte. Menade du 'fodelsedatum'?");
        changed(NAME, "asks: [har-namn]", "asks: [harnamn]").says(NAME, "asks:",
                "Uppgiften 'harnamn' finns inte. Menade du 'har-namn'?");
        changed(NAME, "{child/1: {har-namn: true}}", "{child/1: {namn: true}}").says(NAME, "{namn: true}",
                "Uppgiften 'namn' finns inte. Rätta namnet eller lägg till det som saknas.");
        changed(EVENT, "{alder-manader: 0}", "{alder-manad: 0}").says(EVENT, "states:",
                "Uppgiften 'alder-manad' finns inte. Menade du 'alder-manader'?");
        changed(FACTS, "{ageInYears: fodelsedatum}", "{ageInYears: fodelsedatumet}").says(FACTS, "fodelsedatumet",
                "Uppgiften 'fodelsedatumet' finns inte. Menade du 'fodelsedatum'?");
        changed(PATTERNS, "- fact: har-namn", "- fact: har-namm").says(PATTERNS, "har-namm",
                "Uppgiften 'har-namm' finns inte. Menade du 'har-namn'?");
    }

    @Test
    void an_unknown_document_is_reported_with_the_nearest_one() {
        changed(NAME, "{id: legitimation, form: original}", "{id: legitimasjon, form: original}")
                .says(NAME, "legitimasjon", "Handlingen 'legitimasjon' finns inte. Menade du 'legitimation'?");
    }

    @Test
    void an_unknown_organisation_is_reported_with_the_nearest_one() {
        changed(CERTIFICATE, "authority: skatteverket", "authority: skatteveket").says(CERTIFICATE, "authority",
                "Myndigheten 'skatteveket' finns inte. Menade du 'skatteverket'?");
        changed(NAME, "phone: skatteverket", "phone: skattverket").says(NAME, "phone: skattverket",
                "Myndigheten 'skattverket' finns inte. Menade du 'skatteverket'?");
        changed(NAME, "often: forsakringskassan", "often: forsakringskasan").untranslated().says(NAME, "often:",
                "Myndigheten 'forsakringskasan' finns inte. Menade du 'forsakringskassan'?");
        changed(LEVELS, "authority: skatteverket", "authority: skatteverk").says(LEVELS, "skatteverk\n",
                "Myndigheten 'skatteverk' finns inte. Menade du 'skatteverket'?");
        changed(CRISIS, "- authority: kommunen", "- authority: kommun").untranslated()
                .says(CRISIS, "- authority: kommun",
                "Myndigheten 'kommun' finns inte. Menade du 'kommunen'?");
        changed(LAYER, "authority: malmo-stad", "authority: malmostad").says(LAYER, "authority",
                "Myndigheten 'malmostad' finns inte. Menade du 'malmo-stad'?");
        changed("region/gotland/organisation.yaml", "role: regionen", "role: region")
                .change("region/gotland/organisation.yaml", "region: region-gotland", "website: https://gotland.se\n"
                        + "source: {url: \"https://gotland.se\", date: 2026, confirmed: false}")
                .says("region/gotland/organisation.yaml", "role:",
                        "Myndigheten 'region' finns inte. Menade du 'regionen'?");
    }

    @Test
    void an_unknown_life_event_is_reported_with_the_nearest_one() {
        changed(NAME, "lifeEvents: [fa-barn]", "lifeEvents: [få-barn]").says(NAME, "lifeEvents",
                "Livshändelsen 'få-barn' finns inte. Menade du 'fa-barn'?");
    }

    @Test
    void an_unknown_act_is_reported_with_the_nearest_one() {
        changed(NAME, "provision: \"5 §\"}", "provision: \"5 §\"} ")
                .change(NAME, "act: \"SFS 2016:1013\", provision: \"4 §\"",
                        "act: \"SFS 2016:1031\", provision: \"4 §\"")
                .says(NAME, "1031", "Lagen 'SFS 2016:1031' finns inte. Menade du 'SFS 2016:1013'?");
    }

    @Test
    void an_unknown_amount_is_reported_with_the_nearest_one_wherever_it_stands() {
        changed(SUPPLEMENT, "{parameter: inkomstgrans}", "{parameter: inkomstgräns}").says(SUPPLEMENT, "when:",
                "Beloppet 'inkomstgräns' finns inte. Menade du 'inkomstgrans'?");
        var unknown = "Beloppet 'belopp' finns inte. Rätta namnet eller lägg till det som saknas.";
        for (var text : new String[] {"Gratis.", "Ungefär två veckor.", "Då påminner Skatteverket dig.",
                "Senast tre månader efter födelsen.", "Barnet har redan ett namn.", "Servicekontor}",
                "Ett nyfött barn ska få ett namn.", "Många vänder sig till", "Använd blanketten.",
                "Vårdnadshavarna anmäler tillsammans.", "Anmäl barnets namn i e-tjänsten"}) {
            changed(NAME, text, text.startsWith("Många") ? "{{belopp}}" : "\"{{belopp}}\""
                    + (text.endsWith("}") ? "}" : "") + (text.startsWith("Anmäl ") ? "\n#" : ""))
                    .says(NAME, "{{belopp}}", unknown);
        }
        changed(NAME_EN, "cost: Free.", "cost: \"{{barnbidrag}}\"").says(NAME_EN, "cost:",
                "Beloppet 'barnbidrag' finns inte. Rätta namnet eller lägg till det som saknas.");
    }

    @Test
    void an_unknown_office_is_reported_with_the_nearest_one() {
        changed(LEVELS, "office: malmo-rosengard", "office: malmo-rosengaard").says(LEVELS, "malmo-rosengaard",
                "Kontoret 'malmo-rosengaard' finns inte. Menade du 'malmo-rosengard'?");
    }

    @Test
    void an_unknown_municipality_or_region_is_reported() {
        changed("kommun/malmo/organisation.yaml", "municipality: \"1280\"", "municipality: \"1289\"")
                .says("kommun/malmo/organisation.yaml", "municipality: \"",
                        "Kommunen '1289' finns inte. Menade du '1280'?");
        changed("region/gotland/organisation.yaml", "region: region-gotland", "region: gotland")
                .says("region/gotland/organisation.yaml", "region: gotland",
                        "Regionen 'gotland' finns inte. Rätta namnet eller lägg till det som saknas.");
    }

    @Test
    void an_unknown_step_is_reported_with_the_nearest_one() {
        changed(NAME, "after: [anmal]", "after: [anmall]").says(NAME, "- id: samtycke",
                "Tjänsten eller steget 'anmall' finns inte. Menade du 'anmal'?");
        changed(ALLOWANCE, "after: [barnets-namn/anmal]", "after: [barnets-namn/anmäl]").says(ALLOWANCE,
                "- id: automatiskt", "Steget 'barnets-namn/anmäl' finns inte. Menade du 'barnets-namn/anmal'?");
        changed(NAME, "expect: MET\n    steps: [anmal]\n", "expect: MET\n    steps: [anmäl]\n").says(NAME,
                "- name: Ett nyfött", "Steget 'anmäl' finns inte. Menade du 'anmal'?");
        var case3 = changed(NAME, "requirement: utan-namn", "requirement: utan-name");
        assertThat(case3.problems()).contains(case3.at(NAME, "- name: Ett barn som har")
                + ": Kravet 'utan-name' finns inte. Menade du 'utan-namn'?");
    }

    @Test
    void an_unknown_subject_is_reported_with_the_nearest_one() {
        changed(NAME, "{child/1: {har-namn: true}}", "{child1: {har-namn: true}}").says(NAME, "child1",
                "Personen 'child1' finns inte. Menade du 'child/1'?");
        changed(FACTS, "- id: har-namn\n  of: [child]", "- id: har-namn\n  of: [child, chilld]").says(FACTS, "chilld",
                "Personen 'chilld' finns inte. Menade du 'child'?");
    }

    @Test
    void an_id_that_two_have_is_reported_at_the_second() {
        content().with("forsakringskassan/services/personbevis.yaml", content().text(CERTIFICATE)).says(CERTIFICATE,
                "id:", "Id 'personbevis' finns redan. Välj ett annat id, eller ta bort dubbletten.");
        changed(LEVELS, "- id: rosengard-kommunen", "- id: ansokan-skatteverket").says(LEVELS,
                "- id: ansokan-skatteverket\n  office: malmo",
                "Id 'ansokan-skatteverket' finns redan. Välj ett annat id, eller ta bort dubbletten.");
        changed(ACTS, "- {id: \"SFS 2010:800\"", "- {id: \"SFS 2010:800\", name: A, url: \"https://a.se\"}\n"
                + "- {id: \"SFS 2010:800\"").says(ACTS, "name: Skollag",
                "Id 'SFS 2010:800' finns redan. Välj ett annat id, eller ta bort dubbletten.");
        changed("kommun/organisation.yaml", "id: kommunen", "id: kommunen\neverydayNames: [kommun]")
                .with("annan/organisation.yaml", "id: sos-alarm\nname: Annan\nkind: other\n")
                .says("sos-alarm/organisation.yaml", "id:",
                        "Id 'sos-alarm' finns redan. Välj ett annat id, eller ta bort dubbletten.");
    }

    @Test
    void a_fact_that_two_have_is_reported_at_the_second() {
        var twice = content().with("_shared/facts/xtra.yaml", """
                - {id: alder, of: [visitor], type: integer, label: Ålder, question: Hur gammal?, why: Därför.}
                """);

        twice.says("_shared/facts/xtra.yaml", "- {id", "Id 'alder' finns redan. Välj ett annat id, eller ta bort "
                + "dubbletten.");
    }

    @Test
    void a_step_or_requirement_or_answer_written_twice_is_reported() {
        changed(NAME, "steps:\n  - id: anmal\n",
                "steps:\n  - {id: anmal, action: Gör så., modality: can}\n  - id: anmal\n")
                .says(NAME, "  - id: anmal\n", "Steget 'anmal' står två gånger. Ge dem olika id.");
        changed(FACTS, "{value: ogift, label: Ogift}", "{value: ogift, label: Ogift}\n    - {value: gift, label: G}")
                .says(FACTS, "label: G}", "Svaret 'gift' står två gånger. Ta bort det ena.");
    }

    @Test
    void an_id_has_small_letters_digits_and_hyphens() {
        for (var id : new String[] {"Personbevis", "person_bevis", "personbevis åäö", "-personbevis"}) {
            assertThat(content().with("a/services/" + id + ".yaml",
                    content().text(CERTIFICATE).replace("id: personbevis", "id: " + id)).problems())
                    .containsExactly("a/services/" + id + ".yaml:1: '" + id
                            + "' är inget id. Använd små bokstäver a-z, siffror och bindestreck.");
        }
    }

    @Test
    void the_id_of_a_step_or_requirement_has_small_letters_digits_and_hyphens() {
        changed(CERTIFICATE, "- id: bestall", "- id: beställ").says(CERTIFICATE, "- id: beställ",
                "'beställ' är inget id. Använd små bokstäver a-z, siffror och bindestreck.");
        changed(SUPPLEMENT, "- id: inkomst\n", "- id: in/komst\n").says(SUPPLEMENT, "- id: in/komst",
                "'in/komst' är inget id. Använd små bokstäver a-z, siffror och bindestreck.");
    }
}
