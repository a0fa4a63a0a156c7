package io.fettle.runbook.interaction;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import io.fettle.platform.caller.Role;
import io.fettle.platform.testsupport.TestTokens;
import io.fettle.runbook.testsupport.ARunbook;
import io.fettle.runbook.testsupport.Catalogue;
import io.fettle.runbook.testsupport.Collected;
import io.fettle.runbook.testsupport.Ledger;
import io.fettle.runbook.testsupport.Topics;

@QuarkusTest
class AssignationResourceTest {

    private static final String APPROVE = "{\"Decision\":\"Approve\",\"Remarks\":\"go on\"}";

    @Inject
    Topics topics;

    @Inject
    Ledger ledger;

    @Test
    void anApprovedTicketIsExecuted() {
        Catalogue.add(401, ARunbook.called("7611").manual());
        JsonNode pending = pending(401, Collected.ticket(401, "manual"));
        assertThat(pending.at("/steps/5/reason").asText())
                .isEqualTo("Manual: restart-spooler is not in automatic mode");
        String interaction = pending.path("interactionId").asText();

        decide(401, "manual", APPROVE).statusCode(200).body("Id", equalTo(interaction));
        JsonNode progress = topics.progressOf(401, "manual", 2).get(1).event();
        assertThat(progress.at("/steps/0/status").asText()).isEqualTo("MARKED_FOR_EXECUTION");
        assertThat(progress.at("/steps/0/reason").asText()).isEqualTo("Approved by connector@example.org: go on");
        assertThat(topics.requestOf(interaction).event().path("targetHost").asText())
                .isEqualTo("printhost01");

        decide(401, "manual", APPROVE).statusCode(422);
        assertThat(ledger.requestsOf(401)).isEqualTo(1);
    }

    @Test
    void aReleasedTicketGoesBackToPeople() {
        Catalogue.add(402, ARunbook.called("7611").manual());
        pending(402, Collected.ticket(402, "manual"));
        decide(402, "manual", "{\"Decision\":\"release\",\"Remarks\":\"not now\"}")
                .statusCode(200);
        JsonNode progress = topics.progressOf(402, "manual", 2).get(1).event();
        assertThat(progress.at("/steps/0/status").asText()).isEqualTo("MARKED_FOR_RELEASE");
        assertThat(progress.at("/steps/0/reason").asText()).isEqualTo("Released by connector@example.org: not now");
        decide(402, "manual", APPROVE).statusCode(422);
    }

    @Test
    void aMissingParameterCanBeGiven() {
        Catalogue.add(403, ARunbook.called("7611"));
        JsonNode pending = pending(403, Collected.ticket(403, "vague").with("Description", "somewhere"));
        assertThat(pending.at("/steps/5/reason").asText()).isEqualTo("Not found in the ticket: host");

        decide(403, "vague", APPROVE).statusCode(400).body("Errors[0].Field", equalTo("Parameters.host"));
        decide(
                        403,
                        "vague",
                        "{\"Decision\":\"Approve\",\"Remarks\":\"-\",\"Parameters\":{\"host\":\"h7\",\"hots\":\"x\"}}")
                .statusCode(400)
                .body("Errors[0].Field", equalTo("Parameters.hots"));
        decide(403, "vague", "{\"Decision\":\"Approve\",\"Remarks\":\"-\",\"Parameters\":{\"host\":\"h7\"}}")
                .statusCode(200);
        JsonNode request =
                topics.requestOf(pending.path("interactionId").asText()).event();
        assertThat(request.at("/parameters/host").asText()).isEqualTo("h7");
        assertThat(request.at("/parameters/service").asText()).isEqualTo("spooler");
        assertThat(request.path("targetHost").asText()).isEqualTo("h7");
    }

    @Test
    void oneOfSeveralRunbooksCanBeChosen() {
        Catalogue.add(
                404, ARunbook.called("a").named("first"), ARunbook.called("b").named("second"));
        JsonNode pending = pending(404, Collected.ticket(404, "both"));
        assertThat(pending.at("/steps/5/reason").asText()).isEqualTo("Several runbooks match: first, second");

        decide(404, "both", APPROVE).statusCode(400).body("Errors[0].Field", equalTo("RunbookId"));
        decide(404, "both", "{\"Decision\":\"Approve\",\"Remarks\":\"-\",\"RunbookId\":\"c\"}")
                .statusCode(422);
        decide(404, "both", "{\"Decision\":\"Approve\",\"Remarks\":\"-\",\"RunbookId\":\"b\"}")
                .statusCode(200);
        assertThat(topics.requestOf(pending.path("interactionId").asText())
                        .event()
                        .path("runbookId")
                        .asText())
                .isEqualTo("b");
    }

    @Test
    void aTicketThatIsUnknownIs404AndOneThatIsNotPendingIs422() {
        topics.ticketTransition(Collected.ticket(405, "unmatched").event());
        topics.progressOf(405, "unmatched", 1);
        decide(405, "nobody", APPROVE).statusCode(404);
        decide(405, "unmatched", APPROVE)
                .statusCode(422)
                .body("Message", equalTo("Ticket INC-unmatched is not pending for approval"));
        given().contentType("application/json")
                .auth()
                .oauth2(TestTokens.of(405, Role.RUNBOOKS_RUN))
                .body(APPROVE)
                .post("/v2/event/Assignation/INC-unmatched/405")
                .then()
                .statusCode(404);
    }

    @Test
    void allFaultsOfADecisionAreTold() {
        decide(406, "any", "{\"Decision\":\"Maybe\"}")
                .statusCode(400)
                .body("Errors.Field", hasItems("Decision", "Remarks"));
        decide(406, "any", "").statusCode(400);
    }

    @Test
    void decidingNeedsTheRoleAndTheOrganisation() {
        for (String token :
                new String[] {TestTokens.of(407, Role.RUNBOOKS_ADMIN), TestTokens.of(408, Role.RUNBOOKS_RUN)}) {
            given().contentType("application/json")
                    .auth()
                    .oauth2(token)
                    .body(APPROVE)
                    .post("/v2/incident/Assignation/INC-x/407")
                    .then()
                    .statusCode(403);
        }
    }

    private JsonNode pending(int org, Collected ticket) {
        topics.ticketTransition(ticket.event());
        JsonNode progress = topics.progressOf(
                        org, ticket.event().at("/ticket/sysId").asText(), 1)
                .get(0)
                .event();
        assertThat(progress.at("/steps/5/status").asText()).isEqualTo("PENDING_FOR_APPROVAL");
        return progress;
    }

    private static ValidatableResponse decide(int org, String sysId, String body) {
        return given().contentType("application/json")
                .auth()
                .oauth2(TestTokens.of(org, Role.RUNBOOKS_RUN))
                .body(body)
                .post("/v2/incident/Assignation/INC-" + sysId + "/" + org)
                .then();
    }
}
