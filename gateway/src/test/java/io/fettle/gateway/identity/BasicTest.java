package io.fettle.gateway.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.fettle.gateway.testsupport.Wire;
import io.fettle.gateway.testsupport.Wire.Answer;

@QuarkusTest
class BasicTest {

    private static final String RIGHT = "pässword: right&";

    private final String user = UUID.randomUUID() + "@example.org";

    @ConfigProperty(name = "fettle.auth.url")
    URI auth;

    @Test
    void theServiceGetsATokenInPlaceOfThePassword() {
        Answer answer = call("/v2/incident/orgentityid/7", RIGHT);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()
                        .getJsonObject("headers")
                        .getJsonArray("authorization")
                        .getString(0))
                .startsWith("Bearer ey");
    }

    @Test
    void theV1PathsTakeItToo() {
        assertThat(call("/iAutomateAPI/Request/GetIncidentTicketData/7", RIGHT).status())
                .isEqualTo(200);
    }

    @Test
    void anotherOrganisationIsRefused() {
        assertThat(call("/v2/incident/orgentityid/8", RIGHT).status()).isEqualTo(403);
    }

    @Test
    void callsAtTheSameTimeAndLaterShareOneExchange() throws Exception {
        IntStream.range(0, 8)
                .mapToObj(i -> java.util.concurrent.CompletableFuture.supplyAsync(() -> call("/v2/users", RIGHT)))
                .toList()
                .forEach(answer -> assertThat(answer.join().status()).isEqualTo(200));
        assertThat(call("/v2/users", RIGHT).status()).isEqualTo(200);
        assertThat(exchanges()).isEqualTo(1);
    }

    @Test
    void aWrongPasswordIsAskedAgainEachTimeAndDoesNotSpoilTheRightOne() throws Exception {
        assertThat(call("/v2/users", RIGHT).status()).isEqualTo(200);
        for (int i = 0; i < 2; i++) {
            Answer answer = call("/v2/users", "wrong");
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).containsExactly("Bearer", "Basic realm=\"fettle\"");
        }
        assertThat(call("/v2/users", RIGHT).status()).isEqualTo(200);
        assertThat(exchanges()).isEqualTo(3);
    }

    @Test
    void whoTriesTooOftenIsToldWhenToComeBack() {
        Answer answer = call("/v2/users", "throttled");
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).containsExactly("9");
        assertThat(answer.json().getString("Status")).isEqualTo("Fail");
    }

    @Test
    void anAuthServiceThatFailsIsNotAWrongPassword() {
        assertThat(call("/v2/users", "broken").status()).isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"!!!", "bm9jb2xvbg==", "Ong=", "", "dXNlcjpwYXNz dXNlcjpwYXNz"})
    void whatIsNoUserAndPasswordIsRefusedHere(String encoded) {
        assertThat(Wire.call("GET", "/v2/users", "Authorization: Basic " + encoded)
                        .status())
                .isEqualTo(401);
    }

    private Answer call(String target, String password) {
        String credentials = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
        return Wire.call("GET", target, "Authorization: Basic " + credentials);
    }

    private int exchanges() throws IOException, InterruptedException {
        return Exchanges.of(auth, user);
    }
}
