package io.fettle.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import io.fettle.gateway.testsupport.Tokens;
import io.fettle.gateway.testsupport.Wire;
import io.fettle.gateway.testsupport.Wire.Answer;

@QuarkusTest
@TestProfile(TooManyCallsTest.FewCalls.class)
class TooManyCallsTest {

    public static final class FewCalls implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("fettle.gateway.limit.user-per-second", "1", "fettle.gateway.limit.burst-seconds", "10");
        }
    }

    @Test
    void aUserWhoCallsTooOftenIsToldWhenToComeBackWhateverTokenItUses() {
        List<Answer> answers =
                Stream.generate(() -> call(Tokens.bearer(7))).limit(30).toList();
        assertThat(answers.get(0).status()).isEqualTo(200);
        Answer refused = answers.stream()
                .filter(answer -> answer.status() != 200)
                .findFirst()
                .orElseThrow();
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).containsExactly("1");
        assertThat(refused.json().getString("Message")).isEqualTo("Too many calls of this user");
    }

    private static Answer call(String authorization) {
        return Wire.call("GET", "/v2/incident/orgentityid/7", authorization);
    }
}
