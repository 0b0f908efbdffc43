package se.vagvisaren.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static se.vagvisaren.knowledge.Fixture.*;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What must hold of rules, cases, order and reach.
class ContentRulesTest {

    @Test
    void a_rule_without_a_law_is_refused() {
        changed(NAME, "    law: {act: \"SFS 2016:1013\", provision: \"4 §\"}\n", "").says(NAME, "- id: utan-namn",
                "Lagstöd saknas för kravet 'utan-namn'. Skriv 'law: {act: \"SFS …\", provision: \"…\"}'.");
    }

    @Test
    void what_a_private_party_asks_for_needs_no_law() {
        assertThat(changed(SUPPLEMENT, "    law: {act: \"SFS 2010:110\", provision: \"97 kap. 15 §\"}\n", "")
                .change(SUPPLEMENT, "authority: forsakringskassan", "authority: sos-alarm").problems()).isEmpty();
    }

    @Test
    void a_statutory_deadline_has_a_law_and_every_deadline_a_law_or_a_source() {
        var law = "      law: {act: \"SFS 2016:1013\", provision: \"5 §\"}\n";
        var source = "      source: {url: \"https://lagen.nu/2016:1013#P5\", date: 2017-07-01, confirmed: false}\n";
        changed(NAME, law, "").says(NAME, "      period: P3M",
                "Lagstöd saknas. Skriv 'law: {act: \"SFS …\", provision: \"…\"}'.");
        changed(NAME, law, "").change(NAME, source, "").change(NAME, "statutory: true", "statutory: false").says(NAME,
                "      period: P3M", "Tidsgränsen har varken lag eller källa. Skriv 'law:' eller 'source:'.");
        assertThat(changed(NAME, source, "").problems()).isEmpty();
    }

    @Test
    void a_deadline_is_counted_from_a_date_of_somebody_who_has_it() {
        changed(NAME, "from: fodelsedatum", "from: har-namn").says(NAME, "- id: anmal",
                "Tidsgränsen räknas från 'har-namn' som inte är ett datum. Välj en uppgift av typen date.");
        content().with("_shared/facts/xtra.yaml", """
                - {id: startdag, of: [company], type: date, label: Start, question: När?, why: Därför.}
                """).change(NAME, "from: fodelsedatum", "from: startdag").says(NAME, "- id: anmal",
                "'startdag' kan inte gälla visitor. Den gäller company.");
    }

    @Test
    void a_rule_has_a_case_in_which_it_is_met_and_one_in_which_it_is_not() {
        changed(ALLOWANCE, "expect: MET}", "expect: NOT_MET}").says(ALLOWANCE, "- id: under-16",
                "Kravet 'under-16' har inget fall där det är uppfyllt. Skriv ett fall med 'expect: MET'.");
        changed(ALLOWANCE, "expect: NOT_MET}", "expect: MET}").says(ALLOWANCE, "- id: under-16",
                "Kravet 'under-16' har inget fall där det inte är uppfyllt. "
                        + "Skriv ett fall med 'requirement: under-16' och 'expect: NOT_MET'.");
        changed(ALLOWANCE, "expect: UNKNOWN,", "expect: MET,").says(ALLOWANCE, "- id: under-16",
                "varning: Kravet 'under-16' har inget fall där det är okänt. Skriv ett fall med 'expect: UNKNOWN'.");
    }

    @Test
    void a_met_case_on_a_day_when_the_rule_is_not_in_force_does_not_show_it() {
        var text = content().text(NAME).replace("on: 2026-11-21", "on: 2027-08-01");

        content().with(NAME, text).says(NAME, "- id: utan-namn",
                "Kravet 'utan-namn' har inget fall där det är uppfyllt. Skriv ett fall med 'expect: MET'.");
    }

    @Test
    void a_warning_does_not_keep_the_content_from_being_used() {
        assertThat(changed(ALLOWANCE, "expect: UNKNOWN,", "expect: MET,").load().knowledge()).isPresent();
    }

    @Test
    void a_step_with_a_condition_has_a_case_with_it_and_one_without_it() {
        changed(NAME, "    steps: [anmal, samtycke]\n", "").says(NAME, "- id: samtycke",
                "Steget 'samtycke' har villkor men inte ett fall med och ett fall utan det. Skriv två fall med "
                        + "'steps:', ett där steget är med och ett där det inte är det.");
        changed(NAME, "    expect: MET\n    steps: [anmal]\n", "    expect: MET\n").says(NAME, "- id: samtycke",
                "Steget 'samtycke' har villkor men inte ett fall med och ett fall utan det. Skriv två fall med "
                        + "'steps:', ett där steget är med och ett där det inte är det.");
    }

    @Test
    void a_service_without_conditions_says_that_it_is_for_everyone() {
        changed(CERTIFICATE, "for: everyone\n", "").says(CERTIFICATE, "id:",
                "Tjänsten har inga villkor och säger inte att den gäller alla. "
                        + "Skriv 'for: everyone', eller ett krav med 'when:'.");
        changed(ALLOWANCE, "about: child\n", "about: child\nfor: everyone\n").says(ALLOWANCE, "id:",
                "Tjänsten gäller alla men har villkor. Ta bort 'for: everyone' eller villkoren.");
    }

    @Test
    void a_service_that_nobody_can_reach_is_refused() {
        var text = content().text(CERTIFICATE).replaceFirst("phrases: .*\n", "");
        content().with(CERTIFICATE, text).says(CERTIFICATE, "id:",
                "Tjänsten går inte att nå: ingen livshändelse har den och den har inga fraser. "
                        + "Lägg den i en livshändelse, eller skriv 'phrases:'.");
        content().with(ALLOWANCE, content().text(ALLOWANCE).replaceFirst("phrases: .*\n", "")).says(ALLOWANCE, "id:",
                "varning: Tjänsten har färre än åtta fraser. Skriv hur människor säger när de behöver den.");
    }

    @Test
    void a_service_has_steps_and_a_life_event_has_phrases_and_services() {
        content().with(CERTIFICATE, content().text(CERTIFICATE).replaceFirst("(?s)steps:.*?must\n", "")).says(
                CERTIFICATE, "id:", "Tjänsten har inga steg. Skriv 'steps:' med det man gör.");
        content().without("_shared/life-events/fa-barn.en.yaml")
                .change(EVENT, "phrases:\n  - vi har fått barn\n  - bebisen är född\n", "").says(EVENT, "id:",
                "Livshändelsen har inga fraser. Skriv 'phrases:' med det människor skriver när det har hänt.");
        content().with(EVENT, content().text(EVENT).replaceFirst("(?s)services:.*", "services: []\n")).says(EVENT,
                "id:", "Livshändelsen har inga tjänster. Skriv 'services:'.");
    }

    @Test
    void a_document_that_no_step_asks_for_is_refused() {
        content().with(SUPPLEMENT, content().text(SUPPLEMENT).replace(
                "      - {id: personbevis, form: copy, oneOf: identitet}\n", "")).says(DOCUMENTS, "- id: personbevis",
                "Ingen frågar efter handlingen 'personbevis'. Ta bort den, eller nämn den i ett steg.");
    }

    @Test
    void a_fact_is_of_somebody_who_can_have_it() {
        changed(NAME, "visitor: {civilstand: gift}", "partner: {civilstand: gift}").says(NAME, "- name: Ett nyfött",
                "'civilstand' kan inte gälla partner. Den gäller visitor.");
        changed(NAME, "{fact: civilstand, about: visitor,", "{fact: civilstand, about: company,").says(NAME,
                "- id: utan-namn", "'civilstand' kan inte gälla company. Den gäller visitor.");
        changed(SUPPLEMENT, "when: {fact: inkomst, atMost: {parameter: inkomstgrans}}",
                "when: {any: [{fact: inkomst, atMost: 1}, {fact: har-namn, is: true}]}").says(SUPPLEMENT,
                "- id: inkomst", "'har-namn' kan inte gälla visitor. Den gäller child.");
        changed(EVENT, "{child/1: {alder-manader: 0}}", "{visitor: {alder-manader: 0}}").says(EVENT, "id:",
                "'alder-manader' kan inte gälla visitor. Den gäller child.");
        changed(PATTERNS, "- fact: har-namn\n  subject: child", "- fact: har-namn\n  subject: visitor").says(PATTERNS,
                "- fact: har-namn", "'har-namn' kan inte gälla visitor. Den gäller child.");
    }

    @Test
    void steps_that_come_after_each_other_in_a_circle_are_refused() {
        changed(NAME, "    desk: application\n", "    desk: application\n    after: [samtycke]\n").says(NAME,
                "- id: anmal", "Stegen kommer efter varandra i en cirkel: barnets-namn/anmal → barnets-namn/samtycke → "
                        + "barnets-namn/anmal. Ta bort ett 'after:' i cirkeln.");
    }

    @Test
    void facts_that_follow_from_each_other_in_a_circle_are_refused() {
        changed(FACTS, "derive: {when: {fact: alder, atLeast: 18}}", "derive: {when: {fact: ar-vuxen, is: true}}").says(
                FACTS, "- id: ar-vuxen", "Uppgifterna följer av varandra i en cirkel: ar-vuxen → ar-vuxen. "
                        + "Ta bort en av härledningarna.");
    }

    @Test
    void services_that_replace_each_other_in_a_circle_are_refused() {
        changed(ALLOWANCE, "about: child\n", "about: child\nreplaces: [tillagg]\n").says(ALLOWANCE, "id:",
                "Tjänsterna ersätter varandra i en cirkel: barnbidrag → tillagg → barnbidrag. "
                        + "Ta bort ett 'replaces:' i cirkeln.");
    }

    @Test
    void two_circles_are_both_reported() {
        var two = changed(FACTS, "derive: {when: {fact: alder, atLeast: 18}}",
                "derive: {when: {fact: ar-vuxen, is: true}}")
                .change(FACTS, "  no: Barnet har inget registrerat namn\n",
                        "  no: Barnet har inget registrerat namn\n  derive: {when: {fact: har-namn, is: true}}\n");

        assertThat(two.problems()).hasSize(2).allMatch(problem -> problem.contains("i en cirkel"));
    }

    @Test
    void a_channel_by_phone_names_an_organisation_that_has_a_number() {
        changed(NAME, "phone: skatteverket", "phone: kommunen").says(NAME, "- id: anmal",
                "'kommunen' har inget telefonnummer. Skriv numret med källa i organisation.yaml, eller ta bort "
                        + "kanalen.");
    }

    @Test
    void the_number_of_a_form_a_telephone_or_an_hour_in_a_step_has_a_source_of_its_own() {
        for (var figure : List.of("SKV 7750", "blankett 5456", "0771-567 567", "kl. 16", "250 kronor")) {
            var words = "action: Anmäl namnet, se " + figure + ".";
            changed(NAME, "action: Anmäl barnets namn i e-tjänsten eller på blankett.", words).says(NAME, "- id: anmal",
                    "'" + figure + "' har ingen källa. Skriv 'source:' på steget, med sidan där det står.");
            assertThat(changed(NAME, "action: Anmäl barnets namn i e-tjänsten eller på blankett.", words
                    + "\n    source: {url: \"https://www.skatteverket.se/namn\", date: 2026, confirmed: false}").problems()).isEmpty();
        }
    }

    @Test
    void a_life_event_has_no_figures_of_its_own() {
        changed(EVENT, "summary: ", "summary: Skicka SKV 7750. ").says(EVENT, "id:", "'SKV 7750' har ingen källa. Skriv det i en tjänst, där källan är.");
    }

    @Test
    void a_figure_that_only_a_translation_has_needs_a_source_as_well() {
        changed(NAME_EN, "e-service or on the form.", "e-service or on SKV 7750.").says(NAME, "- id: anmal",
                "'SKV 7750' har ingen källa. Skriv 'source:' på steget, med sidan där det står.");
    }

    @Test
    void an_amount_in_a_question_comes_from_the_parameters_and_their_sources() {
        changed(FACTS, "  no: Barnet har inget registrerat namn\n", "  no: Barnet har 1 200 kronor\n").says(FACTS, "- id: har-namn",
                "'1 200 kronor' har ingen källa. Skriv beloppet i parameters/ med källa, och {{id}} i texten.");
    }

    @Test
    void a_number_to_call_in_an_emergency_has_two_sources() {
        changed(CRISIS, "https://www.dinsakerhet.se/larma-112", "https://www.sosalarm.se/112").says(CRISIS, "id:",
                "Numret 112 har inte två oberoende källor. Skriv två källor från olika webbplatser i 'sources:', eller ta bort numret.");
        changed(CRISIS, "  - authority: kommunen\n", "  - authority: kommunen\n    phone: \"040-34 10 00\"\n").says(
                CRISIS, "- authority: kommunen",
                "Numret 040-34 10 00 har inte två oberoende källor. "
                        + "Skriv två källor från olika webbplatser i 'sources:', eller ta bort numret.");
        content().with(CRISIS, content().text(CRISIS).replaceFirst(" +sources:\n.*socialjour.*\n", "")).says(CRISIS,
                "- authority: kommunen", "varning: Källa saknas. Skriv minst en källa i 'sources:'.");
    }

    @Test
    void a_number_of_an_authority_has_two_sources_from_different_sites() {
        var authority = "skatteverket/organisation.yaml";
        changed(authority, "https://www.informationsverige.se/skatteverket", "https://skatteverket.se/kontakta-oss").says(authority, "id:",
                "Numret 0771-567 567 har inte två oberoende källor. "
                        + "Skriv två källor från olika webbplatser i 'phoneSources:', eller ta bort numret.");
    }

    @Test
    void a_source_of_a_number_that_is_no_address_is_reported_and_does_not_count() {
        var authority = "skatteverket/organisation.yaml";
        assertThat(changed(authority, "https://www.informationsverige.se/skatteverket", "informationsverige").problems())
                .anySatisfy(problem -> assertThat(problem.toString()).contains("'informationsverige' är ingen webbadress"))
                .anySatisfy(problem -> assertThat(problem.toString()).contains("Numret 0771-567 567 har inte två oberoende källor"));
    }

    @Test
    void an_emergency_has_words_that_tell_of_it() {
        content().without("_shared/crisis/fara.en.yaml").with(CRISIS, content().text(CRISIS)
                .replace("triggers:\n  - man|sambo ... slår|slog [på] mig\n", "")).says(CRISIS, "id:",
                "Krisen har varken ordmönster eller fraser. Skriv 'triggers:' eller 'phrases:'.");
    }

    @Test
    void a_word_pattern_that_cannot_be_read_is_refused() {
        var todo = ". Skriv ord, a|b, ord*, [ord], {n} eller ... mellan ord.";
        changed(CRISIS, "- slår vad", "- slår (vad)").says(CRISIS, "slår (vad)",
                "Ordmönstret går inte att läsa: '(vad)' är inget ord i ett mönster" + todo);
        changed(CRISIS, "- slår vad", "- slår||vad x").says(CRISIS, "slår||vad",
                "Ordmönstret går inte att läsa: 'slår||vad' har ett tomt ord, eller en bokstav följd av *" + todo);
        changed(CRISIS, "- slår vad", "- ... slår").says(CRISIS, "- ... slår", "Ordmönstret går inte att läsa: "
                + "ett mönster börjar och slutar med ett ord, och minst ett ord måste vara med" + todo);
        changed(CRISIS, "- slår vad", "- slår . vad").says(CRISIS, "slår . vad", "Ordmönstret går inte att läsa: "
                + "punkten står sist i ett mönster: där slutar det som sägs" + todo);
        changed(PATTERNS, "sv: [\"{n} månad*\"]", "sv: [\"m* {n}\"]").says(PATTERNS, "m* {n}",
                "Ordmönstret går inte att läsa: 'm*' har ett tomt ord, eller en bokstav följd av *" + todo);
        changed(CRISIS, "- slår vad", "- slår: vad").says(CRISIS, "slår: vad",
                "Ett ordmönster är en text. Skriv det i citattecken på en egen rad.");
        changed("_shared/crisis/fara.en.yaml", "hits the road", "hits (the) road").says("_shared/crisis/fara.en.yaml",
                "(the)", "Ordmönstret går inte att läsa: '(the)' är inget ord i ett mönster" + todo);
    }

    @Test
    void a_pattern_for_a_number_has_a_number_and_a_fact_that_is_one() {
        changed(PATTERNS, "sv: [\"{n} månad*\"]", "sv: [\"några månad*\"]").says(PATTERNS, "- fact: alder-manader",
                "Värdet är {n} men ett mönster har inget {n}. Skriv {n} där talet står.");
        changed(PATTERNS, "- fact: alder-manader", "- fact: fodelsedatum").says(PATTERNS, "- fact: fodelsedatum",
                "Värdet är {n} men 'fodelsedatum' är inget heltal. Skriv det värde som orden betyder.");
        changed(PATTERNS, "  sv: [\"{n} månad*\"]\n", "").says(PATTERNS, "- fact: alder-manader",
                "Uppgiften har inga ordmönster. Skriv dem per språk, till exempel 'sv: [...]'.");
    }

    @Test
    void a_local_layer_changes_steps_that_are_there() {
        changed(LAYER, "  ansok:\n", "  ansoka:\n").without("kommun/malmo/services/forskola-plats.en.yaml").says(LAYER,
                "  ansoka:", "Steget 'ansoka' finns inte. Menade du 'ansok'?");
        content().without("kommun/malmo/services/forskola-plats.en.yaml").without(LAYER)
                .with("kommun/malmo/services/forskola-platsen.yaml",
                        content().text(LAYER).replace("extends: forskola-plats", "extends: forskola-platsen"))
                .says("kommun/malmo/services/forskola-platsen.yaml", "extends:",
                        "Tjänsten 'forskola-platsen' finns inte. Menade du 'forskola-plats'?");
    }

    @Test
    void a_local_layer_is_of_somebody_who_holds_the_role() {
        changed(LAYER, "authority: malmo-stad", "authority: region-gotland").says(LAYER, "extends:",
                "'region-gotland' har inte hand om 'forskola-plats'. Den tjänsten hör till kommunen.");
    }

    @Test
    void an_organisation_has_one_layer_over_a_service() {
        content().with("kommun/malmo2/services/forskola-plats.yaml", content().text(LAYER)).says(
                "kommun/malmo2/services/forskola-plats.yaml", "extends:",
                "'malmo-stad' har redan ett lager över 'forskola-plats'. Lägg ihop det med " + LAYER + ".");
    }

    @Test
    void only_a_holder_of_the_role_has_a_municipality_or_region() {
        changed(ORGANISATION, "kind: state", "kind: state\nmunicipality: \"1280\"").says(ORGANISATION, "municipality",
                "'municipality' hör till den som har rollen kommunen. Skriv 'role: kommunen', eller ta bort "
                        + "'municipality:'.");
    }

    @Test
    void a_translation_stands_beside_its_original_and_says_who_made_it() {
        content().with("skatteverket/services/personbeviset.en.yaml", "status: reviewed\nname: Certificate\n").says(
                "skatteverket/services/personbeviset.en.yaml", "status", "Översättningen har inget original. "
                        + "Lägg skatteverket/services/personbeviset.yaml bredvid den, eller ta bort den.");
        changed(NAME_EN, "status: reviewed\n", "").says(NAME_EN, "name:", "Översättningen säger inte om någon har "
                + "granskat den. Skriv 'status: reviewed' eller 'status: machine-unreviewed'.");
        changed(NAME_EN, "status: reviewed", "status: done").says(NAME_EN, "status:", "Översättningen säger inte om "
                + "någon har granskat den. Skriv 'status: reviewed' eller 'status: machine-unreviewed'.");
        content().with(NAME_EN, "- status\n").says(NAME_EN, "- status",
                "En översättning ska ha fält. Skriv samma fält som i originalet, med texterna översatta.");
    }

    @Test
    void a_translation_has_only_what_the_original_has() {
        changed(NAME_EN, "  anmal:\n", "  anmall:\n").says(NAME_EN, "  anmall:",
                "Originalet har inget 'anmall'. Menade du 'anmal'?");
        changed(NAME_EN, "{web: The e-service,", "{video: The e-service,").says(NAME_EN, "video:",
                "Originalet har inget 'video'. Rätta namnet eller lägg till det som saknas.");
        changed(NAME_EN, "misdirections: {forsakringskassan:", "misdirections: {forsakringskasan:").says(NAME_EN,
                "misdirections", "Originalet har inget 'forsakringskasan'. Menade du 'forsakringskassan'?");
        changed("_shared/facts/person.en.yaml", "ogift: Unmarried", "ogifta: Unmarried").says(
                "_shared/facts/person.en.yaml", "ogifta", "Originalet har inget 'ogifta'. Menade du 'ogift'?");
        changed("_shared/facts/person.en.yaml", "civilstand:", "civilstånd:").says("_shared/facts/person.en.yaml",
                "civilstånd", "Originalet har inget 'civilstånd'. Menade du 'civilstand'?");
        changed(NAME_EN, "cost: Free.", "costs: Free.").says(NAME_EN, "costs:",
                "Originalet har inget 'costs'. Menade du 'cost'?");
        changed("kommun/malmo/services/forskola-plats.en.yaml", "{ansok:", "{svara:").says(
                "kommun/malmo/services/forskola-plats.en.yaml", "{svara",
                "Originalet har inget 'svara'. Rätta namnet eller lägg till det som saknas.");
    }

    @Test
    void a_translation_has_texts_where_the_original_has_texts_and_nothing_else() {
        changed(NAME_EN, "cost: Free.", "cost: [Free]").says(NAME_EN, "cost:",
                "'cost' har en annan form än i originalet. Skriv en text, en lista eller fält med id, "
                        + "som formatet säger.");
        changed(NAME_EN, "cost: Free.", "authority: skatteverket").says(NAME_EN, "authority:",
                "'authority' översätts inte. Ta bort fältet.");
        changed(NAME_EN, "  anmal:\n", "  samtycke: Register\n  anmal:\n").says(NAME_EN, "samtycke: Register",
                "'samtycke' ska ha egna fält. Skriv de översatta fälten indragna under.");
        changed(NAME_EN, "{web: The e-service,", "{web: [The e-service],").says(NAME_EN, "web:",
                "'web' ska vara en text. Skriv översättningen på samma rad.");
    }
}
