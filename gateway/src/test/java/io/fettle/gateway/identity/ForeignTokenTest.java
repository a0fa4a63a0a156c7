package io.fettle.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

import io.fettle.gateway.testsupport.Tokens;
import io.fettle.gateway.testsupport.Wire;
import io.fettle.gateway.testsupport.Wire.Answer;

@QuarkusTest
class ForeignTokenTest {

    private static final RsaJsonWebKey KEY = Tokens.strange("theirs");

    @ConfigProperty(name = "fettle.auth.url")
    URI auth;

    @Test
    void theServiceGetsATokenOfOursInItsPlace() {
        String token = token(Tokens.FEDERATED_ISSUER, "ann", 600);
        Answer answer = call("/v2/incident/orgentityid/7", token);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()
                        .getJsonObject("headers")
                        .getJsonArray("authorization")
                        .getString(0))
                .startsWith("Bearer ey")
                .doesNotContain(token);
    }

    @Test
    void anotherOrganisationIsRefused() {
        String token = token(Tokens.FEDERATED_ISSUER, "ann", 600);
        assertThat(call("/v2/incident/orgentityid/8", token).status()).isEqualTo(403);
    }

    @Test
    void callsAtTheSameTimeAndLaterShareOneExchange() throws Exception {
        String token = token(Tokens.FEDERATED_ISSUER, "ann", 600);
        IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> call("/v2/users", token)))
                .toList()
                .forEach(answer -> assertThat(answer.join().status()).isEqualTo(200));
        assertThat(call("/v2/users", token).status()).isEqualTo(200);
        assertThat(Exchanges.of(auth, token)).isEqualTo(1);
    }

    @Test
    void aRefusedTokenIsAskedAboutEachTime() throws Exception {
        String token = token(Tokens.FEDERATED_ISSUER, "nobody", 600);
        for (int i = 0; i < 2; i++) {
            Answer answer = call("/v2/users", token);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).containsExactly("Bearer", "Basic realm=\"fettle\"");
        }
        assertThat(Exchanges.of(auth, token)).isEqualTo(2);
    }

    @Test
    void anIssuerThatIsAwayIsNoBadToken() throws Exception {
        String token = token(Tokens.FEDERATED_ISSUER, "away", 600);
        for (int i = 0; i < 2; i++) {
            Answer answer = call("/v2/users", token);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).containsExactly("1");
        }
        assertThat(Exchanges.of(auth, token)).isEqualTo(2);
    }

    @Test
    void aTokenIsNotGoodLongerThanItsOwnTime() throws Exception {
        String token = token(Tokens.FEDERATED_ISSUER, "ann", 3);
        assertThat(call("/v2/users", token).status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> call("/v2/users", token).status() == 401);
        assertThat(Exchanges.of(auth, token)).isGreaterThan(1);
    }

    @Test
    void aTokenOfAnIssuerThatIsNotFederatedIsRefusedHere() throws Exception {
        String token = token("https://login.other.example", "ann", 600);
        assertThat(call("/v2/users", token).status()).isEqualTo(401);
        assertThat(Exchanges.of(auth, token)).isZero();
    }

    private static String token(String issuer, String subject, int seconds) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setSubject(subject);
        claims.setGeneratedJwtId();
        claims.setExpirationTime(NumericDate.fromSeconds(NumericDate.now().getValue() + seconds));
        return Tokens.sign(claims, KEY);
    }

    private static Answer call(String target, String token) {
        return Wire.call("GET", target, "Authorization: Bearer " + token);
    }
}
