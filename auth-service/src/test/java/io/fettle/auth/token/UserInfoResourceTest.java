package io.fettle.auth.token;

import static io.fettle.auth.testsupport.Calls.as;
import static io.fettle.auth.testsupport.Calls.saveOrganisation;
import static io.fettle.auth.testsupport.Calls.saveUser;
import static io.fettle.auth.testsupport.Calls.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.fettle.auth.testsupport.TestSecrets;
import io.fettle.platform.caller.Role;

@QuarkusTest
class UserInfoResourceTest {

    private static final String PASSWORD = "correct horse battery";

    @Test
    void aUserLearnsTheOwnNameRolesAndOrganisations() {
        saveOrganisation(Map.of("OrgId", 311, "Name", "Acme")).statusCode(200);
        saveOrganisation(Map.of("OrgId", 312, "Name", "Acme")).statusCode(200);
        saveUser(Map.of(
                        "Email",
                        "Who.Am.I@example.org",
                        "Password",
                        PASSWORD,
                        "Orgs",
                        List.of(312, 311),
                        "Roles",
                        List.of(Role.TICKETS_READ, Role.TICKETS_WRITE),
                        "Active",
                        true))
                .statusCode(200);
        Map<String, Object> answer = as("who.am.i@example.org", PASSWORD)
                .get("/userinfo")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("sub", equalTo("who.am.i@example.org"))
                .body("groups", containsInAnyOrder(Role.TICKETS_READ, Role.TICKETS_WRITE))
                .body("orgs", containsInAnyOrder(311, 312))
                .extract()
                .path("");
        assertThat(answer).containsOnlyKeys("sub", "groups", "orgs");
    }

    @Test
    void aServiceClientBelongsToNoOrganisation() {
        String token = token(Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        TestSecrets.CLIENT,
                        "client_secret",
                        TestSecrets.CLIENT_SECRET))
                .statusCode(200)
                .extract()
                .path("access_token");
        given().auth()
                .oauth2(token)
                .get("/userinfo")
                .then()
                .statusCode(200)
                .body("sub", equalTo(TestSecrets.CLIENT))
                .body("orgs", empty());
    }

    @Test
    void withoutAGoodTokenThereIsNoAnswer() {
        given().get("/userinfo").then().statusCode(401);
        given().auth().oauth2("nonsense").get("/userinfo").then().statusCode(401);
    }
}
