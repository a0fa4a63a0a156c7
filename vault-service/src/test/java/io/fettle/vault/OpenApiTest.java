package io.fettle.vault;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.fettle.platform.testsupport.CheckedInOpenApi;

@QuarkusTest
class OpenApiTest {

    @Test
    void theDocumentIsTheOneThatIsCheckedIn() {
        CheckedInOpenApi.assertServed();
    }
}
