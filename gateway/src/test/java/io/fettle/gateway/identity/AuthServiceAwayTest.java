package io.fettle.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import io.fettle.gateway.testsupport.Tokens;
import io.fettle.gateway.testsupport.Wire;
import io.fettle.gateway.testsupport.Wire.Answer;

@QuarkusTest
@TestProfile(AuthServiceAwayTest.Away.class)
class AuthServiceAwayTest {

    public static class Away implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("fettle.auth.url", "http://127.0.0.1:1");
        }
    }

    @Test
    void aTokenThatCannotBeCheckedMayBeTriedAgain() {
        assertAway(Wire.call("GET", "/v2/incident/orgentityid/7", Tokens.bearer(7)));
    }

    @Test
    void aPasswordThatCannotBeCheckedMayBeTriedAgain() {
        assertAway(Wire.call("GET", "/v2/incident/orgentityid/7", "Authorization: Basic eDp5"));
    }

    @Test
    void theTokenPathSaysItInItsOwnForm() {
        Answer answer = Wire.call("POST", "/token");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().getString("error")).isEqualTo("server_error");
    }

    private static void assertAway(Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).containsExactly("1");
        assertThat(answer.json().getString("Message")).isEqualTo("The auth service does not answer");
    }
}
