package se.vagvisaren.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static se.vagvisaren.knowledge.Fixture.*;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// What may stand in a field.
class ContentFieldsTest {

    @Test
    void a_field_that_is_not_known_is_reported_with_the_nearest_one() {
        changed(NAME, "everydayNames: [döpa barnet]", "everydayName: [döpa barnet]").untranslated()
                .says(NAME, "everydayName:",
                "Fältet 'everydayName' känns inte igen. Menade du 'everydayNames'?");
        changed(NAME, "ifMissed: Då", "ifmissed: Då").untranslated().says(NAME, "ifmissed",
                "Fältet 'ifmissed' känns inte igen. Menade du 'ifMissed'?");
        changed(NAME, "requires: [e-id]", "require: [e-id]").says(NAME, "require: ",
                "Fältet 'require' känns inte igen. Menade du 'requires'?");
        changed(LEVELS, "limit: Kontoret", "limits: Kontoret").says(LEVELS, "limits:",
                "Fältet 'limits' känns inte igen. Menade du 'limit'?");
        changed(LAYER, "cost: Högst", "costs: Högst").untranslated().says(LAYER, "costs:",
                "Fältet 'costs' känns inte igen. Menade du 'cost'?");
        changed(LAYER, "    channels:\n", "    modality: must\n    channels:\n").says(LAYER, "modality",
                "Fältet 'modality' känns inte igen. Här kan stå: action, channels.");
    }

    @Test
    void a_field_that_is_needed_is_reported_when_it_is_missing_or_empty() {
        changed(NAME, "name: Anmäla barnets namn\n", "name:\n").untranslated().says(NAME, "id:",
                "Fältet 'name' saknas. Skriv till 'name:'.");
        changed(NAME, "reviewed: 2026-11-21\n", "").says(NAME, "id:",
                "Fältet 'reviewed' saknas. Skriv till 'reviewed:'.");
        changed(CERTIFICATE, "    modality: must\n", "").says(CERTIFICATE, "- id: bestall",
                "Fältet 'modality' saknas. Skriv till 'modality:'.");
        changed(NAME, "      period: P3M\n", "").says(NAME, "      from: fodelsedatum",
                "Fältet 'period' saknas. Skriv till 'period:'.");
        changed(LEVELS, "  tasks: [information, application]\n", "").says(LEVELS, "- id: ansokan",
                "Fältet 'tasks' saknas. Skriv till 'tasks:'.");
        changed(ACTS, "name: Skollag, url: \"https://lagen.nu/2010:800\"", "name: Skollag").says(ACTS, "Skollag",
                "Fältet 'url' saknas. Skriv till 'url:'.");
    }

    @Test
    void a_list_or_fields_where_a_text_belongs_are_reported_once() {
        changed(NAME, "cost: Gratis.", "cost: [Gratis]").untranslated().says(NAME, "cost:",
                "'cost' ska vara en text. Skriv texten på samma rad, i citattecken om den har kolon.");
        changed(NAME, "name: Anmäla barnets namn", "name: [Anmäla]").untranslated().says(NAME, "name:",
                "'name' ska vara en text. Skriv texten på samma rad, i citattecken om den har kolon.");
        changed(NAME, "name: Anmäla barnets namn", "name: {sv: Anmäla}").untranslated().says(NAME, "name:",
                "'name' ska vara en text. Skriv texten på samma rad, i citattecken om den har kolon.");
        changed(NAME, "{fact: har-namn, is: false}", "{fact: har-namn, is: [false]}").says(NAME, "is: [false]",
                "'is' ska vara en text. Skriv texten på samma rad, i citattecken om den har kolon.");
    }

    @Test
    void a_text_where_a_list_belongs_is_reported() {
        changed(NAME, "lifeEvents: [fa-barn]", "lifeEvents: fa-barn").says(NAME, "lifeEvents:",
                "'lifeEvents' ska vara en lista. Skriv den som [a, b] eller en rad per sak med streck före.");
        changed(NAME, "    documents:\n      - {id: legitimation, form: original}\n", "    documents: legitimation\n")
                .says(NAME, "documents:", "'documents' ska vara en lista. Skriv en rad per sak med streck före.");
        changed(NAME, "      - {id: legitimation, form: original}\n", "      - legitimation\n")
                .says(NAME, "- legitimation", "'documents' ska vara en lista av poster. Skriv fälten i varje post.");
        changed(NAME, "  - id: samtycke\n", "  - samtycke\n  - id: samtycke\n").says(NAME, "- samtycke",
                "'steps' ska vara en lista av poster. Skriv fälten i varje post, till exempel '- id: …'.");
        changed(NAME, "  - barnet heter inget än\n", "  - barnet heter inget än\n  - barnet: heter inget\n")
                .says(NAME, "- barnet: heter",
                "'phrases' ska vara en lista av texter. Skriv en text per rad, med streck före; citattecken om den har "
                        + "kolon.");
    }

    @Test
    void a_text_where_fields_belong_is_reported() {
        changed(NAME, "appeal: {to: Förvaltningsrätten, within: P3W}", "appeal: Förvaltningsrätten").untranslated()
                .says(NAME, "appeal:", "'appeal' ska ha egna fält. Skriv fälten indragna på raderna under.");
        changed(NAME, "    law: {act: \"SFS 2016:1013\", provision: \"4 §\"}", "    law: SFS 2016:1013").says(NAME,
                "    law: SFS", "'law' ska ha egna fält. Skriv fälten indragna på raderna under.");
        changed(NAME, "    given: {child/1: {har-namn: true}}", "    given: har-namn").says(NAME, "given: har-namn",
                "'given' ska ha egna fält. Skriv fälten indragna på raderna under.");
    }

    @Test
    void a_number_that_is_none_is_reported() {
        changed(FACTS, "max: 216", "max: många").says(FACTS, "max:", "'max' är inte ett heltal. Skriv bara siffror.");
        changed(NAME, "atMost: 12}", "atMost: tolv}").says(NAME, "tolv",
                "'atMost' är inte ett heltal. Skriv bara siffror.");
        changed(AMOUNTS, "value: 1250", "value: \"1 250\"").says(AMOUNTS, "1 250",
                "'value' är inte ett heltal. Skriv bara siffror.");
        changed(NAME, "alder-manader: 1, har-namn: false, fodelse", "alder-manader: ett, har-namn: false, fodelse")
                .says(NAME, "alder-manader: ett", "'ett' kan inte vara 'alder-manader'. Skriv ett heltal.");
    }

    @Test
    void a_date_that_is_none_is_reported() {
        changed(NAME, "validTo: 2027-12-31", "validTo: 2027-02-29").says(NAME, "validTo: 2027-02-29",
                "'validTo' är inte ett datum. Skriv det som 2026-11-21.");
        changed(NAME, "nextReview: 2027-11-21", "nextReview: nästa år").says(NAME, "nextReview",
                "'nextReview' är inte ett datum. Skriv det som 2026-11-21.");
        changed(NAME, "before: 2017-07-01}", "before: 1 juli 2017}").says(NAME, "1 juli",
                "'before' är inte ett datum. Skriv det som 2026-11-21.");
        changed(NAME, "fodelsedatum: 2026-10-15", "fodelsedatum: 2026-15-10").says(NAME, "2026-15-10",
                "'2026-15-10' kan inte vara 'fodelsedatum'. Skriv ett datum som finns, till exempel 2026-11-21.");
        for (var date : new String[] {"2026-13", "2026-02-31", "igår", "26"}) {
            changed(CERTIFICATE, "personbevis\", date: 2026,", "personbevis\", date: " + date + ",").says(CERTIFICATE,
                    "source:", "Källans datum '" + date + "' går inte att läsa. Skriv 2026, 2026-03 eller 2026-03-01.");
        }
    }

    @Test
    void a_period_that_is_none_is_reported() {
        for (var period : new String[] {"3 månader", "-P3M", "P0D", "P"}) {
            changed(NAME, "period: P3M", "period: " + period).says(NAME, "period:", "'period' är inte en tidsperiod. "
                    + "Skriv den som P3M (tre månader), P10D (tio dagar) eller P1Y (ett år).");
        }
    }

    @Test
    void dates_out_of_order_are_reported() {
        changed(NAME, "validTo: 2027-12-31", "validTo: 2016-12-31").says(NAME, "validTo: 2016",
                "Slutet (2016-12-31) ligger före början (2017-07-01). Byt plats på datumen eller rätta det ena.");
        changed(NAME, "nextReview: 2027-11-21", "nextReview: 2026-11-20").says(NAME, "nextReview",
                "Nästa granskning ligger före den senaste. Rätta det ena datumet.");
        changed(FACTS, "max: 216", "max: -1").says(FACTS, "- id: alder-manader",
                "'min' är större än 'max'. Byt plats på dem.");
        changed(AMOUNTS, "from: 2027-01-01", "from: 2025-01-01").says(AMOUNTS, "320000",
                "Beloppet har två värden från 2025-01-01. Ta bort det ena.");
    }

    @Test
    void a_choice_that_is_none_is_reported_with_those_there_are() {
        changed(NAME, "modality: can", "modality: maybe").says(NAME, "maybe",
                "'maybe' är inget val för 'modality'. Välj bland: must, can, automatic.");
        changed(NAME, "about: child\nphrases", "about: barn\nphrases").says(NAME, "about: barn",
                "'barn' är inget val för 'about'. Välj bland: visitor, partner, child, deceased, helped, company.");
        changed(NAME, "form: original", "form: kopia").says(NAME, "form:",
                "'form' ska vara original eller copy. Skriv original eller copy.");
        changed(CERTIFICATE, "for: everyone", "for: alla").says(CERTIFICATE, "for:",
                "'for' kan bara vara 'everyone'. Skriv 'for: everyone' eller ett krav med 'when:'.");
        changed(NAME, "statutory: true", "statutory: ja").says(NAME, "statutory",
                "'statutory' ska vara true eller false. Skriv true eller false.");
        changed(LEVELS, "tasks: [information]", "tasks: [informera]").says(LEVELS, "informera",
                "'informera' är inget som görs vid en disk. Välj bland: information, application, case-information, "
                        + "documents, id-check, id-card, booking.");
        changed(CRISIS, "kind: crisis", "kind: kris").says(CRISIS, "kind",
                "'kind' kan bara vara crisis. Skriv 'kind: crisis'.");
    }

    @Test
    void an_address_that_is_none_is_reported() {
        for (var url : new String[] {"www.skatteverket.se", "javascript:alert(1)", "https://", "https://localhost",
                "https://a.se/<script>"}) {
            changed(NAME, "url: \"https://www.skatteverket.se/namn\", requires", "url: \"" + url + "\", requires")
                    .says(NAME, "type: web", "'" + url + "' är ingen webbadress. Skriv hela adressen med https://.");
        }
    }

    @Test
    void a_source_is_needed_and_a_confirmed_one_has_a_short_quote() {
        var organisation = "sos-alarm/organisation.yaml";
        changed(organisation, "kind: other", "kind: other\nwebsite: https://www.sosalarm.se").says(organisation, "id:",
                "Källa saknas. Skriv 'source:' med url, date och confirmed.");
        changed(CERTIFICATE,
                "source: {url: \"https://www.skatteverket.se/personbevis\", date: 2026, confirmed: false}\n", "")
                .says(CERTIFICATE, "id:", "Källa saknas. Skriv 'source:' med url, date och confirmed.");
        changed(CERTIFICATE, "confirmed: false", "confirmed: true").says(CERTIFICATE, "source:",
                "Källan är bekräftad utan citat. Skriv 'quote:' med högst 15 ord ur källan, eller 'confirmed: false'.");
        changed(NAME, "Du anmäler namnet till Skatteverket", "ord ".repeat(16).strip()).says(NAME, "ord ord",
                "Citatet är längre än 15 ord. Korta det.");
        assertThat(changed(NAME, "Du anmäler namnet till Skatteverket", "ord ".repeat(15).strip()).problems())
                .isEmpty();
        changed(AMOUNTS,
                "value: 1250, source: {url: \"https://lagen.nu/2010:110\", date: 2017-12-18, confirmed: false}",
                "value: 1250").says(AMOUNTS, "1250", "Källa saknas. Skriv 'source:' med url, date och confirmed.");
    }

    @Test
    void a_comparison_that_does_not_fit_the_fact_is_reported() {
        changed(NAME, "{fact: har-namn, is: false}", "{fact: har-namn, atLeast: 1}").says(NAME, "atLeast",
                "'atLeast' passar inte uppgiften 'har-namn'. En uppgift som är true eller false jämförs med is eller "
                        + "oneOf.");
        changed(NAME, "within: P1Y", "is: 2026-01-01").says(NAME, "is: 2026-01-01",
                "'is' passar inte uppgiften 'fodelsedatum'. En uppgift som är ett datum som finns, till exempel "
                        + "2026-11-21 jämförs med before, after eller within.");
        changed(NAME, "atMost: 12}", "before: 2026-01-01}").says(NAME, "before: 2026-01-01",
                "'before' passar inte uppgiften 'alder-manader'. En uppgift som är ett heltal jämförs med is, oneOf, "
                        + "atLeast eller atMost.");
    }

    @Test
    void a_value_that_the_fact_cannot_have_is_reported() {
        changed(NAME, "{fact: har-namn, is: false}", "{fact: har-namn, is: nej}").says(NAME, "is: nej",
                "'nej' kan inte vara 'har-namn'. Skriv true eller false.");
        changed(NAME, "oneOf: [gift, ogift]", "oneOf: [gift, skild]").says(NAME, "skild",
                "'skild' kan inte vara 'civilstand'. Skriv något av: gift, ogift.");
        changed(SUPPLEMENT, "kommun: \"1280\"", "kommun: Malmö").says(SUPPLEMENT, "kommun: Malmö",
                "'Malmö' kan inte vara 'kommun'. Skriv en kommuns kod med fyra siffror, till exempel \"1280\".");
    }

    @Test
    void a_condition_that_tests_nothing_or_too_much_is_reported() {
        changed(NAME, "{fact: har-namn, is: false}", "{fact: har-namn}").says(NAME, "{fact: har-namn}",
                "Villkoret om 'har-namn' ska ha precis en jämförelse. Skriv en av is, oneOf, atLeast, atMost, before, "
                        + "after, within.");
        changed(NAME, "atMost: 12}", "atMost: 12, atLeast: 1}").says(NAME, "atMost: 12",
                "Villkoret om 'alder-manader' ska ha precis en jämförelse. Skriv en av is, oneOf, atLeast, atMost, "
                        + "before, after, within.");
        changed(NAME, "{fact: har-namn, is: false}", "{har-namn: false}").says(NAME, "{har-namn: false}\n        - any",
                "Villkoret säger inte vad som prövas. Skriv all:, any:, not: eller fact:.");
        changed(ALLOWANCE, "when: {fact: alder-manader, atMost: 191}", "when: {all: []}").says(ALLOWANCE, "when:",
                "'all' är tomt. Skriv minst ett villkor i listan.");
        changed(ALLOWANCE, "when: {fact: alder-manader, atMost: 191}", "when: alder-manader < 192").says(ALLOWANCE,
                "when:", "Ett villkor ska ha fält. Skriv till exempel {fact: kommun, is: \"1280\"}, eller all:, any: "
                        + "eller not:.");
        changed(ALLOWANCE, "when: {fact: alder-manader, atMost: 191}",
                "when: {all: [{fact: alder-manader, atMost: 191}], any: [{fact: har-namn, is: true}]}")
                .says(ALLOWANCE, "when:", "Fältet 'any' känns inte igen. Menade du 'all'?");
    }

    @Test
    void a_fact_says_whom_it_is_about_and_how_its_answers_read() {
        changed(FACTS, "  of: [visitor]\n  type: choice", "  type: choice").says(FACTS, "- id: civilstand",
                "Det står inte vem uppgiften gäller. Skriv till exempel 'of: [visitor]'.");
        changed(FACTS, "  no: Du har inget personbevis\n", "").says(FACTS, "- id: har-personbevis",
                "Uppgiften 'har-personbevis' saknar 'yes' eller 'no'. Skriv hur svaren ja och nej låter som skäl.");
        content().with("_shared/facts/xtra.yaml", """
                - id: boende
                  of: [visitor]
                  type: choice
                  label: Boende
                  question: Hur bor du?
                  why: Därför.
                  options: [{value: hyr, label: Hyr}]
                """).says("_shared/facts/xtra.yaml", "- id",
                "Uppgiften 'boende' är ett val men har inte minst två svar. "
                + "Skriv 'options:' med value och label.");
    }

    @Test
    void a_derived_fact_fits_what_it_follows_from() {
        changed(FACTS, "derive: {ageInMonths: fodelsedatum}", "derive: {ageInMonths: har-namn}").says(FACTS,
                "- id: alder-manader", "Åldern räknas från 'har-namn' som inte är ett datum. Välj en uppgift av typen "
                        + "date.");
        changed(FACTS, "derive: {region: kommun}", "derive: {region: civilstand}").says(FACTS, "- id: region",
                "Regionen följer av 'civilstand' som inte är en kommun. Välj en uppgift av typen municipality.");
        changed(FACTS, "derive: {ageInMonths: fodelsedatum}", "derive: {}").says(FACTS, "derive: {}",
                "Det står inte hur uppgiften följer av andra. Skriv ageInYears:, ageInMonths:, region: eller when:.");
        changed(FACTS, "derive: {ageInMonths: fodelsedatum}", "derive: {when: {fact: har-namn, is: true}}").says(FACTS,
                "derive: {when: {fact: har-namn", "Härledningen passar inte uppgiftens typ. Skriv 'type: boolean' "
                        + "eller en annan härledning.");
    }

    @Test
    void what_looks_like_markup_or_a_template_is_plain_text() {
        for (var text : new String[] {"<b>Gratis</b> & <script>alert(1)</script>", "${jndi:ldap://a.se}",
                "{% include x %}", "{{ 7 * 7 }}", "#{T(java.lang.Runtime)}", "rule r when eval(true) then end"}) {
            var knowledge = changed(NAME, "cost: Gratis.", "cost: '" + text + "'").knowledge();
            var service = knowledge.asOf(LocalDate.of(2026, 11, 21)).services().get("barnets-namn");

            assertThat(service.facts().cost().in("sv")).isEqualTo(text);
        }
    }
}
