package io.fettle.auth.organisation;

import static io.fettle.auth.testsupport.Calls.asAdministrator;
import static io.fettle.auth.testsupport.Calls.saveOrganisation;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

import io.fettle.auth.testsupport.Topic;

@QuarkusTest
class OrganizationChangedTest {

    private static final String TOPIC = "fettle.auth.organization.v1";

    @Test
    void aNewOrganisationIsToldAsInTheSample() throws IOException {
        JsonObject sample = new JsonObject(
                Files.readString(Path.of(System.getProperty("fettle.root"), "docs/events/organization-changed.json")));
        saveOrganisation(Map.of(
                        "OrgId",
                        201,
                        "Name",
                        "Acme",
                        "TimeZone",
                        sample.getString("timeZone"),
                        "ZoneOverrides",
                        sample.getJsonObject("zoneOverrides").getMap()))
                .statusCode(200);
        JsonObject event = new Topic(TOPIC).await("201", 1).get(0);
        assertThat(event.fieldNames()).isEqualTo(sample.fieldNames());
        assertThat(event.getString("occurredAt")).endsWith("Z");
        for (String own : List.of("eventId", "occurredAt", "org")) {
            event.remove(own);
            sample.remove(own);
        }
        assertThat(event).isEqualTo(sample);
    }

    @Test
    void aChangeIsToldWithWhatDidNotChange() {
        saveOrganisation(Map.of("OrgId", 202, "Name", "Acme", "ZoneOverrides", Map.of("IST", "Europe/Dublin")))
                .statusCode(200);
        change(202, Map.of("TimeZone", "Asia/Tokyo"));
        change(202, Map.of("ZoneOverrides", Map.of()));
        List<JsonObject> events = new Topic(TOPIC).await("202", 3);
        assertThat(events)
                .extracting(event -> event.getString("timeZone"))
                .containsExactly("GMT", "Asia/Tokyo", "Asia/Tokyo");
        assertThat(events)
                .extracting(event -> event.getJsonObject("zoneOverrides").getString("IST"))
                .containsExactly("Europe/Dublin", "Europe/Dublin", null);
    }

    @Test
    void whatIsRefusedIsNotTold() {
        saveOrganisation(Map.of("OrgId", 203, "Name", "Acme")).statusCode(200);
        saveOrganisation(Map.of("OrgId", 203, "Name", "Acme", "TimeZone", "Asia/Tokyo"))
                .statusCode(422);
        change(203, Map.of("TimeZone", "Asia/Kolkata"));
        assertThat(new Topic(TOPIC).await("203", 2))
                .extracting(event -> event.getString("timeZone"))
                .containsExactly("GMT", "Asia/Kolkata");
    }

    private static void change(int id, Map<String, ?> body) {
        asAdministrator().body(body).put("/v2/organizations/" + id).then().statusCode(200);
    }
}
