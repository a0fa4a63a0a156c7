package io.fettle.runbook.statistics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.fettle.platform.caller.Role;
import io.fettle.platform.row.Rows;
import io.fettle.platform.testsupport.Tables;
import io.fettle.platform.testsupport.TestTokens;
import io.fettle.runbook.testsupport.ARunbook;
import io.fettle.runbook.testsupport.Catalogue;
import io.fettle.runbook.testsupport.Collected;
import io.fettle.runbook.testsupport.Ledger;
import io.fettle.runbook.testsupport.Topics;

@QuarkusTest
class FailureResourceTest {

    private static final int INCIDENT = 1;
    private static final int EVENT = 9;
    private static final int PROBLEM = 4;

    @Inject
    Topics topics;

    @Inject
    Ledger ledger;

    @Inject
    Rows rows;

    @Test
    void theRunbooksThatFailedMostComeFirstAndEqualsByName() {
        catalogue(601, "clean", "Restart", "archive");
        execute(601, INCIDENT, "clean", "web1", "FAILED");
        execute(601, EVENT, "clean", "web1", "TIMED_OUT");
        execute(601, INCIDENT, "archive", "web1", "REFUSED");
        execute(601, INCIDENT, "Restart", "web1", "UNKNOWN");
        execute(601, INCIDENT, "Restart", "web1", "SUCCESSFUL");
        get(601, "failedRunbooks", "10")
                .statusCode(200)
                .body("Count", equalTo(3))
                .body("Status", equalTo("Success"))
                .body("Message", equalTo("Success"))
                .body("Result", contains("clean", "Restart", "archive"));
        get(601, "failedRunbooks", "1").body("Result", contains("clean")).body("Count", equalTo(1));
    }

    @Test
    void theHostsOnWhichMostFailedComeFirstAndIgnoreCase() {
        catalogue(602, "clean", "restart");
        execute(602, INCIDENT, "clean", "db1", "FAILED");
        execute(602, INCIDENT, "clean", "db1", "SUCCESSFUL");
        execute(602, INCIDENT, "clean", "WEB1", "FAILED");
        execute(602, EVENT, "restart", "web1", "FAILED");
        execute(602, INCIDENT, "restart", "App1", "FAILED");
        get(602, "failedCIs", "1000")
                .statusCode(200)
                .body("Count", equalTo(3))
                .body("Result", contains("WEB1", "App1", "db1"));
        get(602, "failedCIs", "2").body("Result", contains("WEB1", "App1"));
    }

    @Test
    void onlyIncidentsAndEventsCount() {
        catalogue(603, "clean");
        execute(603, PROBLEM, "clean", "web1", "FAILED");
        get(603, "failedRunbooks", "10")
                .statusCode(200)
                .body("Count", equalTo(0))
                .body("Result", empty());
        get(603, "failedCIs", "10").statusCode(200).body("Result", empty());
    }

    @Test
    void aRunbookKeepsTheNameItFailedUnder() {
        catalogue(604, "old", "gone");
        execute(604, INCIDENT, "old", "web1", "FAILED");
        execute(604, INCIDENT, "gone", "web1", "FAILED");
        Catalogue.replace(604, "old", runbook("old").named("new"));
        given().auth()
                .oauth2(TestTokens.of(604, Role.RUNBOOKS_ADMIN))
                .delete("/v2/runbook/orgentityid/604/gone")
                .then()
                .statusCode(200);
        get(604, "failedRunbooks", "10").body("Result", contains("gone", "old"));
    }

    @Test
    void aRunbookThatAPersonChoseIsKnownByItsName() {
        Catalogue.add(
                605, runbook("a").named("first"), runbook("a2").named("second").matching("Col2", "Equals", "a"));
        JsonNode ticket = collect(605, INCIDENT, "a", "web1");
        given().contentType("application/json")
                .auth()
                .oauth2(TestTokens.of(605, Role.RUNBOOKS_RUN))
                .body("{\"Decision\":\"Approve\",\"Remarks\":\"-\",\"RunbookId\":\"a2\"}")
                .post("/v2/incident/Assignation/" + ticket.path("ticketNumber").asText() + "/605")
                .then()
                .statusCode(200);
        finish(ticket, "FAILED");
        get(605, "failedRunbooks", "10").body("Result", contains("second"));
        get(605, "failedCIs", "10").body("Result", contains("web1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "-1", "1.5", "ten", "99999999999999999999"})
    void aCountThatIsNotOneToAThousandIsRefused(String count) {
        for (String which : new String[] {"failedRunbooks", "failedCIs"}) {
            get(606, which, count)
                    .statusCode(400)
                    .body("Count", equalTo(0))
                    .body("Result", empty())
                    .body("Status", equalTo("Fail"))
                    .body("Message", equalTo("count must be a number from 1 to 1000"));
        }
    }

    @Test
    void readingNeedsTheRoleOfTickets() {
        given().auth()
                .oauth2(TestTokens.of(607, Role.RUNBOOKS_ADMIN, Role.RUNBOOKS_RUN))
                .get("/v2/incident/failedCIs/607/count/1")
                .then()
                .statusCode(403);
    }

    @Test
    void countingIsServedByTheIndexesOfFailures() {
        assertThat(plan(Failures.RUNBOOKS)).contains("ix_interaction_failed_runbook", "Index Cond: (org = ");
        assertThat(plan(Failures.HOSTS)).contains("ix_interaction_failed_host", "Index Cond: (org = ");
    }

    @ParameterizedTest
    @CsvSource({"failedRunbooks, Incident_FailedRunbooks", "failedCIs, Incident_FailedCIs"})
    void theConsoleFindsEveryOperationUnderItsTag(String which, String operation) {
        String path = "paths.'/v2/incident/" + which + "/{org}/count/{n}'.get.";
        given().accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .body(path + "operationId", equalTo(operation))
                .body(path + "tags", contains("Incident"))
                .body(path + "parameters.find { it.name == 'n' }.example.toString()", containsString("10"));
    }

    private static void catalogue(int org, String... names) {
        for (String name : names) {
            Catalogue.add(org, runbook(name).named(name));
        }
    }

    /** One for the tickets that name it, to run on the host that they name. */
    private static ARunbook runbook(String id) {
        return ARunbook.called(id).forModules().matching("Col2", "Equals", id);
    }

    private void execute(int org, int module, String runbook, String host, String outcome) {
        finish(collect(org, module, runbook, host), outcome);
    }

    private JsonNode collect(int org, int module, String runbook, String host) {
        JsonNode ticket = Collected.ticket(org, UUID.randomUUID().toString())
                .inModule(module)
                .with("Col2", runbook)
                .with("Description", "server " + host)
                .event();
        topics.ticketTransition(ticket);
        ledger.awaitHandled(ticket);
        return ticket;
    }

    private void finish(JsonNode ticket, String outcome) {
        JsonNode finished = Topics.likeSample("execution-finished")
                .put("org", ticket.at("/ticket/org").asInt())
                .put("interactionId", interactionOf(ticket.at("/ticket/sysId").asText()))
                .put("outcome", outcome);
        topics.dagExecution(finished);
        ledger.awaitHandled(finished);
    }

    private String interactionOf(String sysId) {
        return Tables.run("select id::text from interaction where sys_id = $1", sysId)
                .get(0)
                .getString(0);
    }

    private String plan(String statement) {
        return rows.ofEveryOrganisation()
                .inTransaction(tx -> tx.query("set local enable_seqscan = off")
                        .execute()
                        .chain(() -> tx.preparedQuery("explain " + statement).execute(Tuple.of(608, 10L))))
                .map(lines -> lines.stream().map(row -> row.getString(0)).collect(Collectors.joining("\n")))
                .await()
                .indefinitely();
    }

    private static ValidatableResponse get(int org, String which, String count) {
        return given().auth()
                .oauth2(TestTokens.of(org, Role.TICKETS_READ))
                .get("/v2/incident/" + which + "/" + org + "/count/" + count)
                .then();
    }
}
