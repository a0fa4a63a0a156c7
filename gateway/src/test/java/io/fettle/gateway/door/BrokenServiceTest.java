package io.fettle.gateway.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.fettle.gateway.testsupport.Tokens;
import io.fettle.gateway.testsupport.Wire;
import io.fettle.gateway.testsupport.Wire.Answer;

@QuarkusTest
class BrokenServiceTest {

    @Test
    void aServiceThatIsAwayMayBeTriedAgain() {
        Answer answer = Wire.call("GET", "/v2/secret/InternalVault/7", Tokens.bearer(7));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).containsExactly("1");
        assertThat(answer.json().getString("Message")).isEqualTo("The vault service does not answer");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v2/incident/orgentityid/7?break",
        "POST, /v2/incident/orgentityid/7?break",
        "PUT, /v2/runbook/orgentityid/7/1?break"
    })
    void aServiceThatBreaksOffMayBeTriedAgainWhereThatDoesNoHarm(String method, String target) {
        Answer answer = Wire.call(method, target, Tokens.bearer(7));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).containsExactly("1");
    }

    @ParameterizedTest
    @CsvSource({"GET, /v2/incident/orgentityid/7", "DELETE, /v2/runbook/orgentityid/7/1"})
    void aCallWithoutABodyIsTriedAgainHereOnce(String method, String target) {
        String query = "?once=" + UUID.randomUUID();
        assertThat(Wire.call(method, target + query, Tokens.bearer(7)).status()).isEqualTo(200);
    }

    @Test
    void aCallThatMayHaveBeenCarriedOutIsNotTriedAgainHere() {
        String target = "/api/v1/Execute/7?once=" + UUID.randomUUID();
        assertThat(Wire.call("POST", target, Tokens.bearer(7)).status()).isEqualTo(502);
    }

    @Test
    void anExecutionThatBreaksOffIsNotOfferedAgain() {
        Answer answer = Wire.call("POST", "/api/v1/Execute/7?break", Tokens.bearer(7));
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.header("Retry-After")).isEmpty();
        assertThat(answer.json().getString("status")).isEqualTo("Fail");
    }

    @Test
    void anAnswerThatBreaksOffIsNotMadeToLookWhole() {
        Answer answer = Wire.call("GET", "/v2/incident/orgentityid/7?half", Tokens.bearer(7));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("half an").doesNotContain("0\r\n\r\n");
    }

    @Test
    void callersThatGoAwayTakeNoOtherCallWithThem() {
        var calls = IntStream.range(0, 2000).parallel().mapToObj(BrokenServiceTest::callOrGoAway);
        assertThat(calls.flatMap(Optional::stream)).hasSize(500).containsOnly(200);
    }

    /** Three of four callers do not wait for the answer, and close with a reset, so that writing it fails. */
    private static Optional<Integer> callOrGoAway(int number) {
        String target = "/v2/incident/orgentityid/7";
        if (number % 4 == 0) {
            return Optional.of(Wire.call("GET", target, Tokens.bearer(7)).status());
        }
        try (Socket caller = Wire.open()) {
            caller.setSoLinger(true, 0);
            caller.getOutputStream().write((Wire.head("GET", target, Tokens.bearer(7)) + "\r\n").getBytes(UTF_8));
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
