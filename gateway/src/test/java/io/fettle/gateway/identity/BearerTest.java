package io.fettle.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.fettle.gateway.testsupport.Tokens;
import io.fettle.gateway.testsupport.Wire;
import io.fettle.gateway.testsupport.Wire.Answer;

@QuarkusTest
class BearerTest {

    @Test
    void theServiceGetsTheTokenThatWasChecked() {
        String bearer = Tokens.bearer(7);
        for (int i = 0; i < 2; i++) {
            Answer answer = Wire.call("GET", "/v2/incident/orgentityid/7", bearer.replace("Bearer", "bearer"));
            assertThat(answer.status()).isEqualTo(200);
            assertThat("Authorization: "
                            + answer.json()
                                    .getJsonObject("headers")
                                    .getJsonArray("authorization")
                                    .getString(0))
                    .isEqualTo(bearer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "9"})
    void aMemberOfBothPasses(String organisation) {
        assertThat(status("/v2/incident/orgentityid/" + organisation, Tokens.bearer(7, 9)))
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8",
                "07",
                "+7",
                "0",
                "-7",
                "7.0",
                "%207",
                "7%20",
                "%37",
                "99999999999999999999",
                "seven",
                "{org}",
                "[7]"
            })
    void anotherOrganisationIsRefusedInTheSameWordsWhetherItExistsOrNot(String organisation) {
        Answer answer = Wire.call("GET", "/v2/incident/orgentityid/" + organisation, Tokens.bearer(7));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body())
                .isEqualTo("{\"Count\":0,\"Result\":[],\"Status\":\"Fail\","
                        + "\"Message\":\"The organisation or role does not permit this call\"}");
    }

    @Test
    void whoBelongsToNoOrganisationReachesNone() {
        assertThat(status("/v2/incident/orgentityid/7", Tokens.bearer())).isEqualTo(403);
        assertThat(status("/v2/users", Tokens.bearer())).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Digest x", "bearerx y", "Bearer a b"})
    void withoutCredentialsBothSchemesAreOffered(String header) {
        Answer answer = Wire.call("GET", "/v2/users", "Authorization: " + header);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).containsExactly("Bearer", "Basic realm=\"fettle\"");
    }

    @Test
    void twoHeadersAreNone() {
        assertThat(Wire.call("GET", "/v2/users", Tokens.bearer(7), "Authorization: Basic eDp5")
                        .status())
                .isEqualTo(401);
    }

    private static int status(String target, String authorization) {
        return Wire.call("GET", target, authorization).status();
    }
}
