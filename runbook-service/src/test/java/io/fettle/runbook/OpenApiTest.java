package io.fettle.runbook;

import static io.fettle.platform.testsupport.DocumentedExamples.answer;
import static io.fettle.platform.testsupport.DocumentedExamples.request;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

import io.fettle.platform.caller.Role;
import io.fettle.platform.testsupport.CheckedInOpenApi;
import io.fettle.platform.testsupport.TestTokens;

@QuarkusTest
class OpenApiTest {

    @Test
    void theDocumentIsTheOneThatIsCheckedIn() {
        CheckedInOpenApi.assertServed();
    }

    private static final int ORG = 7070;
    private static final String PATH = "/v2/runbook/orgentityid/" + ORG;

    @Test
    void theExampleOfARunbookIsTaken() {
        call().body(request("Runbook_Create")).post(PATH).then().statusCode(200);
        call().body(request("Runbook_Replace")).put(PATH + "/7611").then().statusCode(200);
        assertThat(new JsonObject(call().get(PATH + "/7611").asString()))
                .isEqualTo(new JsonObject(answer("Runbook_Get").toString()));
    }

    private static RequestSpecification call() {
        return given().auth().oauth2(TestTokens.of(ORG, Role.RUNBOOKS_ADMIN)).contentType("application/json");
    }
}
