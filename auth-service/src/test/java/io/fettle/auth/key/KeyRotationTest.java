package io.fettle.auth.key;

import static io.fettle.auth.testsupport.Calls.accessToken;
import static io.fettle.auth.testsupport.Calls.asAdministrator;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.fettle.auth.testsupport.TestSecrets;

@QuarkusTest
class KeyRotationTest {

    @Inject
    KeyRotation rotation;

    @Inject
    SigningKeys keys;

    @Inject
    Pool pool;

    @BeforeEach
    void aFreshSigningKeyAndAFreshNextOne() throws Throwable {
        await(pool.query("delete from signing_key where state <> 'signing'").execute());
        await(pool.query("update signing_key set state_since = now()").execute());
        await(rotation.turnIfDue());
    }

    @Test
    void theNextKeyIsPublishedBeforeItSigns() throws Throwable {
        String next = only("next");
        assertThat(published()).contains(next);
        assertThat(keys.signing().id()).isNotEqualTo(next);
    }

    @Test
    void aKeyThatHasSignedForItsPeriodGivesWayToTheNext() throws Throwable {
        String old = only("signing");
        String next = only("next");
        age("signing", Duration.ofDays(31));
        age("next", KeyRotation.PUBLISHED_BEFORE.plusMinutes(1));
        await(rotation.turnIfDue());
        assertThat(keys.signing().id()).isEqualTo(next);
        assertThat(only("retiring")).isEqualTo(old);
        assertThat(published()).contains(old, next, only("next"));
    }

    @Test
    void aYoungKeySignsOnAndAKeyJustPublishedWaits() throws Throwable {
        String old = only("signing");
        await(rotation.turnIfDue());
        assertThat(keys.signing().id()).isEqualTo(old);
        age("signing", Duration.ofDays(31));
        await(rotation.turnIfDue());
        assertThat(keys.signing().id()).isEqualTo(old);
    }

    @Test
    void replicasThatLookTogetherTurnOnce() throws Throwable {
        String next = only("next");
        age("signing", Duration.ofDays(31));
        age("next", KeyRotation.PUBLISHED_BEFORE.plusMinutes(1));
        await(Uni.join().all(rotation.turnIfDue(), rotation.turnIfDue()).andFailFast());
        assertThat(keys.signing().id()).isEqualTo(next);
    }

    @Test
    void tokensOfAKeyThatRetiresAreGoodUntilTheLastHasExpired() throws Throwable {
        String used = accessToken(TestSecrets.ADMIN, TestSecrets.ADMIN_PASSWORD);
        String token = accessToken(TestSecrets.ADMIN, TestSecrets.ADMIN_PASSWORD);
        asAdministrator().post("/v2/keys/rotate").then().statusCode(200);
        assertThat(status(used)).isEqualTo(200);
        age("retiring", KeyRotation.PUBLISHED_AFTER.plusMinutes(1));
        await(rotation.turnIfDue());
        assertThat(status(token)).isEqualTo(401);
    }

    @Test
    void tokensOfAKeyThatIsWithdrawnAreGoodNoMore() {
        String token = accessToken(TestSecrets.ADMIN, TestSecrets.ADMIN_PASSWORD);
        asAdministrator().post("/v2/keys/rotate?withdraw=true").then().statusCode(200);
        assertThat(status(token)).isEqualTo(401);
        assertThat(status(accessToken(TestSecrets.ADMIN, TestSecrets.ADMIN_PASSWORD)))
                .isEqualTo(200);
    }

    private static int status(String token) {
        return given().auth().oauth2(token).get("/v2/users").statusCode();
    }

    private static List<String> published() {
        return given().get("/.well-known/jwks.json").jsonPath().getList("keys.kid");
    }

    private String only(String state) throws Throwable {
        var rows = await(pool.preparedQuery("select kid from signing_key where state = $1")
                .execute(Tuple.of(state)));
        assertThat(rows.size()).isEqualTo(1);
        return rows.iterator().next().getString("kid");
    }

    private void age(String state, Duration age) throws Throwable {
        await(pool.preparedQuery(
                        "update signing_key set state_since = now() - make_interval(secs => $2) where state = $1")
                .execute(Tuple.of(state, (double) age.toSeconds())));
    }

    private static <T> T await(Uni<T> uni) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> uni);
    }
}
