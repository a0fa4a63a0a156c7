package io.fettle.ticket.incident;

import static io.fettle.ticket.testsupport.AnIncident.anIncident;
import static io.fettle.ticket.testsupport.AnIncident.array;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.fettle.platform.caller.Role;
import io.fettle.platform.testsupport.TestTokens;
import io.fettle.ticket.testsupport.AnIncident;
import io.fettle.ticket.testsupport.Connector;

@QuarkusTest
class PushTest {

    private final Connector connector = new Connector();

    @Test
    void aV2PushAnswersItsIdAndTheGuidesMessage() {
        connector
                .push(anIncident())
                .statusCode(200)
                .body("Id", matchesPattern("[0-9]{15,19}"))
                .body("Status", equalTo("Success"))
                .body("Message", equalTo("Incident data saved successfully"))
                .body("$", not(org.hamcrest.Matchers.hasKey("Errors")));
    }

    @Test
    void aV1PushAnswersItsIdAsTheResult() {
        connector
                .pushV1(array(anIncident()), "")
                .statusCode(200)
                .body("statusCode", equalTo(200))
                .body("status", equalTo("Success"))
                .body("message", equalTo("Success"))
                .body("result", matchesPattern("[0-9]{15,19}"));
    }

    @Test
    void oneObjectIsTakenAsAnArrayOfOneOnBothPaths() {
        connector.push(anIncident().alone(), "").statusCode(200);
        connector.pushV1(anIncident().alone(), "").statusCode(200);
        assertThat(connector.find("")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "", "null", "7", "\"text\"", "[{", "{\"a\":1}}", "[{}] [{}]", "[1,]"})
    void aBodyWithoutTicketsIsMalformed(String body) {
        connector.push(body, "").statusCode(400).body("Id", nullValue()).body("Status", equalTo("Fail"));
        connector
                .pushV1(body, "")
                .statusCode(400)
                .body("statusCode", equalTo(400))
                .body("result", nullValue());
    }

    @Test
    void moreThanTenThousandItemsAreTooMany() {
        connector.push("[" + "{},".repeat(10_000) + "{}]", "").statusCode(413).body("Status", equalTo("Fail"));
    }

    @Test
    void tenThousandItemsAreNotTooMany() {
        var incidents = IntStream.range(0, 10_000).mapToObj(i -> anIncident()).toArray(AnIncident[]::new);
        assertThat(connector.receiptOf(incidents)).containsEntry("Inserted", 10_000);
    }

    @Test
    void aBodyThatIsNotJsonByItsTypeIs415() {
        connector
                .call()
                .contentType("text/plain")
                .body(array(anIncident()))
                .post("/v2/incident/orgentityid/" + connector.org())
                .then()
                .statusCode(415);
    }

    @Test
    void jsonBeyondTheLimitsIsRefusedWithoutNamingAClass() {
        connector
                .push("[{\"x\":" + "[".repeat(40) + "]".repeat(40) + "}]", "")
                .statusCode(400)
                .body("Message", not(org.hamcrest.Matchers.containsString("StreamReadConstraints")));
    }

    @Test
    void oneBadItemRefusesTheWholeArrayAndNothingIsStored() {
        connector.push(anIncident(), anIncident().without("sys_id")).statusCode(400);
        connector
                .pushV1(array(anIncident(), anIncident().without("sys_id")), "?partial=false")
                .statusCode(400);
        assertThat(connector.find("")).isEmpty();
    }

    @Test
    void aPartialPushStoresTheGoodItemsAndTellsOfTheOthers() {
        AnIncident good = anIncident();
        String id = connector
                .push(array(anIncident().without("sys_id"), good), "?partial=true")
                .statusCode(200)
                .body("Status", equalTo("Success"))
                .body("Errors.Index", contains(0))
                .body("Errors.Field", contains("sys_id"))
                .extract()
                .path("Id");
        assertThat(connector.receipt(id)).containsEntry("Inserted", 1).containsEntry("Refused", 1);
        connector
                .pushV1(array(anIncident().with("IsEpoch", "X"), anIncident()), "?Partial=TRUE")
                .statusCode(200)
                .body("errors.Field", contains("IsEpoch"));
        assertThat(connector.find("")).hasSize(2);
    }

    @Test
    void aPartialPushWithoutAGoodItemIsRefused() {
        connector.push(array(anIncident().without("sys_id")), "?partial=true").statusCode(400);
    }

    @Test
    void withoutTheRoleOrTheOrganisationNothingIsTaken() {
        given().auth()
                .oauth2(TestTokens.of(connector.org(), Role.TICKETS_READ))
                .contentType("application/json")
                .body(array(anIncident()))
                .post("/v2/incident/orgentityid/" + connector.org())
                .then()
                .statusCode(403);
        connector
                .json()
                .body(array(anIncident()))
                .post("/v2/incident/orgentityid/1")
                .then()
                .statusCode(403);
        given().contentType("application/json")
                .body(array(anIncident()))
                .post("/iAutomateAPI/Request/SaveIncidentData/" + connector.org())
                .then()
                .statusCode(401)
                .body("statusCode", equalTo(401));
    }
}
