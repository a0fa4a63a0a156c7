package io.fettle.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

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
}
