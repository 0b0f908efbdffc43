package se.vagvisaren.api.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.vagvisaren.api.Http;

/// Visitors whose whole errand is in one go.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class VisitorTest {

    @LocalServerPort
    private int port;
    private Http http;

    @BeforeEach
    void server() {
        http = new Http(port);
    }

    private Checklist ask(String text, String rest) {
        return Checklist.of(http, "{\"text\": \"" + text + "\"" + rest + "}");
    }

    private List<String> events(String text) {
        return ask(text, "").json().path("understood").path("lifeEvents").valueStream().map(event -> event.path("id").stringValue()).toList();
    }

    @Test
    void parents_of_twins_new_in_malmo_one_working_half_time() {
        var checklist = ask("Vi har fått tvillingar, bor nyss i Malmö och jag jobbar halvtid. Vad ska vi göra?", "");
        assertThat(checklist.facts()).contains("visitor kommun=1280", "visitor antal-fodda=2");
        assertThat(checklist.services()).contains("fodelseanmalan", "barnets-namn", "foraldraskap", "barnbidrag", "foraldrapenning", "tio-dagar", "bvc", "forskola-plats");
        assertThat(checklist.authorities()).contains("skatteverket", "forsakringskassan", "kommunen", "regionen")
                .doesNotContain("pensionsmyndigheten", "bolagsverket", "migrationsverket", "polisen");
        assertThat(checklist.service("forskola-plats").path("authority").path("name").stringValue()).isEqualTo("Malmö stad");
        assertThat(checklist.service("bvc").path("authority").path("name").stringValue()).isEqualTo("Region Skåne");
        assertThat(checklist.step("foraldrapenning/flerlingar").path("status").stringValue()).isEqualTo("applies");
        assertThat(checklist.step("tio-dagar/tvillingar").path("status").stringValue()).isEqualTo("applies");
        assertThat(checklist.service("barnbidrag").path("modality").stringValue()).isEqualTo("automatic");
        assertThat(checklist.service("fodelseanmalan").path("number").intValue()).isLessThan(checklist.service("barnets-namn").path("number").intValue());
    }

    @Test
    void the_name_is_due_three_months_after_the_birth() {
        var checklist = ask("Vi har fått barn den 5 november", ", \"date\": \"2026-11-21\", \"facts\": {\"child/1\": {\"har-namn\": false}}");
        assertThat(checklist.service("barnets-namn").path("deadline").path("date").stringValue()).isEqualTo("2027-02-05");
        assertThat(checklist.service("barnets-namn").path("legalBasis").valueStream().map(law -> law.path("act").stringValue())).contains("SFS 2016:1013");
    }

    @Test
    void a_widow_with_a_pension_in_a_rented_flat_in_kiruna() {
        var checklist = ask("Min man dog i förra veckan. Jag har folkpension och hyr lägenhet i Kiruna.", "");
        assertThat(checklist.facts()).contains("visitor kommun=2584", "visitor har-pension=true", "visitor boendeform=hyresratt");
        assertThat(checklist.services()).contains("dodsfall-registrering", "dodsfallsintyg", "begravning", "bouppteckning", "dodsboanmalan");
        assertThat(checklist.authorities()).contains("skatteverket", "pensionsmyndigheten", "kommunen")
                .doesNotContain("hyresnamnden", "arbetsformedlingen", "bolagsverket", "lantmateriet");
        assertThat(checklist.service("dodsboanmalan").path("authority").path("name").stringValue()).isEqualTo("Kiruna kommun");
        assertThat(checklist.service("dodsfall-registrering").path("modality").stringValue()).isEqualTo("automatic");
        assertThat(checklist.service("dodsfall-registrering").path("number").intValue()).isEqualTo(1);
        assertThat(checklist.service("bouppteckning").path("deadline").path("date").isNull()).as("last week is no day").isTrue();
        assertThat(checklist.questions()).contains("deceased dodsdatum");
        assertThat(checklist.needing("dodsfallsintyg-handling")).contains("forsakring-bank/banken", "overlatande-hyresavtal/kontakta-vard",
                "dodsboanmalan/kontakta-kommunen");
        assertThat(checklist.before("dodsfallsintyg/bestall")).contains("dodsfall-registrering/dodsbevis");
        assertThat(checklist.services()).as("she does not live abroad").doesNotContain("pension-utomlands", "levnadsintyg", "sink-skatt");
    }

    @Test
    void at_the_office_in_kiruna_the_widow_is_told_what_this_desk_does_and_where_the_rest_is() {
        var checklist = ask("Min man dog i förra veckan. Jag har folkpension och hyr lägenhet i Kiruna.", ", \"office\": \"kiruna\"");
        assertThat(checklist.desk("dodsfallsintyg/bestall")).isEqualTo("handled");
        assertThat(checklist.step("dodsboanmalan/kontakta-kommunen").path("desk").path("next").stringValue()).isEqualTo("Kiruna kommun, https://kiruna.se");
        var bank = checklist.step("forsakring-bank/banken").path("desk");
        assertThat(bank.path("scope").stringValue()).isEqualTo("referred");
        assertThat(bank.path("next").stringValue()).isEqualTo("den som steget nämner, till exempel arbetsgivaren, banken eller hyresvärden");
    }

    @Test
    void a_family_from_syria_new_in_vaxjo() {
        var checklist = ask("I came from Syria with a residence permit last month, my family too, we live in Växjö. What first?", ", \"language\": \"en\"");
        assertThat(checklist.facts()).contains("visitor kommun=0780", "visitor har-uppehallstillstand=true");
        assertThat(checklist.services().getFirst()).isEqualTo("ut-kort");
        assertThat(checklist.services()).contains("folkbokforing-invandring", "etableringsprogrammet", "id-kort-skatteverket", "sfi");
        assertThat(checklist.authorities()).contains("migrationsverket", "skatteverket", "arbetsformedlingen", "forsakringskassan", "kommunen")
                .doesNotContain("csn", "bolagsverket", "pensionsmyndigheten");
        assertThat(checklist.service("sfi").path("authority").path("name").stringValue()).isEqualTo("Växjö Municipality");
        assertThat(checklist.step("id-kort-skatteverket/besok").path("after").isEmpty()).as("one has to be registered first").isFalse();
        assertThat(checklist.questions()).contains("visitor tillstandsgrund");
    }

    @Test
    void somebody_who_lost_the_job_pays_a_rent_and_is_on_half_sick_leave() {
        var checklist = ask("förlorade jobbet, har hyra att betala o är sjukskriven halvtid", "");
        assertThat(checklist.facts()).contains("visitor arbetar=false", "visitor sjukskriven=true", "visitor boendeform=hyresratt");
        assertThat(checklist.services()).contains("arbetsformedlingen-inskrivning", "a-kassa-ersattning", "sjukpenning-utan-arbetsgivare")
                .doesNotContain("karensdagar-egenforetagare", "lonegaranti");
        assertThat(checklist.service("sjuklon-arbetsgivare").path("status").stringValue()).as("the notice may not have run out").isEqualTo("may-apply");
        assertThat(checklist.questions()).contains("visitor anstalld");
        assertThat(checklist.needing("lakarintyg-sjuk")).contains("sjukpenning-utan-arbetsgivare/ansok");
        assertThat(checklist.authorities()).contains("arbetsformedlingen", "akassa", "forsakringskassan").doesNotContain("csn", "skatteverket", "polisen");
        assertThat(checklist.related()).contains("bostadsbidrag", "forsorjningsstod");
    }

    @Test
    void a_mother_in_ystad_who_forgets_and_whose_bills_are_not_paid() {
        var checklist = ask("min mamma glömmer allt hon bor ensam i ystad o räkningarna betalas inte", ", \"office\": \"ystad\"");
        assertThat(checklist.facts()).contains("helped kan-inte-skota-ekonomi=true");
        assertThat(checklist.services()).contains("hemtjanst", "anhorigstod", "god-man");
        assertThat(checklist.authorities()).as("the municipality, and a doctor for the memory").containsOnly("kommunen", "regionen");
        assertThat(checklist.service("god-man").path("authority").path("name").stringValue()).isEqualTo("Ystads kommun");
        assertThat(checklist.steps().map(step -> step.path("desk").path("scope").stringValue())).as("the office serves no municipality")
                .containsOnly("referred");
        assertThat(checklist.related()).contains("framtidsfullmakt", "anhorigbehorighet");
    }

    @Test
    void whose_licence_cannot_be_exchanged_is_told_how_long_it_is_valid_and_what_to_do_instead() {
        var checklist = ask("har körkort från Syrien", "");
        assertThat(checklist.services()).contains("utlandska-korkort-byte");
        assertThat(checklist.steps().map(step -> step.path("id").stringValue())).containsExactly("utlandska-korkort-byte/hur-lange", "utlandska-korkort-byte/nytt-korkort");
        assertThat(checklist.related()).contains("korkortstillstand");
    }

    @Test
    void where_no_address_of_a_municipality_is_known_the_step_says_where_to_find_it() {
        assertThat(addresses("ställa barnet i kö till förskolan i Kalmar")).hasSize(1).allMatch(url -> url.contains("kommuner-i-sverige"));
        assertThat(addresses("ställa barnet i kö till förskolan i Malmö")).isNotEmpty().allMatch(url -> url.contains("malmo.se"));
    }

    private List<String> addresses(String text) {
        return ask(text, "").step("forskola-plats/ansok").path("channels").valueStream().map(channel -> channel.path("url")).filter(url -> !url.isNull())
                .map(url -> url.stringValue()).toList();
    }

    /// What people write most is to be understood whatever is learnt from harder texts.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hur skriver jag mig på min nya adress                  | flyttanmalan
            när får vi barnbidraget                                | barnbidrag
            får man föräldrapenning om man studerar                | foraldrapenning
            vem bestämmer barnets efternamn                        | barnets-namn
            Jag vill ha faderskapet bekräftat digitalt             | foraldraskap
            Dödsboet vill säga upp lägenheten                      | hyresratt-dodsbo
            körkortet har gått ut                                  | korkort-fornya
            jag har fått parkeringsböter av kommunen               | parkeringsbot
            Vi har fått barn och flyttat till Malmö                | fa-barn flytta-inom-sverige
            Vi har skilt oss och jag har flyttat till en lägenhet  | skilsmassa flytta-inom-sverige
            Jag vill starta aktiebolag och anställa två personer   | starta-foretag anstalla-forsta
            Min fru dog i tisdags. Jag bor i villa i Sala.         | dodsfall
            My husband died last week, we rent in Uppsala. What must I do? | dodsfall
            I lost my job yesterday, what now?                     | bli-arbetslos
            how do I register as self-employed                     | starta-foretag
            Vi väntar barn i mars, vad behöver vi göra innan?      | vanta-barn
            Vi ska gifta oss i sommar                              | gifta-sig
            min dotter är sjuk och jag måste vara hemma från jobbet | sjukt-barn
            vi flyttar från Norge till Sverige                     | flytta-norden
            Vi flyttar till Kiruna första mars                     | flytta-inom-sverige
            We are moving to Sweden from Melbourne, all five of us | flytta-till-sverige
            I am moving from London to Sweden                      | flytta-till-sverige
            moving from Sweden to Australia next year              | flytta-fran-sverige
            vi har köpt ett hus                                    | kopa-bostad
            min son har autism                                     | barn-med-funktionsnedsattning
            I'm pregnant                                           | vanta-barn
            bostadstillägg                                         | bostadstillagg
            god man                                                | god-man
            student loan                                           | studiemedel
            jag är ny i Sverige                                    | ny-i-sverige
            Ny i Sverige. Var börjar jag?                          | ny-i-sverige
            gatlampan utanför vårt hus är trasig                   | gata-park-felanmalan
            Vi har köpt hus i Ystad och väntar barn i mars         | kopa-bostad vanta-barn
            Jag har flyttat den 17 november                        | flytta-inom-sverige
            Hur skriver jag in mig som arbetssökande och hur byter jag till svenskt körkort? | arbetsformedlingen-inskrivning byta-utlandskt-korkort
            Jag startar eget, anställer min första person och behöver tillstånd från kommunen | starta-foretag anstalla-forsta tillstand-kommun-foretag
            """)
    void plain_sentences_are_about_what_they_say(String text, String about) {
        assertThat(about(text)).containsExactlyInAnyOrder(about.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Grannen slår sin hund", "marken på tomten är förgiftad", "jag vill börja för mig själv", "Hemsidan slänger ut mig innan jag hinner skriva under",
        "Jag kvävs av studieskulden, kan man få betala mindre?"})
    void words_of_an_emergency_about_something_else_are_none(String text) {
        assertThat(ask(text, "").json().path("outcome").stringValue()).isNotEqualTo("crisis");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Muutamme toiseen kuntaan kahden lapsen kanssa          | visitor byter-kommun=true, visitor antal-barn=2
            Ostimme talon Uumajassa                                | visitor koper-hus=true, visitor kommun=2480
            Mój mąż pracuje, a ja szukam pracy                     | partner arbetar=true, visitor arbetssokande=true
            Ми з України, маємо тимчасовий захист                  | visitor medborgare-i=annat, visitor tillstandsgrund=massflykt
            اشترينا بيتا في مالمو                                   | visitor koper-hus=true, visitor kommun=1280
            أنا لا أعمل وعندي أربعة أطفال                           | visitor arbetar=false, visitor antal-barn=4
            اقامت دائم دارم ولی شماره شخصی ندارم                    | visitor har-uppehallstillstand=true, visitor folkbokford=false
            Waxaan leeyahay laba carruur                           | visitor antal-barn=2
            We are moving to Gothenburg in May                     | visitor kommun=1480
            عندي ٣ أطفال                                            | visitor antal-barn=3
            Vi flyttar till Kiruna första mars                     | visitor kommun=2584, visitor flyttdatum=2027-03-01
            """)
    void facts_are_read_in_the_languages_that_the_content_has_patterns_for(String text, String facts) {
        assertThat(ask(text, "").facts()).contains(facts.split(", "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Kan jag få bostadstillägg? Jag är 74.                  | visitor alder=74
            Jag är 74, bor i Kiruna och har låg pension            | visitor alder=74
            Jag är 50 % sjukskriven och undrar om bostadsbidrag    |
            Min dotter är 7. Hon behöver pass                      | child/1 alder=7
            """)
    void a_number_is_an_age_where_the_sentence_ends_after_it(String text, String fact) {
        assertThat(ask(text, "").facts().stream().filter(each -> each.contains("alder")).toList())
                .isEqualTo(fact == null ? List.of() : List.of(fact));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Got fired from my job today, I've never been unemployed, what now?", "Jag blev uppsagd idag och har aldrig varit arbetslös"})
    void what_one_has_never_been_says_nothing_of_today(String text) {
        assertThat(ask(text, "").facts()).noneMatch(fact -> fact.contains("arbetssokande=false"));
        assertThat(ask(text, "").authorities()).contains("akassa", "arbetsformedlingen");
    }

    private List<String> about(String text) {
        var understood = http.ask("{\"text\": \"%s\"}".formatted(text)).json().path("understood");
        return Stream.of("lifeEvents", "services").flatMap(kind -> understood.path(kind).valueStream()).map(each -> each.path("id").stringValue()).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Vi har fått barn och bor i Malmö                              | fa-barn
            Jag heter Anna. Jag har fått barn.                            | fa-barn
            Jag heter Anna, 811218-9876, har fått barn                    | fa-barn
            <script>alert(1)</script> Vi har fått barn                    | fa-barn
            <p>Vi har fått barn</p><p>Vi har flyttat till Malmö</p>       | fa-barn flytta-inom-sverige
            Vi har fått \\u001B[31m barn och flyttat till Malmö           | fa-barn flytta-inom-sverige
            Vi har flyttat till Kista                                     | flytta-inom-sverige
            Vi har flyttat till Rosengård                                 | flytta-inom-sverige
            """)
    void what_says_where_or_who_one_is_and_what_a_machine_added_is_no_errand(String text, String events) {
        assertThat(events(text)).containsExactly(events.split(" "));
    }

    @Test
    void a_day_in_the_text_says_when_and_not_what() {
        var checklist = ask("Min man dog den 10 november", ", \"date\": \"2026-11-21\"");
        assertThat(checklist.services()).contains("dodsfallsintyg", "begravning", "bouppteckning");
        assertThat(checklist.facts()).contains("deceased dodsdatum=2026-11-10");
    }

    @Test
    void with_the_day_of_death_the_estate_inventory_has_its_date() {
        var checklist = ask("Min man dog den 10 november", ", \"date\": \"2026-11-21\", \"facts\": {\"deceased\": {\"boet-har-tillgangar\": true}}");
        assertThat(checklist.steps().filter(step -> step.path("service").path("id").stringValue().equals("bouppteckning"))
                .map(step -> step.path("deadline").path("date").asString())).contains("2027-02-10");
    }

    @Test
    void somebody_who_opens_a_cafe_in_orebro_and_employs_her_sister() {
        var checklist = ask("Jag ska öppna café i Örebro och anställa min syster", "");
        assertThat(checklist.facts()).contains("visitor kommun=1880", "company serverar-mat=true", "company anstaller=true");
        assertThat(checklist.authorities()).contains("skatteverket", "bolagsverket", "kommunen", "arbetsmiljoverket")
                .doesNotContain("forsakringskassan", "pensionsmyndigheten", "polisen");
        assertThat(checklist.services()).contains("f-skatt", "momsregistrering", "arbetsgivarregistrering", "livsmedelsregistrering", "personalliggare", "kassaregister");
        assertThat(checklist.service("livsmedelsregistrering").path("authority").path("name").stringValue()).isEqualTo("Örebro kommun");
        assertThat(checklist.services()).as("alcohol was not spoken of").doesNotContain("serveringstillstand");
        assertThat(checklist.questions().getFirst()).isEqualTo("company foretagsform");
        assertThat(checklist.service("arbetsgivarregistrering").path("number").intValue())
                .isLessThan(checklist.service("arbetsgivardeklaration").path("number").intValue());
    }

    @Test
    void two_events_in_one_sentence_give_one_ordered_checklist() {
        var checklist = ask("Vi har fått barn och flyttat till Malmö", "");
        assertThat(checklist.json().path("understood").path("lifeEvents").valueStream().map(event -> event.path("id").stringValue()))
                .containsExactly("fa-barn", "flytta-inom-sverige");
        assertThat(checklist.authorities()).containsExactlyInAnyOrder("skatteverket", "forsakringskassan", "kommunen", "regionen");
        assertThat(checklist.service("flyttanmalan").path("number").intValue()).isLessThan(checklist.service("forskola-plats").path("number").intValue());
        assertThat(checklist.questions()).isNotEmpty();
        assertThat(checklist.json().path("code").stringValue()).isNotBlank();
    }

    @Test
    void a_document_is_asked_for_once_with_the_steps_that_need_it() {
        var checklist = Checklist.of(http, "{\"services\": [\"barn-pass\", \"barnets-namn\"], \"facts\": {\"child/1\": {\"har-namn\": false}}}");
        assertThat(checklist.documents()).doesNotHaveDuplicates().contains("legitimation");
    }

    @Test
    void the_same_list_is_found_again_by_its_code() {
        var first = ask("Vi har fått barn och flyttat till Malmö", "");
        var again = new Checklist(http.get("/vagvisaren/v1/checklists/" + first.json().path("code").stringValue()).json());
        assertThat(again.services()).containsExactlyElementsOf(first.services());
        assertThat(again.json().path("changes").isEmpty()).isTrue();
    }

    @Test
    void nothing_that_we_can_guide_in_is_refused_with_a_way_on() {
        var checklist = ask("Vad blir det för väder på Gotland i helgen?", "");
        assertThat(checklist.outcome()).isEqualTo("no-match");
        assertThat(checklist.steps()).isEmpty();
        assertThat(checklist.notices()).containsExactly("info");
    }

    /// The same words tell of what goes on now and of what is over.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Min man står utanför dörren och ska sparka in den                          | sos-alarm
            För två år sen slog min dåvarande man mig. Jag har aldrig berättat för någon | stodlinje
            Jag vill inte leva längre                                                  | stodlinje-sjalvmordslinjen
            Han har tagit alla tabletterna och svarar inte                             | sos-alarm
            Min syster hålls kvar i Irak av släkten, de har tagit hennes svenska pass  | utrikesdepartementet
            Grannbarnen är ensamma ute på nätterna, jag är orolig för dem              | kommun
            """)
    void whom_to_call_first_depends_on_what_goes_on(String text, String first) {
        assertThat(ask(text, "").json().path("notices").path(0).path("authority").path("id").stringValue()).startsWith(first);
    }

    @Test
    void an_emergency_is_seen_in_the_middle_of_another_errand() {
        assertThat(ask("Jag ville fråga om bostadsbidrag, hur mycket vi får behålla när barnen blir äldre och går på gymnasiet, för hyran höjs i januari. "
                + "Min man slår mig. Vi bor i en trea i Sala och jag jobbar halvtid på ett lager.", "").outcome()).isEqualTo("crisis");
    }

    @Test
    void an_emergency_is_answered_with_whom_to_call_first() {
        var checklist = ask("min sambo slår mig och barnen, vi bor i Ystad", "");
        assertThat(checklist.outcome()).isEqualTo("crisis");
        assertThat(checklist.json().path("notices").path(0).path("phone").stringValue()).isEqualTo("112");
        assertThat(checklist.json().path("code").isNull()).isTrue();
    }
}
