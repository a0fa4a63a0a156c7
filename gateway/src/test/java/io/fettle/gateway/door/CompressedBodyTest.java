package io.fettle.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.fettle.gateway.testsupport.EveryRoute;
import io.fettle.gateway.testsupport.Mark;
import io.fettle.gateway.testsupport.Tokens;
import io.fettle.gateway.testsupport.Wire;
import io.fettle.gateway.testsupport.Wire.Answer;
import io.fettle.platform.error.Family;

@QuarkusTest
class CompressedBodyTest {

    private static final String INCIDENTS = "/v2/incident/orgentityid/7";
    private static final String JSON = "Content-Type: application/json";

    private static final List<String> CODINGS = List.of(
            "gzip",
            "x-gzip",
            "deflate",
            "br",
            "zstd",
            "compress",
            "identity, gzip",
            "gzip, identity",
            "identity\r\nContent-Encoding: gzip",
            "gzip\r\nContent-Encoding: identity");

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

    static Stream<EveryRoute.Call> callsWithABody() {
        return EveryRoute.calls()
                .filter(call -> call.method().equals("POST") || call.method().equals("PUT"));
    }

    @ParameterizedTest
    @MethodSource("callsWithABody")
    void noRouteTakesACompressedBodyAndEachTakesAnother(EveryRoute.Call call) {
        Family family = Family.of(call.method(), call.path());
        for (String coding : CODINGS) {
            Mark mark = Mark.make();
            Answer answer = send(call, mark, "Content-Encoding: " + coding);
            assertThat(answer.status()).as(coding).isEqualTo(415);
            assertThat(answer.json())
                    .isEqualTo(JsonObject.mapFrom(family.failure(415, "A compressed body is not taken", List.of())));
            assertThat(mark.arrivals()).isZero();
        }
        Mark mark = Mark.make();
        assertThat(send(call, mark, "Content-Encoding: identity").status()).isEqualTo(isAway(call) ? 503 : 200);
        assertThat(mark.arrivals()).isEqualTo(isAway(call) ? 0 : 1);
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

    private static boolean isAway(EveryRoute.Call call) {
        return call.route().service().equals("vault");
    }

    private static Answer send(EveryRoute.Call call, Mark mark, String encoding) {
        String type = call.route().types().iterator().next();
        String credentials = call.route().open() ? "X-Own: 1" : Tokens.bearer(7);
        return Wire.call(
                call.method(),
                call.path() + "?" + mark.query(),
                "[]",
                List.of(credentials, "Content-Type: " + type, encoding));
    }

    private static Answer post(String... headers) {
        return Wire.call("POST", INCIDENTS, "[]", List.of(Tokens.bearer(7), JSON, String.join("\r\n", headers)));
    }

    private static Answer chunked(String... headers) {
        return Wire.send(Wire.head("POST", INCIDENTS, Tokens.bearer(7), JSON, String.join("\r\n", headers))
                + "\r\n2\r\n[]\r\n0\r\n\r\n");
    }
}
