package io.fettle.auth;

import static io.fettle.auth.testsupport.Calls.asAdministrator;
import static io.fettle.platform.testsupport.DocumentedExamples.answer;
import static io.fettle.platform.testsupport.DocumentedExamples.request;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.fettle.platform.testsupport.CheckedInOpenApi;

@QuarkusTest
class OpenApiTest {

    @Test
    void theDocumentIsTheOneThatIsCheckedIn() {
        CheckedInOpenApi.assertServed();
    }

    @Test
    void theExamplesOfAnOrganisationAndItsUserAreTaken() {
        take("POST", "/v2/organizations", "Organization_Create");
        take("PUT", "/v2/organizations/7", "Organization_Change");
        take("POST", "/v2/users", "User_Create");
        take("PUT", "/v2/users/connector@example.org", "User_Change");
        asAdministrator().delete("/v2/users/connector@example.org").then().statusCode(200);
    }

    private static void take(String method, String path, String operation) {
        asAdministrator()
                .body(request(operation))
                .request(method, path)
                .then()
                .statusCode(200)
                .body("Message", is(answer(operation).path("Message").asText()));
    }
}
