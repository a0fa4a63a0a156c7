package io.fettle.inventory;

import static io.fettle.platform.testsupport.DocumentedExamples.answer;
import static io.fettle.platform.testsupport.DocumentedExamples.request;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.fettle.inventory.testsupport.Inventory;
import io.fettle.platform.testsupport.CheckedInOpenApi;

@QuarkusTest
class OpenApiTest {

    @Test
    void theDocumentIsTheOneThatIsCheckedIn() {
        CheckedInOpenApi.assertServed();
    }

    @Test
    void theExampleOfALoadIsTaken() {
        new Inventory(70)
                .load("printing", "1", request("Inventory_LoadConfigurationItems"))
                .statusCode(200)
                .body(
                        "Message",
                        is(answer("Inventory_LoadConfigurationItems")
                                .path("Message")
                                .asText()));
    }
}
