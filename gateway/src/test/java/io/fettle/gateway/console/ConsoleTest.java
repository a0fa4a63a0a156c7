package io.fettle.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.fettle.gateway.testsupport.Wire;
import io.fettle.gateway.testsupport.Wire.Answer;

@QuarkusTest
class ConsoleTest {

    @TestHTTPResource(value = "health/ready", management = true)
    URI readiness;

    @ParameterizedTest
    @ValueSource(strings = {"/swagger", "/swagger/", "/Swagger/UI/Index", "/swagger/index.html"})
    void thePageIsWhereOldLinksLookForIt(String path) {
        Answer answer = Wire.call("GET", path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).containsExactly("text/html; charset=utf-8");
        assertThat(answer.body()).contains("/swagger/assets/swagger-ui-bundle.js");
    }

    @ParameterizedTest
    @CsvSource({
        "swagger-ui-bundle.js, text/javascript, SwaggerUIBundle",
        "swagger-ui.css, text/css, .swagger-ui",
        "console.js, text/javascript, /openapi"
    })
    void thePagesFilesAreThere(String file, String type, String content) {
        Answer answer = Wire.call("GET", "/swagger/assets/" + file);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).containsExactly(type);
        assertThat(answer.body()).contains(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"index.html", "application.properties", "routes.txt", "%2e%2e"})
    void noOtherFileIs(String file) {
        assertThat(Wire.call("GET", "/swagger/assets/" + file).status()).isIn(400, 404);
    }

    @Test
    void theDocumentHasWhatIsRoutedOfTheServicesThatAnswer() {
        JsonObject document = Wire.call("GET", "/openapi").json();
        assertThat(document.getString("openapi")).startsWith("3.1");
        JsonObject paths = document.getJsonObject("paths");
        assertThat(paths.fieldNames()).containsExactlyInAnyOrder("/token", "/v2/incident/orgentityid/{org}");
        assertThat(paths.getJsonObject("/v2/incident/orgentityid/{org}")).isEqualTo(new JsonObject("{\"post\":{}}"));
        assertThat(paths.getJsonObject("/token").getJsonObject("post").getJsonArray("security"))
                .isEqualTo(new JsonArray());
        assertThat(document.getJsonObject("info").getString("description")).contains("vault");
    }

    @Test
    void theDocumentOffersBothWaysToAuthorise() {
        JsonObject document = Wire.call("GET", "/openapi").json();
        JsonObject schemes = document.getJsonObject("components").getJsonObject("securitySchemes");
        assertThat(schemes.getJsonObject("Basic").getString("scheme")).isEqualTo("basic");
        assertThat(schemes.getJsonObject("Token")
                        .getJsonObject("flows")
                        .getJsonObject("password")
                        .getString("tokenUrl"))
                .isEqualTo("/token");
    }

    @Test
    void readinessIsOnThePortForTheOperator() throws IOException, InterruptedException {
        var answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(readiness).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
