package io.fettle.auth.grant;

import static io.fettle.auth.testsupport.Calls.accessToken;
import static io.fettle.auth.testsupport.Calls.asAdministrator;
import static io.fettle.auth.testsupport.Calls.saveOrganisation;
import static io.fettle.auth.testsupport.Calls.saveUser;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.Test;

import io.fettle.auth.testsupport.Topic;
import io.fettle.platform.caller.Role;

@QuarkusTest
class GrantsTest {

    private static final String PASSWORD = "correct horse battery";

    @Inject
    Pool pool;

    @Test
    void tokensOfOneUserShareAGrantAndThoseOfAnotherHaveAnother() {
        save("grant-one@example.org");
        save("grant-other@example.org");
        assertThat(grant("grant-one@example.org")).isEqualTo(grant("grant-one@example.org"));
        assertThat(grant("grant-one@example.org")).isNotEqualTo(grant("grant-other@example.org"));
    }

    @Test
    void anotherPasswordEndsTheGrant() {
        long before = grantOfNew("password@example.org");
        change("password@example.org", Map.of("Password", "another horse battery"));
        assertThat(ended()).contains(before);
        assertThat(ended()).doesNotContain(grantOf(accessToken("password@example.org", "another horse battery")));
    }

    @Test
    void aUserWhoMayNoLongerSignInHasNoGrant() {
        long before = grantOfNew("inactive@example.org");
        change("inactive@example.org", Map.of("Active", false));
        assertThat(ended()).contains(before);
    }

    @Test
    void otherRolesAndOtherOrganisationsEndTheGrant() {
        saveOrganisation(Map.of("OrgId", 301, "Name", "Acme"));
        long first = grantOfNew("moved@example.org");
        change("moved@example.org", Map.of("Roles", List.of(Role.TICKETS_READ)));
        long second = grant("moved@example.org");
        change("moved@example.org", Map.of("Orgs", List.of(301)));
        assertThat(ended()).contains(first, second).doesNotContain(grant("moved@example.org"));
    }

    @Test
    void aUserWhoIsDeletedHasNoGrantAndGetsAnotherWhenMadeAgain() {
        long before = grantOfNew("again@example.org");
        asAdministrator().delete("/v2/users/again@example.org").then().statusCode(200);
        assertThat(ended()).contains(before);
        assertThat(grantOfNew("again@example.org")).isNotEqualTo(before);
    }

    @Test
    void anAdministratorRevokesTokensAndThePasswordStaysGood() {
        long before = grantOfNew("lost@example.org");
        asAdministrator().post("/v2/users/Lost@example.org/revoke").then().statusCode(200);
        assertThat(ended()).contains(before).doesNotContain(grant("lost@example.org"));
    }

    @Test
    void tokensOfNobodyCannotBeRevoked() {
        asAdministrator().post("/v2/users/nobody@example.org/revoke").then().statusCode(404);
    }

    @Test
    void aChangeThatChangesNothingEndsNothing() {
        long before = grantOfNew("same@example.org");
        change("same@example.org", Map.of("Active", true, "Roles", List.of(), "Orgs", List.of()));
        assertThat(grant("same@example.org")).isEqualTo(before);
        assertThat(ended()).doesNotContain(before);
    }

    @Test
    void othersHearOfTheEndAsInTheSample() throws IOException {
        JsonObject sample = new JsonObject(
                Files.readString(Path.of(System.getProperty("fettle.root"), "docs/events/grant-ended.json")));
        long before = grantOfNew("told@example.org");
        change("told@example.org", Map.of("Active", false));
        JsonObject event = new Topic("fettle.auth.grant.v1")
                .await(String.valueOf(before), 1)
                .get(0);
        assertThat(event.fieldNames()).isEqualTo(sample.fieldNames());
        assertThat(event.getString("type")).isEqualTo(sample.getString("type"));
        assertThat(event.getString("occurredAt")).endsWith("Z");
        assertThat(event.getLong("grant")).isEqualTo(before);
    }

    @Test
    void whatEndedLongAgoIsNotAskedForAndForgotten() throws Throwable {
        execute(
                "insert into ended_grant values (-1, $1), (-2, $2)",
                Tuple.of(
                        OffsetDateTime.now().minusHours(1),
                        OffsetDateTime.now().minus(Grants.REMEMBERED).minusHours(1)));
        assertThat(endedWithin(300)).doesNotContain(-1L);
        assertThat(endedWithin(7200)).contains(-1L);
        asAdministratorRevokes("forgetful@example.org");
        assertThat(endedWithin(1_000_000)).contains(-1L).doesNotContain(-2L);
    }

    private void asAdministratorRevokes(String email) {
        save(email);
        asAdministrator().post("/v2/users/" + email + "/revoke").then().statusCode(200);
    }

    private static ValidatableResponse save(String email) {
        return saveUser(Map.of("Email", email, "Password", PASSWORD)).statusCode(200);
    }

    private static void change(String email, Map<String, ?> change) {
        asAdministrator().body(change).put("/v2/users/" + email).then().statusCode(200);
    }

    private static long grantOfNew(String email) {
        save(email);
        return grant(email);
    }

    private static long grant(String email) {
        return grantOf(accessToken(email, PASSWORD));
    }

    /** @param part of the token that has the claims */
    private static long grantOf(String token) {
        byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return new JsonObject(new String(claims, StandardCharsets.UTF_8)).getLong(Grants.CLAIM);
    }

    private static List<Long> ended() {
        return endedWithin(300);
    }

    private static List<Long> endedWithin(long seconds) {
        return given().get("/grants/ended?seconds=" + seconds)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("Grants", Long.class);
    }

    private void execute(String sql, Tuple values) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> pool.preparedQuery(sql).execute(values));
    }
}
