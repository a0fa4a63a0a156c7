package io.fettle.auth.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MetadataResourceTest {

    @Test
    void theAddressesInTheMetadataAnswer() {
        Map<String, Object> metadata = given().get("/.well-known/openid-configuration")
                .then()
                .statusCode(200)
                .body("issuer", equalTo("fettle"))
                .extract()
                .path("");
        given().formParam("grant_type", "none")
                .post((String) metadata.get("token_endpoint"))
                .then()
                .body("error", equalTo("unsupported_grant_type"));
        given().get((String) metadata.get("jwks_uri")).then().statusCode(200).body("keys", not(empty()));
        given().get((String) metadata.get("userinfo_endpoint")).then().statusCode(401);
        assertThat(metadata)
                .containsEntry("grant_types_supported", List.of("password", "client_credentials"))
                .doesNotContainKey("authorization_endpoint");
    }

    @Test
    void aServedKeyHasItsPublicPartOnly() {
        Map<String, Object> key = given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .header("Cache-Control", matchesPattern(".*max-age=60.*"))
                .extract()
                .path("keys[0]");
        assertThat(key)
                .containsOnlyKeys("kty", "kid", "use", "alg", "n", "e")
                .containsEntry("use", "sig")
                .containsEntry("alg", "RS256");
    }
}
