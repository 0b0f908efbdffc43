package se.vagvisaren.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ResourceHttpTest {

    @LocalServerPort
    private int port;
    private Http http;

    @BeforeEach
    void server() {
        http = new Http(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"life-events", "services", "authorities", "documents", "offices", "facts", "municipalities",
            "releases"})
    void every_list_is_read_in_parts_and_knows_its_length(String resource) {
        var part = http.get("/vagvisaren/v1/" + resource + "?limit=1").json();

        assertThat(part.path("items")).hasSize(1);
        assertThat(part.path("page").intValue()).isEqualTo(1);
        assertThat(part.path("limit").intValue()).isEqualTo(1);
        assertThat(part.path("total").intValue()).isPositive();
        assertThat(http.get("/vagvisaren/v1/" + resource + "?limit=200&page=1000").json().path("items")).isEmpty();
    }

    @Test
    void a_list_has_fifty_items_unless_asked_otherwise() {
        var municipalities = http.get("/vagvisaren/v1/municipalities").json();

        assertThat(municipalities.path("items")).hasSize(50);
        assertThat(municipalities.path("total").intValue()).isEqualTo(290);
    }

    @Test
    void services_are_found_by_authority_and_by_life_event() {
        assertThat(http.get("/vagvisaren/v1/services?authority=skatteverket&limit=200").json().path("items"))
                .isNotEmpty()
                .allSatisfy(service -> assertThat(service.path("authority").path("id").stringValue())
                        .isEqualTo("skatteverket"));
        assertThat(http.get("/vagvisaren/v1/services?lifeEvent=fa-barn&limit=200").json().path("items")).isNotEmpty()
                .allSatisfy(service -> assertThat(service.path("lifeEvents").toString()).contains("fa-barn"));
    }

    @Test
    void one_service_and_one_life_event_can_be_read_by_id() {
        assertThat(http.get("/vagvisaren/v1/life-events/fa-barn?language=en").json().path("id").stringValue())
                .isEqualTo("fa-barn");
        assertThat(http.get("/vagvisaren/v1/services/barnbidrag").json().path("steps")).isNotEmpty();
    }

    @Test
    void an_office_known_only_from_old_sources_shows_no_address_or_hours_as_todays() {
        var offices = http.get("/vagvisaren/v1/offices?limit=200").json().path("items");

        assertThat(offices.valueStream().filter(office -> office.path("stale").booleanValue()).toList()).isNotEmpty()
                .allSatisfy(office -> {
                    assertThat(office.path("streetAddress").isNull()).isTrue();
                    assertThat(office.path("openingHours").isNull()).isTrue();
                }).anySatisfy(office -> assertThat(office.path("historical").path("asOf").isString()).isTrue());
    }

    @Test
    void offices_are_found_by_municipality() {
        assertThat(http.get("/vagvisaren/v1/offices?municipality=1280").json().path("items")).isNotEmpty()
                .allSatisfy(office -> assertThat(office.path("municipality").stringValue()).isEqualTo("1280"));
    }

    @Test
    void while_one_types_events_and_services_are_suggested() {
        assertThat(http.get("/vagvisaren/v1/suggestions?q=flytt").json().path("items"))
                .anySatisfy(item -> assertThat(item.path("id").stringValue()).isEqualTo("flytta-inom-sverige"));
        assertThat(http.get("/vagvisaren/v1/suggestions?q=").json().path("items")).isEmpty();
        assertThat(http.get("/vagvisaren/v1/suggestions?q=" + "a".repeat(5_000)).json().path("items")).isEmpty();
    }

    @Test
    void the_interface_tells_what_it_is_as_the_public_sectors_profile_asks_for() {
        assertThat(http.get("/vagvisaren/api-info").json().propertyNames())
                .containsExactly("apiName", "apiVersion", "apiReleased", "apiDocumentation", "apiStatus");
    }
}
