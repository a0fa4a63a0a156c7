package io.fettle.runbook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import io.fettle.platform.caller.Role;
import io.fettle.platform.testsupport.TableSecurity;
import io.fettle.platform.testsupport.Tables;
import io.fettle.platform.testsupport.TestTokens;
import io.fettle.platform.testsupport.WithoutOrganisationCheck;
import io.fettle.runbook.testsupport.ARunbook;
import io.fettle.runbook.testsupport.Catalogue;
import io.fettle.runbook.testsupport.Collected;
import io.fettle.runbook.testsupport.Ledger;
import io.fettle.runbook.testsupport.Topics;

/** The service does not check the caller's organisation here: Postgres does. */
@QuarkusTest
@TestProfile(WithoutOrganisationCheck.class)
class RowSecurityTest {

    private static final int STRANGERS = 902;
    private static final String APPROVE = "{\"Decision\":\"Approve\",\"Remarks\":\"forged\"}";

    @Inject
    Topics topics;

    @Inject
    Ledger ledger;

    @Test
    void aStrangerReadsNoRunbook() {
        Catalogue.add(911, ARunbook.called("a"));
        stranger(Role.RUNBOOKS_ADMIN)
                .get("/v2/runbook/orgentityid/911")
                .then()
                .statusCode(200)
                .body("Result", empty());
        stranger(Role.RUNBOOKS_ADMIN)
                .get("/v2/runbook/orgentityid/911/a")
                .then()
                .statusCode(404);
        member(911, Role.RUNBOOKS_ADMIN)
                .get("/v2/runbook/orgentityid/911/a")
                .then()
                .statusCode(200);
    }

    @Test
    void aStrangerChangesNoRunbook() {
        Catalogue.add(912, ARunbook.called("a"));
        stranger(Role.RUNBOOKS_ADMIN)
                .body(ARunbook.called("b").build())
                .post("/v2/runbook/orgentityid/912")
                .then()
                .statusCode(403)
                .body("Status", equalTo("Fail"));
        stranger(Role.RUNBOOKS_ADMIN)
                .body(ARunbook.called("a").named("forged").build())
                .put("/v2/runbook/orgentityid/912/a")
                .then()
                .statusCode(403);
        stranger(Role.RUNBOOKS_ADMIN)
                .delete("/v2/runbook/orgentityid/912/a")
                .then()
                .statusCode(403);
        member(912, Role.RUNBOOKS_ADMIN)
                .get("/v2/runbook/orgentityid/912")
                .then()
                .body("Result.RunbookName", contains("restart-spooler"));
        assertThat(Tables.count("select revision from catalogue where org = 912"))
                .isEqualTo(1);
    }

    @Test
    void aStrangerDecidesOnNothing() {
        Catalogue.add(913, ARunbook.called("a").manual());
        String interaction = pending(913);
        for (String path : List.of(
                "v2/incident",
                "v2/event",
                "v2/changeRequests",
                "v2/serviceRequests",
                "v2/sub-task",
                "v2/problem",
                "v1/vulnerability")) {
            stranger(Role.RUNBOOKS_RUN)
                    .body(APPROVE)
                    .post("/" + path + "/Assignation/INC-pending/913")
                    .then()
                    .statusCode(404);
        }
        assertThat(ledger.stateOf(interaction)).isEqualTo("PENDING_FOR_APPROVAL");
        assertThat(ledger.requestsOf(913)).isZero();
        member(913, Role.RUNBOOKS_RUN)
                .body(APPROVE)
                .post("/v2/incident/Assignation/INC-pending/913")
                .then()
                .statusCode(200)
                .body("Id", equalTo(interaction));
    }

    @Test
    void aStrangerCountsNoFailure() {
        Catalogue.add(914, ARunbook.called("a"));
        failed(914);
        for (String which : List.of("failedRunbooks", "failedCIs")) {
            String path = "/v2/incident/" + which + "/914/count/10";
            stranger(Role.TICKETS_READ).get(path).then().statusCode(200).body("Result", empty());
            member(914, Role.TICKETS_READ).get(path).then().body("Count", equalTo(1));
        }
    }

    @Test
    void eachTableHoldsTheLine() {
        Catalogue.add(915, ARunbook.called("a").manual());
        pending(915);
        TableSecurity.everyTableIsSecured();
        TableSecurity.everyViewIsReadWithTheRightsOfItsReader();
        TableSecurity.aStatementThatSaysNothingSeesNothing(915);
        TableSecurity.whatIsDoneForOneTouchesNoRowOfAnother(915, STRANGERS);
    }

    private String pending(int org) {
        topics.ticketTransition(Collected.ticket(org, "pending").event());
        return topics.progressOf(org, "pending", 1)
                .get(0)
                .event()
                .path("interactionId")
                .asText();
    }

    private void failed(int org) {
        topics.ticketTransition(Collected.ticket(org, "failed").event());
        JsonNode finished = Topics.likeSample("execution-finished")
                .put("eventId", UUID.randomUUID().toString())
                .put("org", org)
                .put(
                        "interactionId",
                        topics.progressOf(org, "failed", 1)
                                .get(0)
                                .event()
                                .path("interactionId")
                                .asText())
                .put("outcome", "FAILED");
        topics.dagExecution(finished);
        ledger.awaitHandled(finished);
    }

    private static RequestSpecification stranger(String role) {
        return member(STRANGERS, role);
    }

    private static RequestSpecification member(int org, String role) {
        return given().auth().oauth2(TestTokens.of(org, role)).contentType("application/json");
    }
}
