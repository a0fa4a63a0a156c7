package io.fettle.vault;

import static io.fettle.platform.testsupport.DocumentedExamples.answer;
import static io.fettle.platform.testsupport.DocumentedExamples.request;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.fettle.platform.testsupport.CheckedInOpenApi;
import io.fettle.vault.testsupport.Vault;

@QuarkusTest
class OpenApiTest {

    @Test
    void theDocumentIsTheOneThatIsCheckedIn() {
        CheckedInOpenApi.assertServed();
    }

    @Test
    void theExampleOfASecretIsTakenAndReadBack() {
        var vault = new Vault(70);
        vault.write("print-ops", request("Secret_Write"))
                .statusCode(200)
                .body("Message", is(answer("Secret_Write").path("Message").asText()));
        vault.read("print-ops")
                .statusCode(200)
                .body("Result", is(answer("Secret_Read").path("Result").asText()));
    }
}
