package io.fettle.auth.token;

import static io.fettle.auth.testsupport.Calls.asAdministrator;
import static io.fettle.auth.testsupport.Calls.login;
import static io.fettle.auth.testsupport.Calls.saveOrganisation;
import static io.fettle.auth.testsupport.Calls.saveUser;
import static io.fettle.auth.testsupport.Calls.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.fettle.auth.testsupport.TestSecrets;
import io.fettle.platform.caller.Role;

@QuarkusTest
class TokenResourceTest {

    private static final String PASSWORD = "correct horse battery";
    private static final Map<String, String> CLIENT_GRANT = Map.of("grant_type", "client_credentials");

    @Test
    void theAnswerIsExactlyTheContracts() {
        Map<String, Object> answer = login(TestSecrets.ADMIN, TestSecrets.ADMIN_PASSWORD)
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .contentType("application/json")
                .body("access_token", matchesPattern("[\\w-]+\\.[\\w-]+\\.[\\w-]+"))
                .extract()
                .path("");
        assertThat(answer)
                .containsOnlyKeys("access_token", "token_type", "expires_in")
                .containsEntry("token_type", "bearer")
                .containsEntry("expires_in", 86399);
    }

    @Test
    void aTokenSaysWhoWhatAndWhereAndVerifiesAgainstTheServedKeys() throws Exception {
        saveOrganisation(Map.of("OrgId", 301, "Name", "Acme"));
        saveOrganisation(Map.of("OrgId", 302, "Name", "Acme"));
        saveUser(Map.of(
                        "Email",
                        "connector@example.org",
                        "Password",
                        PASSWORD,
                        "Orgs",
                        List.of(302, 301),
                        "Roles",
                        List.of(Role.TICKETS_WRITE)))
                .statusCode(200);
        var claims = ServedKeys.verify(
                login("Connector@example.org", PASSWORD).extract().path("access_token"));
        assertThat(claims.getIssuer()).isEqualTo("fettle");
        assertThat(claims.getSubject()).isEqualTo("connector@example.org");
        assertThat(claims.getStringClaimValue("upn")).isEqualTo("connector@example.org");
        assertThat(claims.getStringListClaimValue("groups")).containsExactly(Role.TICKETS_WRITE);
        assertThat(claims.getClaimValue("orgs", List.class)).asList().containsExactlyInAnyOrder(301L, 302L);
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(86399);
        assertThat(claims.getJwtId()).isNotBlank();
    }

    @Test
    void theAdministratorsTokenIsAcceptedHere() {
        asAdministrator().get("/v2/organizations").then().statusCode(200);
    }

    @Test
    void anUnknownUserAWrongPasswordAndADisabledUserGetTheSameAnswer() {
        saveUser(Map.of("Email", "off@example.org", "Password", PASSWORD, "Active", false))
                .statusCode(200);
        String wrong = refused(login(TestSecrets.ADMIN, "a wrong password"), 400, "invalid_grant");
        assertThat(refused(login("unknown@example.org", PASSWORD), 400, "invalid_grant"))
                .isEqualTo(wrong);
        assertThat(refused(login("off@example.org", PASSWORD), 400, "invalid_grant"))
                .isEqualTo(wrong);
        assertThat(refused(login("no\u0000address", PASSWORD), 400, "invalid_grant"))
                .isEqualTo(wrong);
    }

    @Test
    void whoGuessesHasToWaitButNotWhereTheUserHasSignedIn() {
        saveUser(Map.of("Email", "guessed@example.org", "Password", PASSWORD)).statusCode(200);
        loginFrom("192.0.2.1", PASSWORD).statusCode(200);
        for (int i = 0; i < 10; i++) {
            refused(loginFrom("192.0.2.2", "guess " + i), 400, "invalid_grant");
        }
        refused(loginFrom("192.0.2.2", PASSWORD), 429, "slow_down");
        loginFrom("192.0.2.2", PASSWORD).header("Retry-After", matchesPattern("[1-5]"));
        loginFrom("192.0.2.1", PASSWORD).statusCode(200);
    }

    private static ValidatableResponse loginFrom(String source, String password) {
        return given().header("X-Forwarded-For", source)
                .formParams(Map.of("grant_type", "password", "username", "guessed@example.org", "password", password))
                .post("/token")
                .then();
    }

    @Test
    void aUserSwitchedOnAgainSignsIn() {
        saveUser(Map.of("Email", "again@example.org", "Password", PASSWORD, "Active", false));
        asAdministrator()
                .body(Map.of("Active", true))
                .put("/v2/users/again@example.org")
                .then()
                .statusCode(200);
        login("again@example.org", PASSWORD).statusCode(200);
    }

    @Test
    void aServiceGetsATokenWithEitherWayToProveItself() throws Exception {
        String posted = token(Map.of(
                        "grant_type", "client_credentials",
                        "client_id", TestSecrets.CLIENT,
                        "client_secret", TestSecrets.CLIENT_SECRET))
                .statusCode(200)
                .body("expires_in", equalTo(86399))
                .extract()
                .path("access_token");
        String basic = basic(TestSecrets.CLIENT, encoded(TestSecrets.CLIENT_SECRET))
                .statusCode(200)
                .extract()
                .path("access_token");
        for (String token : List.of(posted, basic)) {
            var claims = ServedKeys.verify(token);
            assertThat(claims.getStringClaimValue("upn")).isEqualTo(TestSecrets.CLIENT);
            assertThat(claims.getStringListClaimValue("groups")).containsExactly(Role.SERVICE);
        }
        given().auth().oauth2(basic).get("/v2/users").then().statusCode(403);
    }

    @Test
    void aServiceThatProvesNothingIsToldHowTo() {
        String wrong = refused(basic(TestSecrets.CLIENT, "wrong"), 401, "invalid_client");
        assertThat(refused(basic("unknown", encoded(TestSecrets.CLIENT_SECRET)), 401, "invalid_client"))
                .isEqualTo(wrong);
        basic(TestSecrets.CLIENT, "other").statusCode(401).header("WWW-Authenticate", startsWith("Basic"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic !!", "Basic bm9jb2xvbg==", "Digest x", "Basic YTolWg=="})
    void anAuthorizationWithoutClientCredentialsIsAnInvalidClient(String authorization) {
        refused(
                given().header("Authorization", authorization)
                        .formParams(CLIENT_GRANT)
                        .post("/token")
                        .then(),
                401,
                "invalid_client");
    }

    @Test
    void aUserIsNoClientAndAClientNoUser() {
        refused(basic("admin@example.org", encoded(TestSecrets.ADMIN_PASSWORD)), 401, "invalid_client");
        refused(login(TestSecrets.CLIENT, TestSecrets.CLIENT_SECRET), 400, "invalid_grant");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "username=a&password=b | invalid_request",
                "grant_type= | invalid_request",
                "grant_type=password&username=a | invalid_request",
                "grant_type=password&username=a&password= | invalid_request",
                "grant_type=password&username=a&username=b&password=c | invalid_request",
                "grant_type=client_credentials | invalid_request",
                "grant_type=client_credentials&client_id=dag-service | invalid_request",
                "grant_type=urn:ietf:params:oauth:grant-type:token-exchange&subject_token=x | unsupported_grant_type",
                "grant_type=authorization_code&code=x | unsupported_grant_type",
                "grant_type=Password&username=a&password=b | unsupported_grant_type"
            })
    void aRequestAtFaultIsToldInTheWordsOfTheStandard(String form, String error) {
        refused(
                given().contentType("application/x-www-form-urlencoded")
                        .body(form)
                        .post("/token")
                        .then(),
                400,
                error);
    }

    @Test
    void aBodyThatIsNoFormIsNotTaken() {
        given().contentType("application/json")
                .body("{}")
                .post("/token")
                .then()
                .statusCode(415)
                .body("error", equalTo("invalid_request"));
        given().contentType("multipart/form-data")
                .multiPart("grant_type", "password")
                .post("/token")
                .then()
                .statusCode(415);
    }

    @Test
    void anotherMethodIsNotAllowed() {
        given().get("/token?grant_type=password").then().statusCode(405);
    }

    private static ValidatableResponse basic(String client, String secret) {
        return given().auth()
                .preemptive()
                .basic(client, secret)
                .formParams(CLIENT_GRANT)
                .post("/token")
                .then();
    }

    private static String encoded(String secret) {
        return URLEncoder.encode(secret, StandardCharsets.UTF_8);
    }

    private static String refused(ValidatableResponse answer, int status, String error) {
        return answer.statusCode(status)
                .header("Cache-Control", equalTo("no-store"))
                .body("error", equalTo(error))
                .extract()
                .asString();
    }
}
