package io.fettle.ticket.statistics;

import static io.fettle.ticket.testsupport.AnIncident.anIncident;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.fettle.platform.caller.Organisations;
import io.fettle.platform.caller.Role;
import io.fettle.platform.row.Rows;
import io.fettle.platform.testsupport.Tables;
import io.fettle.platform.testsupport.TestTokens;
import io.fettle.ticket.testsupport.AnIncident;
import io.fettle.ticket.testsupport.Connector;
import io.fettle.ticket.testsupport.Samples;
import io.fettle.ticket.testsupport.Topic;

@QuarkusTest
class OutcomeResourceTest {

    private static final String NOON = "2026-11-24T12:00:00Z";

    private final Connector connector = new Connector();
    private final AnIncident ticket = anIncident();

    @Inject
    Rows rows;

    @BeforeEach
    void aTicketIsThere() {
        connector.push(ticket).statusCode(200);
    }

    @Test
    void aTicketWhoseExecutionWasSuccessfulIsResolved() {
        execute(1, NOON, "EXECUTION_SUCCESSFUL");
        get("resolved", "")
                .statusCode(200)
                .body("Count", equalTo(1))
                .body("Status", equalTo("Success"))
                .body("Message", equalTo("Success"))
                .body("Result", equalTo(Map.of("TicketResolved", "1")))
                .body("$", not(hasKey("Next")));
        get("unresolved", "").statusCode(200).body("Result", equalTo(Map.of("TicketFailed", "0")));
    }

    @Test
    void aTicketWhoseExecutionFailedIsNot() {
        execute(1, NOON, "EXECUTION_FAILED", "MARKED_FOR_RELEASE");
        get("resolved", "").statusCode(200).body("Result.TicketResolved", equalTo("0"));
        get("unresolved", "").statusCode(200).body("Result.TicketFailed", equalTo("1"));
    }

    @Test
    void aTicketThatWasReleasedWithoutAnExecutionIsNeither() {
        execute(1, NOON, "MARKED_FOR_RELEASE");
        get("resolved", "").body("Result.TicketResolved", equalTo("0"));
        get("unresolved", "").body("Result.TicketFailed", equalTo("0"));
    }

    @Test
    void incidentsAndEventsCountTogether() {
        connector.push(ticket.with("ModuleId", 9)).statusCode(200);
        execute(1, NOON, "EXECUTION_SUCCESSFUL");
        execute(9, NOON, "EXECUTION_SUCCESSFUL");
        get("resolved", "").body("Result.TicketResolved", equalTo("2")).body("Count", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T00:00:00Z, 1",
        "2026-11-24T23:59:59.999Z, 1",
        "2026-11-23T23:59:59.999Z, 0",
        "2026-11-25T00:00:00Z, 0"
    })
    void theDaysAreIncludedFromTheirFirstToTheirLastMomentInGmt(String at, String count) {
        execute(1, at, "EXECUTION_SUCCESSFUL");
        get("resolved", "?startdate=11-24-2026&enddate=11-24-2026").body("Result.TicketResolved", equalTo(count));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1",
        "?startdate=&enddate=, 1",
        "?startdate=11-24-2026, 1",
        "?startdate=11-25-2026, 0",
        "?enddate=11-24-2026, 1",
        "?enddate=11-23-2026, 0",
        "?StartDate=%2011-25-2026%20, 0"
    })
    void eitherSideMayBeOpenAndNamesIgnoreCase(String query, String count) {
        execute(1, NOON, "EXECUTION_FAILED");
        get("unresolved", query).statusCode(200).body("Result.TicketFailed", equalTo(count));
    }

    @Test
    void aRemarkOnATicketThatFailedIsNoFailure() {
        execute(1, NOON, "EXECUTION_FAILED");
        move(1, "2026-11-26T12:00:00Z", "EXECUTION_FAILED", "MARKED_FOR_RELEASE");
        assertThat(connector.historyOf(ticket)).hasSize(7);
        get("unresolved", "?startdate=11-25-2026").body("Result.TicketFailed", equalTo("0"));
    }

    @Test
    void aTicketThatFailsTwiceCountsOnce() {
        execute(1, NOON, "EXECUTION_FAILED");
        Tables.run("""
                        insert into transition (org, module, sys_id, version, from_status, to_status, at, actor)
                        values ($1, 1, $2, 99, 'MARKED_FOR_EXECUTION', 'EXECUTION_FAILED', $3, 'test')
                        """, connector.org(), ticket.sysId(), OffsetDateTime.parse(NOON));
        get("unresolved", "").body("Result.TicketFailed", equalTo("1"));
    }

    @Test
    void aDateThatIsNoneIsRefusedInTheEnvelopeOfReads() {
        get("resolved", "?startdate=02-30-2026")
                .statusCode(400)
                .body("Count", equalTo(0))
                .body("Result", empty())
                .body("Status", equalTo("Fail"))
                .body("Message", equalTo("startdate must be a date, MM-DD-YYYY"));
        get("unresolved", "?startdate=11-25-2026&enddate=11-24-2026")
                .statusCode(400)
                .body("Message", equalTo("startdate must not be after enddate"));
    }

    @Test
    void aQueryThatCannotBeDecodedIsRefused() throws IOException {
        String path = "/v2/incident/resolved/" + connector.org();
        assertThat(connector.getRaw(path + "?enddate=%zz").getString("Message"))
                .isEqualTo("The query is not percent-encoded as it should be");
    }

    @Test
    void anotherOrganisationsTicketsDoNotCount() {
        execute(1, NOON, "EXECUTION_SUCCESSFUL");
        var other = new Connector();
        other.get("/v2/incident/resolved/" + other.org()).body("Result.TicketResolved", equalTo("0"));
    }

    @Test
    void readingNeedsTheRole() {
        given().auth()
                .oauth2(TestTokens.of(connector.org(), Role.TICKETS_WRITE))
                .get("/v2/incident/resolved/" + connector.org())
                .then()
                .statusCode(403);
    }

    @Test
    void countingIsServedByTheIndexOfOutcomes() {
        String plan = rows.of(Organisations.ALL.only(connector.org()))
                .inTransaction(tx -> tx.query("set local enable_seqscan = off")
                        .execute()
                        .chain(() -> tx.preparedQuery("explain " + Outcomes.COUNT)
                                .execute(Tuple.of(
                                        connector.org(),
                                        "EXECUTION_FAILED",
                                        OffsetDateTime.parse(NOON),
                                        OffsetDateTime.parse(NOON).plusDays(1)))))
                .map(lines -> lines.stream().map(row -> row.getString(0)).collect(Collectors.joining("\n")))
                .await()
                .indefinitely();
        assertThat(plan)
                .containsPattern("Index Cond: \\(\\(org = .* AND \\(to_status = .* AND \\(at >= .* AND \\(at < ");
    }

    private ValidatableResponse get(String which, String query) {
        return connector.get("/v2/incident/" + which + "/" + connector.org() + query);
    }

    /** Lets a ticket that was just collected take the short way to an execution, and what follows. */
    private void execute(int module, String at, String... end) {
        move(module, at, "PICKED_FOR_RECOMMENDATION", "PENDING_FOR_APPROVAL", "MARKED_FOR_EXECUTION");
        move(module, at, end);
    }

    private void move(int module, String at, String... statuses) {
        var steps = new JsonArray();
        for (String status : statuses) {
            steps.add(new JsonObject().put("status", status).put("at", at));
        }
        JsonObject event = Samples.of("runbook-progressed", connector.org(), ticket.sysId())
                .put("steps", steps);
        event.getJsonObject("ticket").put("module", module);
        new Topic("fettle.runbook.progress.v1")
                .publish(connector.org() + ":" + module + ":" + ticket.sysId(), event.encode());
        await().until(() -> isHandled(event));
    }

    private boolean isHandled(JsonObject event) {
        return Tables.run("select 1 from inbox where event_id = $1", UUID.fromString(event.getString("eventId")))
                        .size()
                == 1;
    }
}
