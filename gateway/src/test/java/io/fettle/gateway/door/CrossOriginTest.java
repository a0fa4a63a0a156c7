package io.fettle.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.fettle.gateway.testsupport.EveryRoute;
import io.fettle.gateway.testsupport.Mark;
import io.fettle.gateway.testsupport.Tokens;
import io.fettle.gateway.testsupport.Wire;
import io.fettle.gateway.testsupport.Wire.Answer;
import io.fettle.platform.error.Family;

/** Pages of other origins are not served: no browser lets them call, or read an answer. */
@QuarkusTest
class CrossOriginTest {

    private static final String INCIDENTS = "/v2/incident/orgentityid/7";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "http://fettle.example",
                "https://fettle.example",
                "https://evil.example",
                "https://fettle.example.evil.example",
                "https://evilfettle.example",
                "http://localhost",
                "file://",
                "*",
                ""
            })
    void noOriginIsGivenAnAnswer(String origin) {
        for (String target : List.of(
                INCIDENTS, "/v2/users", "/nothing", "/token", "/.well-known/jwks.json", "/openapi", "/swagger")) {
            assertThat(crossOrigin(Wire.call("GET", target, Tokens.bearer(7), "Origin: " + origin)))
                    .isEmpty();
            assertThat(crossOrigin(Wire.call("GET", target, "Origin: " + origin)))
                    .isEmpty();
        }
    }

    static Stream<String> paths() {
        return EveryRoute.calls().map(EveryRoute.Call::path).distinct();
    }

    @ParameterizedTest
    @MethodSource("paths")
    void aBrowserThatAsksFirstIsRefusedInTheFamilysEnvelope(String path) {
        Mark mark = Mark.make();
        Answer answer = Wire.call(
                "OPTIONS",
                path + "?" + mark.query(),
                Tokens.bearer(7),
                "Origin: https://evil.example",
                "Access-Control-Request-Method: POST",
                "Access-Control-Request-Headers: authorization, content-type",
                "Access-Control-Request-Private-Network: true");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(crossOrigin(answer)).isEmpty();
        assertThat(answer.header("Allow")).containsExactly(methods(path));
        assertThat(answer.json())
                .isEqualTo(JsonObject.mapFrom(
                        Family.of("OPTIONS", path).failure(405, "The path takes " + methods(path), List.of())));
        assertThat(mark.arrivals()).isZero();
    }

    /** Not even if it has a say behind the gateway, for it cannot know how it is called. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Access-Control-Allow-Origin: *",
                "Access-Control-Allow-Origin: null",
                "access-control-allow-origin: https://evil.example",
                "Access-Control-Allow-Credentials: true",
                "Access-Control-Allow-Methods: POST",
                "Access-Control-Allow-Headers: authorization",
                "Access-Control-Allow-Private-Network: true",
                "Access-Control-Expose-Headers: X-Request-Id",
                "Access-Control-Max-Age: 86400"
            })
    void noServiceGivesAnOriginAnAnswer(String line) {
        String target = INCIDENTS + "?header=" + line.replace(" ", "%20");
        Answer answer = Wire.call("GET", target, Tokens.bearer(7), "Origin: https://evil.example");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(crossOrigin(answer)).isEmpty();
    }

    private static String methods(String path) {
        return EveryRoute.calls()
                .filter(call -> call.path().equals(path))
                .map(EveryRoute.Call::method)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static List<String> crossOrigin(Answer answer) {
        return answer.headers().stream()
                .filter(line -> line.toLowerCase().startsWith("access-control-"))
                .toList();
    }
}
