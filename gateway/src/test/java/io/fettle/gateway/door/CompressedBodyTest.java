package io.fettle.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.fettle.gateway.testsupport.Tokens;
import io.fettle.gateway.testsupport.Wire;
import io.fettle.gateway.testsupport.Wire.Answer;

@QuarkusTest
class CompressedBodyTest {

    private static final String INCIDENTS = "/v2/incident/orgentityid/7";
    private static final String JSON = "Content-Type: application/json";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip",
                "GZIP",
                "x-gzip",
                "deflate",
                "br",
                "zstd",
                "compress",
                "x-compress",
                "aes128gcm",
                "anything",
                "identity, gzip",
                "gzip, identity",
                "identity,identity",
                "gzip, gzip",
                "identity;q=1",
                ""
            })
    void aCompressedBodyIsRefused(String encoding) {
        assertThat(post("Content-Encoding: " + encoding).status()).isEqualTo(415);
        assertThat(chunked("Content-Encoding: " + encoding, "Transfer-Encoding: chunked")
                        .status())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "identity", "br"})
    void twoHeadersAreMoreThanIdentity(String encoding) {
        assertThat(post("Content-Encoding: identity", "Content-Encoding: " + encoding)
                        .status())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "Identity", " identity "})
    void anUncompressedBodyPasses(String encoding) {
        assertThat(post("Content-Encoding: " + encoding).json().getString("body"))
                .isEqualTo("[]");
        assertThat(chunked("Content-Encoding: " + encoding, "Transfer-Encoding: chunked")
                        .json()
                        .getString("body"))
                .isEqualTo("[]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"gzip, chunked", "GZIP,chunked", "x-gzip, chunked", "deflate, chunked", "compress, chunked"})
    void aBodyCompressedForTheWayIsRefused(String encoding) {
        assertThat(chunked("Transfer-Encoding: " + encoding).status()).isEqualTo(400);
    }

    @Test
    void aServiceMayCompressAnAnswerOnlyForWhoTakesIt() {
        Answer answer = Wire.call("GET", INCIDENTS, Tokens.bearer(7), "Accept-Encoding: gzip");
        assertThat(answer.json().getJsonObject("headers").getJsonArray("accept-encoding"))
                .containsExactly("gzip");
        assertThat(Wire.call("GET", INCIDENTS, Tokens.bearer(7))
                        .json()
                        .getJsonObject("headers")
                        .getMap())
                .doesNotContainKey("accept-encoding");
    }

    private static Answer post(String... headers) {
        return Wire.call("POST", INCIDENTS, "[]", List.of(Tokens.bearer(7), JSON, String.join("\r\n", headers)));
    }

    private static Answer chunked(String... headers) {
        return Wire.send(Wire.head("POST", INCIDENTS, Tokens.bearer(7), JSON, String.join("\r\n", headers))
                + "\r\n2\r\n[]\r\n0\r\n\r\n");
    }
}
