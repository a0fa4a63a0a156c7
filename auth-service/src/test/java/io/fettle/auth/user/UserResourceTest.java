package io.fettle.auth.user;

import static io.fettle.auth.testsupport.Calls.accessToken;
import static io.fettle.auth.testsupport.Calls.as;
import static io.fettle.auth.testsupport.Calls.asAdministrator;
import static io.fettle.auth.testsupport.Calls.login;
import static io.fettle.auth.testsupport.Calls.saveOrganisation;
import static io.fettle.auth.testsupport.Calls.saveUser;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.fettle.auth.testsupport.TestSecrets;
import io.fettle.platform.caller.Role;

@QuarkusTest
class UserResourceTest {

    private static final String PASSWORD = "correct horse battery";

    @Test
    void aSavedUserReadsBackWithoutThePassword() {
        saveOrganisation(Map.of("OrgId", 201, "Name", "Acme"));
        saveUser(Map.of(
                        "Email",
                        " Ann@Example.org",
                        "Password",
                        PASSWORD,
                        "Orgs",
                        List.of(201),
                        "Roles",
                        List.of(Role.TICKETS_WRITE, Role.TICKETS_READ)))
                .statusCode(200)
                .body("Id", matchesPattern("\\d+"))
                .body("Status", equalTo("Success"));
        Map<String, Object> user =
                get("ANN@example.org").statusCode(200).extract().path("Result");
        assertThat(user)
                .isEqualTo(Map.of(
                        "Email",
                        "ann@example.org",
                        "Orgs",
                        List.of(201),
                        "Roles",
                        List.of(Role.TICKETS_READ, Role.TICKETS_WRITE),
                        "Active",
                        true));
    }

    @Test
    void noAnswerHasAPasswordOrItsHash() {
        String saved = save("canary@example.org").extract().asString();
        String one = get("canary@example.org").extract().asString();
        String all = asAdministrator().get("/v2/users").then().extract().asString();
        String refused =
                saveUser(Map.of("Email", "x", "Password", PASSWORD)).extract().asString();
        assertThat(saved + one + all + refused)
                .contains("canary@example.org")
                .doesNotContain(PASSWORD)
                .doesNotContain("argon2")
                .doesNotContainIgnoringCase("passwordHash");
    }

    @Test
    void aPasswordIsNeverPrinted() {
        assertThat(new UserChange("a@b", PASSWORD, null, null, null).toString()).doesNotContain(PASSWORD);
    }

    @Test
    void aChangeTouchesWhatItNamesOnly() {
        saveOrganisation(Map.of("OrgId", 202, "Name", "Acme"));
        save("bob@example.org");
        change("Bob@example.org", Map.of("Orgs", List.of("202"), "Roles", List.of(Role.SECRETS_READ)))
                .statusCode(200);
        change("bob@example.org", Map.of("Email", "BOB@example.org", "Password", "another good one"))
                .statusCode(200);
        get("bob@example.org")
                .body("Result.Orgs", equalTo(List.of(202)))
                .body("Result.Roles", equalTo(List.of(Role.SECRETS_READ)))
                .body("Result.Active", equalTo(true));
        login("bob@example.org", "another good one").statusCode(200);
        login("bob@example.org", PASSWORD).statusCode(400);
    }

    @Test
    void aDeletedUserIsGone() {
        save("carl@example.org");
        delete("carl@example.org").statusCode(200).body("Status", equalTo("Success"));
        get("carl@example.org").statusCode(404);
        login("carl@example.org", PASSWORD).statusCode(400);
        delete("carl@example.org").statusCode(404);
    }

    @Test
    void theListGoesOnAfterAnAddress() {
        save("zoe@example.org");
        save("zora@example.org");
        asAdministrator()
                .get("/v2/users?after=zoe@example.org")
                .then()
                .statusCode(200)
                .body("Result.Email", equalTo(List.of("zora@example.org")))
                .body("Count", equalTo(1));
        asAdministrator().get("/v2/users?after=%00").then().statusCode(400);
    }

    @Test
    void aTakenAddressIsNotPossibleInAnySpelling() {
        save("dora@example.org").statusCode(200);
        save("DORA@example.org").statusCode(422).body("Id", nullValue());
    }

    @Test
    void anUnknownUserIsNotFound() {
        get("nobody@example.org").statusCode(404).body("Result", equalTo(List.of()));
        change("nobody@example.org", Map.of("Active", false)).statusCode(404);
        get("no\u0000address").statusCode(404);
    }

    @Test
    void everyFaultIsToldAtOnce() {
        saveUser(Map.of("Email", "nobody", "Orgs", List.of(777), "Roles", List.of("king", Role.SERVICE)))
                .statusCode(400)
                .body("Errors.Field", equalTo(List.of("Email", "Password", "Roles", "Roles", "Orgs")))
                .body("Errors[4].Message", equalTo("has an unknown organization: 777"));
    }

    @Test
    void nothingAmongOrganisationsAndRolesIsAFaultToo() {
        var nothing = Collections.singletonList(null);
        saveUser(Map.of("Email", "e@example.org", "Password", PASSWORD, "Orgs", nothing, "Roles", nothing))
                .statusCode(400)
                .body("Errors.Field", equalTo(List.of("Roles", "Orgs")));
    }

    @ParameterizedTest
    @CsvSource({
        "Email, ''",
        "Email, a b@example.org",
        "Email, a@b@c",
        "Email, a/b@example.org",
        "Email, a:b@example.org",
        "Email, 'a\u0000@example.org'",
        "Password, ''",
        "Password, '          '",
        "Password, short",
        "Password, aaaaaaaaaaaa",
        "Password, Password123!",
        "Password, fred@example.org",
        "Password, 1234567890"
    })
    void aFieldAtFaultIsNamed(String field, String value) {
        var body = new HashMap<String, Object>(Map.of("Email", "fred@example.org", "Password", PASSWORD));
        body.put(field, value);
        saveUser(body).statusCode(400).body("Errors.Field", hasItem(field));
    }

    @Test
    void onlyAnAdministratorAdministers() {
        save("gina@example.org", Role.TICKETS_WRITE, Role.SECRETS_WRITE);
        var self = Map.of("Email", "gina@example.org", "Roles", List.of(Role.ADMIN));
        var gina = as("gina@example.org", PASSWORD);
        gina.body(self).put("/v2/users/gina@example.org").then().statusCode(403);
        gina.body(self).post("/v2/users").then().statusCode(403);
        gina.body(Map.of("OrgId", 203, "Name", "x"))
                .post("/v2/organizations")
                .then()
                .statusCode(403);
        given().spec(gina).get("/v2/users").then().statusCode(403);
        gina.delete("/v2/users/" + TestSecrets.ADMIN).then().statusCode(403);
        get("gina@example.org").body("Result.Roles", equalTo(List.of(Role.SECRETS_WRITE, Role.TICKETS_WRITE)));
    }

    @Test
    void whatIsNotTheCallersIsIgnored() {
        saveUser(Map.of(
                        "Email",
                        "hans@example.org",
                        "Password",
                        PASSWORD,
                        "passwordHash",
                        "$argon2id$x",
                        "IsAdmin",
                        true,
                        "Groups",
                        List.of(Role.ADMIN),
                        "Id",
                        "1"))
                .statusCode(200);
        get("hans@example.org").body("Result.Roles", equalTo(List.of()));
        login("hans@example.org", PASSWORD).statusCode(200);
    }

    private static ValidatableResponse save(String email, String... roles) {
        return saveUser(Map.of("Email", email, "Password", PASSWORD, "Roles", List.of(roles)));
    }

    private static ValidatableResponse get(String email) {
        return asAdministrator().get("/v2/users/" + email).then();
    }

    private static ValidatableResponse delete(String email) {
        String token = accessToken(TestSecrets.ADMIN, TestSecrets.ADMIN_PASSWORD);
        return given().auth().oauth2(token).delete("/v2/users/" + email).then();
    }

    private static ValidatableResponse change(String email, Map<String, ?> body) {
        return asAdministrator().body(body).put("/v2/users/" + email).then();
    }
}
