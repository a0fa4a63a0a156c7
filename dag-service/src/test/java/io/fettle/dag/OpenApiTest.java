package io.fettle.dag;

import static io.fettle.platform.testsupport.DocumentedExamples.answer;
import static io.fettle.platform.testsupport.DocumentedExamples.request;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.fettle.dag.testsupport.Calls;
import io.fettle.platform.caller.Role;
import io.fettle.platform.testsupport.CheckedInOpenApi;
import io.fettle.platform.testsupport.TestTokens;

@QuarkusTest
class OpenApiTest {

    @Test
    void theDocumentIsTheOneThatIsCheckedIn() {
        CheckedInOpenApi.assertServed();
    }

    @Test
    void theExampleOfACommandRunsToTheExampleOfItsStatus() {
        String id = given().auth()
                .oauth2(TestTokens.of(7, Role.RUNBOOKS_RUN))
                .contentType("application/json")
                .body(request("DAG_Execute"))
                .post("/api/v1/Execute/7")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        JsonNode node = answer("DAG_Status").path("results").path(0);
        assertThat(Calls.ended(7, id).<String, Object>getMap("results[0]"))
                .containsOnlyKeys(fields(node))
                .containsEntry("node", node.path("node").asText())
                .containsEntry("status", node.path("status").asText())
                .containsEntry("rc", node.path("rc").asInt());
    }

    private static List<String> fields(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }
}
