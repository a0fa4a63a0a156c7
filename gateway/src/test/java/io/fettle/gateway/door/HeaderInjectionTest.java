package io.fettle.gateway.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.fettle.gateway.testsupport.Tokens;
import io.fettle.gateway.testsupport.Wire;
import io.fettle.gateway.testsupport.Wire.Answer;

/** Lines that somebody would like to have in a head, ours to a service or ours to a caller. */
@QuarkusTest
class HeaderInjectionTest {

    private static final String INCIDENTS = "/v2/incident/orgentityid/7";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%0d%0aX-Own:%201",
                "%0aX-Own:%201",
                "%0DX-Own:%201",
                "%250d%250aX-Own:%201",
                "%00",
                "%c0%8d%c0%8aX-Own:%201",
                "%e0%80%8aX-Own:%201"
            })
    void anEncodedLineEndInAPathIsRefused(String end) {
        Answer answer = get("/v2/incident/TicketHistory/INC1" + end + "/7");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getString("Message")).isEqualTo("The path is malformed");
        assertThat(answer.header("X-Own")).isEmpty();
    }

    /** U+560A and U+560D lose their upper byte where characters become bytes without care. */
    @ParameterizedTest
    @ValueSource(
            strings = {"%e5%98%8a%e5%98%8dX-Own:%201", "%0d%0aX-Own:%201", "%0aX-Own:%201%0d%0a%0d%0aGET%20/%20HTTP/1.1"
            })
    void anEncodedLineEndInAQueryStaysEncoded(String end) {
        Answer answer = get(INCIDENTS + "?a=" + end);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getString("uri")).isEqualTo(INCIDENTS + "?a=" + end);
        assertThat(reached(answer).getMap()).doesNotContainKey("x-own");
        assertThat(answer.header("X-Own")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1%0d%0aX-Own: 1",
                "1\\r\\nX-Own: 1",
                "1: X-Own",
                "1,2",
                "1\tX-Own",
                "\u560a\u560dX-Own: 1",
                "<script>",
                "${jndi:ldap://x}"
            })
    void aRequestIdThatIsMoreThanAnIdReachesNobody(String id) {
        Answer answer = get(INCIDENTS, "X-Request-Id: " + id);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("X-Request-Id")).singleElement().asString().matches("[0-9]+");
        assertThat(reached(answer).getJsonArray("x-request-id"))
                .containsExactly(answer.header("X-Request-Id").get(0));
        assertThat(reached(answer).getMap()).doesNotContainKey("x-own");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%0d%0aX-Own: 1", "-more\\r\\nX-Own: 1", "\u560a\u560dX-Own: 1"})
    void aTraceParentThatIsMoreThanAParentReachesNobody(String end) {
        Answer answer = get(INCIDENTS, "traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01" + end);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(reached(answer).getMap()).doesNotContainKey("traceparent").doesNotContainKey("x-own");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Keep-Alive: timeout=1000",
                "Proxy-Authenticate: Basic",
                "Proxy-Connection: keep-alive",
                "TE: gzip",
                "Trailer: X-Own",
                "Upgrade: h2c",
                "HTTP2-Settings: AAMAAABkAAQAAP__",
                "Expect: 100-continue"
            })
    void aServiceSaysNothingOfTheCallersConnection(String line) {
        assertThat(answeredWith(line).header(line.split(":")[0])).isEmpty();
    }

    @Test
    void aServiceCannotGiveTheCallAnotherId() {
        assertThat(answeredWith("X-Request-Id: 2", "X-Request-Id: 1").header("X-Request-Id"))
                .containsExactly("1");
    }

    /** So that the test of what does not pass can fail. */
    @Test
    void whatElseAServiceSaysPasses() {
        assertThat(answeredWith("X-Own: 1").header("X-Own")).containsExactly("1");
    }

    private static Answer answeredWith(String line, String... headers) {
        return get(INCIDENTS + "?header=" + URLEncoder.encode(line, UTF_8), headers);
    }

    private static Answer get(String target, String... headers) {
        String[] all = new String[headers.length + 1];
        all[0] = Tokens.bearer(7);
        System.arraycopy(headers, 0, all, 1, headers.length);
        return Wire.call("GET", target, all);
    }

    private static JsonObject reached(Answer answer) {
        return answer.json().getJsonObject("headers");
    }
}
