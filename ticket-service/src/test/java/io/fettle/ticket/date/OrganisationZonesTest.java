package io.fettle.ticket.date;

import static io.fettle.ticket.testsupport.AnIncident.anIncident;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

import io.fettle.platform.caller.Organisations;
import io.fettle.platform.row.Rows;
import io.fettle.platform.testsupport.Tables;
import io.fettle.ticket.testsupport.Connector;
import io.fettle.ticket.testsupport.Samples;
import io.fettle.ticket.testsupport.Topic;

@QuarkusTest
class OrganisationZonesTest {

    private static final String IN_DUBLIN = "2020-07-29 06:12:23.000";
    private static final String IN_KOLKATA = "2020-07-29 01:42:23.000";

    private final Connector connector = new Connector();

    @Inject
    Rows rows;

    @Test
    void ticketsAreReadWithWhatTheirOrganisationMeans() {
        assertThat(readBack("IST")).isEqualTo(IN_KOLKATA);
        tell(Samples.read("organization-changed"));
        await().untilAsserted(() -> assertThat(readBack("IST")).isEqualTo(IN_DUBLIN));
        assertThat(readBack("ist")).isEqualTo(IN_DUBLIN);
        assertThat(readBack("CST")).isEqualTo("2020-07-28 23:12:23.000");
        assertThat(readBack("EST")).isEqualTo("2020-07-29 11:12:23.000");
    }

    @Test
    void otherOrganisationsMeanWhatTheTableSays() {
        tell(overrides(Map.of("IST", "Europe/Dublin")));
        await().untilAsserted(() -> assertThat(readBack("IST")).isEqualTo(IN_DUBLIN));
        assertThat(readBack(new Connector(), "IST")).isEqualTo(IN_KOLKATA);
    }

    @Test
    void anOverrideThatIsWithdrawnIsForgotten() {
        tell(overrides(Map.of("XYZ", "Europe/Dublin", "IST", "Europe/Dublin")));
        await().untilAsserted(() -> assertThat(readBack("IST")).isEqualTo(IN_DUBLIN));
        tell(overrides(Map.of()));
        await().untilAsserted(() -> assertThat(readBack("IST")).isEqualTo(IN_KOLKATA));
        connector.push(anIncident().inZone("XYZ")).statusCode(400).body("Errors.Field", contains("TimeZone"));
    }

    @Test
    void anUnknownTypeAndARecordThatIsNoEventStopNobody() {
        new Topic("fettle.auth.organization.v1").publish(key(), "no event");
        tell(overrides(Map.of("IST", "Asia/Tokyo")).put("type", "Invented"));
        tell(overrides(Map.of("IST", "Europe/Dublin")));
        await().untilAsserted(() -> assertThat(readBack("IST")).isEqualTo(IN_DUBLIN));
    }

    @Test
    void aReplicaThatHeardNothingKnowsHalfAMinuteLater() {
        var clock = new Watch();
        var replica = new OrganisationZones(rows, clock);
        assertThat(ist(replica)).isEqualTo("Asia/Kolkata");
        Tables.run("insert into zone_override (org, name, zone) values ($1, 'IST', 'Europe/Dublin')", connector.org());
        clock.now = clock.now.plusSeconds(29);
        assertThat(ist(replica)).as("kept, without a query").isEqualTo("Asia/Kolkata");
        clock.now = clock.now.plusSeconds(1);
        assertThat(ist(replica)).isEqualTo("Europe/Dublin");
        assertThat(OrganisationZones.LONGEST_KEPT).isLessThan(Duration.ofMinutes(1));
    }

    private static final class Watch extends Clock {

        private Instant now = Instant.parse("2026-11-24T10:15:30Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private String ist(OrganisationZones replica) {
        return replica.of(connector.org(), Organisations.ALL)
                .await()
                .indefinitely()
                .find("IST")
                .orElseThrow()
                .getId();
    }

    private JsonObject overrides(Map<String, String> overrides) {
        return Samples.read("organization-changed").put("zoneOverrides", JsonObject.mapFrom(overrides));
    }

    private void tell(JsonObject event) {
        new Topic("fettle.auth.organization.v1")
                .publish(
                        key(),
                        event.put("eventId", UUID.randomUUID().toString())
                                .put("org", connector.org())
                                .encode());
    }

    private String key() {
        return String.valueOf(connector.org());
    }

    private String readBack(String zone) {
        return readBack(connector, zone);
    }

    /** What a ticket of 07:12:23 on 29 July in a zone reads back as. */
    private static String readBack(Connector connector, String zone) {
        var ticket = anIncident().inZone(zone).with("CreationDate", "2020-07-29 07:12:23");
        connector.push(ticket).statusCode(200);
        return (String) connector.find("sys_id=" + ticket.sysId()).get(0).get("CreationDate");
    }
}
