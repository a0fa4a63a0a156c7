package io.fettle.platform.error;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.fettle.platform.caller.Role;
import io.fettle.platform.testsupport.TestTokens;

@QuarkusTest
class FailureTest {

    @ParameterizedTest
    @CsvSource({
        "INVALID, 400",
        "UNAUTHENTICATED, 401",
        "FORBIDDEN, 403",
        "NOT_FOUND, 404",
        "NOT_POSSIBLE, 422",
        "TOO_LARGE, 413",
        "UNAVAILABLE, 503"
    })
    void everyKindHasItsStatusAndTheReadEnvelope(String kind, int status) {
        given().get("/v2/probe/" + kind)
                .then()
                .statusCode(status)
                .body("Count", equalTo(0))
                .body("Result", empty())
                .body("Status", equalTo("Fail"));
    }

    @Test
    void whatThe503IsAboutMayBeTriedAgain() {
        given().get("/v2/probe/UNAVAILABLE").then().header("Retry-After", equalTo("1"));
    }

    @Test
    void aBrokenConstraintNamesItemAndFieldAsTheCallerWroteThem() {
        given().contentType("application/json")
                .body("[{\"TicketNumber\":\"INC1\"},{}]")
                .post("/v2/probe")
                .then()
                .statusCode(400)
                .body("Id", nullValue())
                .body("Errors[0].Index", equalTo(1))
                .body("Errors[0].Field", equalTo("TicketNumber"))
                .body("Message", equalTo("Item 1: TicketNumber is required"));
    }

    @Test
    void fieldNamesIgnoreCaseNumbersAreStringsAndOneObjectIsAnArray() {
        given().contentType("application/json")
                .body("{\"ticketnumber\":7,\"unknown\":true}")
                .post("/v2/probe")
                .then()
                .statusCode(200)
                .body("Result[0].TicketNumber", equalTo("7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{", "{\"TicketNumber\":{}}", "nonsense"})
    void malformedJsonIsTheCallersFaultAndNamesNoClass(String body) {
        given().contentType("application/json")
                .body(body)
                .post("/v2/probe")
                .then()
                .statusCode(400)
                .body("Status", equalTo("Fail"))
                .body("Message", not(containsString("io.fettle")));
    }

    @Test
    void aValueOfTheWrongTypeIsNamed() {
        given().contentType("application/json")
                .body("[{\"TicketNumber\":\"INC1\"},{\"TicketNumber\":{}}]")
                .post("/v2/probe")
                .then()
                .statusCode(400)
                .body("Errors[0].Index", equalTo(1))
                .body("Errors[0].Field", equalTo("TicketNumber"));
    }

    @Test
    void jsonDeeperThan32LevelsIsRefused() {
        given().contentType("application/json")
                .body("[".repeat(40) + "]".repeat(40))
                .post("/v2/probe")
                .then()
                .statusCode(400)
                .body("Message", not(containsString("StreamReadConstraints")));
    }

    @Test
    void aFaultOfOursShowsNothingOfTheInside() {
        given().get("/iAutomateAPI/probe/bug")
                .then()
                .statusCode(500)
                .body("statusCode", equalTo(500))
                .body("status", equalTo("Fail"))
                .body("message", not(containsString("select")));
    }

    @Test
    void theFrameworksOwnFailuresHaveTheEnvelopeToo() {
        given().get("/v2/nowhere").then().statusCode(404).body("Status", equalTo("Fail"));
        given().delete("/v2/probe").then().statusCode(405).body("Status", equalTo("Fail"));
        given().contentType("text/plain")
                .body("x")
                .post("/v2/probe")
                .then()
                .statusCode(415)
                .body("Status", equalTo("Fail"));
    }

    @Test
    void aMemberWithTheRolePasses() {
        given().auth()
                .oauth2(TestTokens.of(7, Role.TICKETS_READ))
                .get("/v2/probe/orgentityid/7")
                .then()
                .statusCode(200)
                .body("Result", equalTo(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8", "07", "0", "-7", "7.0", "99999999999999999999", "%207", "seven"})
    void anotherOrganisationIsRefusedInTheSameWordsWhetherItExistsOrNot(String organisation) {
        given().auth()
                .oauth2(TestTokens.of(7, Role.TICKETS_READ))
                .urlEncodingEnabled(false)
                .get("/v2/probe/orgentityid/" + organisation)
                .then()
                .statusCode(403)
                .body("Message", equalTo("The organisation or role does not permit this call"));
    }

    @Test
    void aMemberWithoutTheRoleIsRefusedInTheSameWords() {
        given().auth()
                .oauth2(TestTokens.of(7, Role.TICKETS_WRITE))
                .get("/v2/probe/orgentityid/7")
                .then()
                .statusCode(403)
                .body("Message", equalTo("The organisation or role does not permit this call"));
    }

    @Test
    void withoutCredentialsBothSchemesAreOffered() {
        var challenges = given().get("/v2/probe/orgentityid/7")
                .then()
                .statusCode(401)
                .extract()
                .headers()
                .getValues("WWW-Authenticate");
        org.hamcrest.MatcherAssert.assertThat(challenges, containsInAnyOrder("Bearer", "Basic realm=\"fettle\""));
    }

    @Test
    void anEndpointThatForgotItsRolesIsClosed() {
        given().auth()
                .oauth2(TestTokens.of(7, Role.TICKETS_READ))
                .get("/v2/probe/forgotten/annotation")
                .then()
                .statusCode(403);
    }
}
