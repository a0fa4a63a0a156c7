package io.fettle.auth.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.vertx.core.json.JsonObject;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.fettle.embedded.Provisioning;
import io.fettle.embedded.TestServers;

/** A database of a release that told nobody of its organisations. */
class AnnouncementTest {

    private static final String ROLE = "announcement";
    private static final String PASSWORD = "only-for-tests";

    private String url;

    @BeforeEach
    void migrateAsTheReleaseBeforeDid() throws Exception {
        String database =
                "test_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        String adminUrl = TestServers.get().adminUrl();
        var provisioning = new Provisioning(adminUrl);
        provisioning.database(database);
        provisioning.service(database, ROLE, PASSWORD);
        url = adminUrl.replaceFirst("(?<=//)([^/]+)/.*", "$1/" + database);
        Flyway.configure()
                .dataSource(url, ROLE, PASSWORD)
                .locations("db/migration")
                .target("3")
                .load()
                .migrate();
    }

    @Test
    void organisationsThatWereThereBeforeAreTold() throws SQLException {
        execute("insert into organisation values (1, 'Acme', 'GMT'), (2147483647, 'Last', 'Asia/Kolkata')");
        execute("insert into zone_override values (1, 'IST', 'Europe/Dublin'), (1, 'CST', 'Asia/Shanghai')");
        migrate();
        List<JsonObject> told = told();
        assertThat(told).extracting(row -> row.getString("key")).containsExactly("1", "2147483647");
        JsonObject first = new JsonObject(told.get(0).getString("data"));
        assertThat(first.fieldNames())
                .containsExactlyInAnyOrder("type", "eventId", "occurredAt", "org", "timeZone", "zoneOverrides");
        assertThat(first.getString("eventId")).isEqualTo(told.get(0).getString("event_id"));
        assertThat(first.getInstant("occurredAt")).isNotNull();
        assertThat(first.getInteger("org")).isEqualTo(1);
        assertThat(first.getJsonObject("zoneOverrides").getMap())
                .isEqualTo(Map.of("IST", "Europe/Dublin", "CST", "Asia/Shanghai"));
        JsonObject last = new JsonObject(told.get(1).getString("data"));
        assertThat(last.getString("timeZone")).isEqualTo("Asia/Kolkata");
        assertThat(last.getJsonObject("zoneOverrides")).isEmpty();
    }

    @Test
    void theyAreToldInTheLaneOfTheirLaterEvents() throws SQLException {
        execute("insert into organisation select id, 'Acme', 'GMT' from generate_series(1, 2000000, 997) as ids (id)");
        migrate();
        assertThat(told())
                .hasSizeGreaterThan(2000)
                .allSatisfy(row -> assertThat(row.getInteger("lane"))
                        .isEqualTo(Math.floorMod(row.getString("key").hashCode(), 16)));
    }

    @Test
    void aNewDatabaseHasNothingToTell() throws SQLException {
        migrate();
        assertThat(told()).isEmpty();
    }

    private void migrate() {
        Flyway.configure()
                .dataSource(url, ROLE, PASSWORD)
                .locations("db/migration", "db/messaging", "db/outbox")
                .outOfOrder(true)
                .load()
                .migrate();
    }

    private void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<JsonObject> told() throws SQLException {
        var rows = new ArrayList<JsonObject>();
        try (var connection = connect();
                var statement = connection.createStatement();
                var told = statement.executeQuery("select to_jsonb(p) from pending_event as p order by id")) {
            while (told.next()) {
                rows.add(new JsonObject(told.getString(1)));
            }
        }
        return rows;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, ROLE, PASSWORD);
    }
}
