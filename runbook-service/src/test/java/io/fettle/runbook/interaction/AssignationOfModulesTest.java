package io.fettle.runbook.interaction;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.fettle.platform.caller.Role;
import io.fettle.platform.testsupport.TestTokens;
import io.fettle.runbook.testsupport.ARunbook;
import io.fettle.runbook.testsupport.Catalogue;
import io.fettle.runbook.testsupport.Collected;
import io.fettle.runbook.testsupport.Ledger;
import io.fettle.runbook.testsupport.Topics;

@QuarkusTest
class AssignationOfModulesTest {

    @Inject
    Topics topics;

    @Inject
    Ledger ledger;

    @ParameterizedTest
    @CsvSource({
        "1, v2/incident, v2/event",
        "2, v2/changeRequests, v2/incident",
        "3, v2/serviceRequests, v2/changeRequests",
        "4, v2/problem, v2/incident",
        "5, v2/sub-task, v2/problem",
        "9, v2/event, v2/incident",
        "13, v1/vulnerability, v2/incident"
    })
    void aTicketIsDecidedUnderTheNameOfItsModuleAndOfNoOther(int module, String path, String other) {
        int org = 450 + module;
        Catalogue.add(
                org, ARunbook.called("7611").forModules(String.valueOf(module)).manual());
        JsonNode collected = Collected.ticket(org, "manual").inModule(module).event();
        topics.ticketTransition(collected);
        ledger.awaitHandled(collected);
        decide(org, other).statusCode(404);
        decide(org, path).statusCode(200).body("Status", equalTo("Success"));
        assertThat(ledger.requestsOf(org)).isEqualTo(1);
    }

    private static ValidatableResponse decide(int org, String path) {
        return given().contentType("application/json")
                .auth()
                .oauth2(TestTokens.of(org, Role.RUNBOOKS_RUN))
                .body("{\"Decision\":\"Approve\",\"Remarks\":\"go on\"}")
                .post("/" + path + "/Assignation/INC-manual/" + org)
                .then();
    }
}
