package io.fettle.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.fettle.gateway.testsupport.Behind;
import io.fettle.gateway.testsupport.Mark;
import io.fettle.gateway.testsupport.Tokens;
import io.fettle.gateway.testsupport.Wire;

/**
 * Calls that two programs could read in two ways. Each has a second call hidden behind it or in its body; it would be carried
 * out, and is seen behind the gateway, if anybody took it for one. In the sources of cases, {@code |} ends a line of the head.
 */
@QuarkusTest
class SmugglingTest {

    private static final String HOST = "Host: fettle.example|";
    private static final String JSON = "Content-Type: application/json|";

    /** A chunked body without content, which is five bytes to who does not know that. */
    private static final String EMPTY_CHUNKED = "0\r\n\r\n";

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/[0-9.]+ (\\d{3}) [A-Z]");

    private static final List<Mark> HIDDEN = new ArrayList<>();

    private final Mark call = Mark.make();
    private final Mark hidden = Mark.make();

    /** All of them once more at the end: none has come late either. */
    @AfterAll
    static void noHiddenCallHasArrived() {
        JsonObject arrived = new JsonObject(Behind.ask("/marked"));
        assertThat(HIDDEN).isNotEmpty().noneMatch(mark -> arrived.containsKey(mark.query()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5|Transfer-Encoding: chunked",
                "Transfer-Encoding: chunked|Content-Length: 5",
                "Content-Length: 0|Transfer-Encoding: chunked",
                "Content-Length: 5|Content-Length: 5",
                "Content-Length: 5|Content-Length: 0",
                "Content-Length: 0|Content-Length: 5",
                "Content-Length: 5, 5",
                "Content-Length: 0, 5",
                "Content-Length: ,5",
                "Content-Length: +5",
                "Content-Length: -5",
                "Content-Length: 0x5",
                "Content-Length: 5h",
                "Content-Length: 5.0",
                "Content-Length: 5 0",
                "Content-Length: 5|  0",
                "Content-Length:|  5",
                "Content-Length: \"5\"",
                "Content-Length: 18446744073709551621",
                "Content-Length: \u00b5",
                "Content-Length:",
                "Content-Length : 5",
                "Content-Length\t: 5",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: chunkedx",
                "Transfer-Encoding: chunk",
                "Transfer-Encoding: c",
                "Transfer-Encoding: identity",
                "Transfer-Encoding: identity|Content-Length: 5",
                "Transfer-Encoding: x|Content-Length: 5",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: identity, chunked",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: chunked, chunked",
                "Transfer-Encoding: chunked,",
                "Transfer-Encoding: ,chunked",
                "Transfer-Encoding: chunked;a=b",
                "Transfer-Encoding: \"chunked\"",
                "Transfer-Encoding: chunked|Transfer-Encoding: chunked",
                "Transfer-Encoding: chunked|Transfer-Encoding: identity",
                "Transfer-Encoding: identity|Transfer-Encoding: chunked",
                "Transfer-Encoding: \u000bchunked",
                "Transfer-Encoding: chunked\u000b",
                "Transfer-Encoding: \u0000chunked",
                "Transfer-Encoding: chun\u0000ked",
                "Transfer-Encoding:|  chunked",
                "Transfer-Encoding: chunked|  identity",
                "Transfer-Encoding: \rchunked",
                "Transfer-Encoding\u0000: chunked",
                "Transfer-Encoding:",
                "Transfer-Encoding : chunked",
                "Transfer-Encoding\t: chunked",
                "X: y\nTransfer-Encoding: chunked",
                "X: y\rTransfer-Encoding: chunked",
                "Sec-WebSocket-Key1: 1|Sec-WebSocket-Key2: 2",
                "Content-Type: application/x-www-form-urlencoded|Content-Length: 5"
            })
    void whereABodyEndsIsNotInDoubt(String lines) {
        String method = lines.startsWith("Sec") ? "GET" : "POST";
        assertThat(refused(method, HOST + JSON + lines, EMPTY_CHUNKED)).isEqualTo(400);
        assertThat(refused(method, HOST + JSON + lines, "")).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5",
                "Content-Length: 005",
                "Content-Length:\t5\t",
                "content-length:5",
                "Transfer-Encoding: chunked",
                "Transfer-Encoding:\tchunked\t",
                "transfer-encoding:CHUNKED"
            })
    void aCallBehindOneThatEndsBeyondDoubtIsAnswered(String lines) {
        String answers = exchange("POST", "1.1", HOST + JSON + lines, EMPTY_CHUNKED);
        assertThat(statuses(answers)).containsExactly(200, 200);
        assertThat(call.arrivals()).isEqualTo(1);
        assertThat(hidden.arrivals()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked",
                "Connection: keep-alive|Transfer-Encoding: chunked",
                "Connection: keep-alive|Content-Length: 0|Content-Length: 5",
                "Connection: keep-alive|Content-Length: 5"
            })
    void aCallOfHttp10HasNoWayToGoOnBehindABody(String lines) {
        String answer = exchange("POST", "1.0", HOST + JSON + lines, EMPTY_CHUNKED);
        assertThat(statuses(answer)).containsExactly(400);
        assertNeitherHasArrived();
    }

    @Test
    void aCallOfHttp10IsAnsweredAndNoneBehindIt() {
        String answer = exchange("POST", "1.0", HOST + JSON + "Content-Length: 5", EMPTY_CHUNKED);
        assertThat(statuses(answer)).containsExactly(200);
        assertThat(call.arrivals()).isEqualTo(1);
        HIDDEN.add(hidden);
        assertThat(hidden.arrivals()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2", "1.10", "0.9", "2.0", "3", "11", "1.1 ", " 1.1", "1.1 HTTP/1.1", ""})
    void anotherVersionIsRefused(String version) {
        assertThat(statuses(exchange("GET", version, HOST, ""))).hasSize(1).containsAnyOf(400, 501);
        assertNeitherHasArrived();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X: y",
                "Host: fettle.example|Host: fettle.example",
                "Host: fettle.example|Host: other.example",
                "Host: fettle.example|host: other.example",
                "Host:",
                "Host: fettle.example other.example",
                "Host: fettle.example, other.example",
                "Host: fettle.example\tx",
                "Host: fettle.example|  x",
                "Host: user@fettle.example",
                "Host: fettle.example/v2",
                "Host: fettle.example?x",
                "Host: fettle.example#x",
                "Host: fettle.example\\x",
                "Host: fettle.example;x",
                "Host: fettle.example:x",
                "Host: fettle.example:80:80",
                "Host: fettle.example:65536",
                "Host: fettle.example:-1",
                "Host: http://fettle.example",
                "Host: fettle%2eexample",
                "Host: fettle.example\u0000",
                "Host: f\u00fcttle.example",
                "Host: \"fettle.example\"",
                "Host: <fettle.example>",
                "Host: [::1",
                "Host: ::1]",
                "Host : fettle.example",
                " Host: fettle.example"
            })
    void whomACallIsForIsNotInDoubt(String lines) {
        assertThat(refused("GET", lines, "")).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fettle.example",
                "FETTLE.example:8080",
                "fettle_gateway",
                "localhost:1",
                "127.0.0.1:8443",
                "[::1]",
                "[fe80::1]:8080"
            })
    void aNameOrAnAddressIsAHost(String host) {
        String answers = exchange("GET", "1.1", "Host: " + host, "");
        assertThat(statuses(answers)).containsExactly(200, 200);
        assertThat(answers).contains("\"x-forwarded-host\":[\"" + host + "\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Own : y",
                "X Own: y",
                "X-Own",
                ": y",
                "X-Own(: y",
                "X-\u00d6wn: y",
                "X-Own\u0000: y",
                "X-Own: y\u0000z",
                "X-Own: y\u0001z",
                "X-Own: y\rz",
                "X-Own: y\nZ: z",
                "X-Own: y\r\r",
                "X-Own: y\n",
                "Content-Type: application/json|Content-Type: application/json"
            })
    void whereALineEndsAndWhatItSaysIsNotInDoubt(String lines) {
        assertThat(refused("GET", HOST + lines, "")).isEqualTo(400);
    }

    /** RFC 9112 section 5.2 has a server refuse it or do this. */
    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", "  \t"})
    void aFoldedLineReachesTheServiceAsOne(String blanks) {
        String answers = exchange("GET", "1.1", HOST + "X-Own: y|" + blanks + "Transfer-Encoding: chunked", "");
        assertThat(statuses(answers)).containsExactly(200, 200);
        assertThat(answers).contains("\"x-own\":[\"y Transfer-Encoding: chunked\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x5\r\n[1,2]\r\n0\r\n\r\n",
                "+5\r\n[1,2]\r\n0\r\n\r\n",
                "-5\r\n[1,2]\r\n0\r\n\r\n",
                "\r\n[1,2]\r\n0\r\n\r\n",
                "g\r\n[1,2]\r\n0\r\n\r\n",
                "5\n[1,2]\r\n0\r\n\r\n",
                "5;a\n[1,2]\r\n0\r\n\r\n",
                "5;a\rb\r\n[1,2]\r\n0\r\n\r\n",
                "5\r\n[1,2]0\r\n\r\n",
                "5\r\n[1,2]\n0\r\n\r\n",
                "5\r\n[1,2]\r0\r\n\r\n",
                "5\r\n[1,2]xx0\r\n\r\n",
                "4\r\n[1,2]\r\n0\r\n\r\n",
                "6\r\n[1,2]\r\n0\r\n\r\n",
                "100000005\r\n[1,2]\r\n0\r\n\r\n",
                "10000000000000005\r\n[1,2]\r\n0\r\n\r\n",
                "5\r\n[1,2]\r\n0\n\r\n",
                "5\r\n[1,2]\r\n0\r\nX: y\n\r\n",
                "5\r\n[1,2]\r\n0\r\nX y\r\n\r\n",
                "5\r\n[1,2]\r\n0\r\nX : y\r\n\r\n"
            })
    void whereAChunkEndsIsNotInDoubt(String body) {
        String answers = exchange("POST", "1.1", HOST + JSON + "Transfer-Encoding: chunked", body);
        assertThat(statuses(answers)).doesNotContain(200);
        HIDDEN.add(hidden);
        assertThat(hidden.arrivals()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5\r\n[1,2]\r\n0\r\n\r\n",
                "05;a=\"b\"\r\n[1,2]\r\n000\r\n\r\n",
                "2\r\n[1\r\n3\r\n,2]\r\n0\r\n\r\n",
                "5\r\n[1,2]\r\n0\r\nX-Own: y\r\nX-Forwarded-For: 1.2.3.4\r\nAuthorization: Basic eDp5\r\nHost: other\r\n\r\n",
                "5\r\n[1,2]\r\n0\r\nTransfer-Encoding: identity\r\nContent-Length: 1000\r\n\r\n"
            })
    void aChunkedBodyPassesAndItsTrailersDoNot(String body) {
        String answers = exchange("POST", "1.1", HOST + JSON + "Transfer-Encoding: chunked", body);
        assertThat(statuses(answers)).containsExactly(200, 200);
        assertThat(answers)
                .contains("\"body\":\"[1,2]\"")
                .contains("\"x-forwarded-host\":[\"fettle.example\"]")
                .doesNotContain("x-own")
                .doesNotContain("1.2.3.4")
                .doesNotContain("eDp5");
    }

    @Test
    void callsThatAreReadAheadAreAnsweredUpToTheFirstDoubtfulOne() {
        Mark first = Mark.make();
        Mark second = Mark.make();
        String doubtful = head("POST", call, "1.1", HOST + JSON + "Transfer-Encoding: xchunked");
        String answers = Wire.exchange(head("GET", first, "1.1", HOST)
                + head("GET", second, "1.1", HOST)
                + doubtful
                + head("GET", hidden, "1.1", HOST)
                + doubtful
                + "GET /swagger HTTP/1.1\r\nHost");
        assertThat(statuses(answers)).containsExactly(200, 200, 400);
        assertThat(first.arrivals() + second.arrivals()).isEqualTo(2);
        assertNeitherHasArrived();
    }

    @Test
    void aDoubtfulHeadIsRefusedInTheFamilysEnvelopeAndEndsTheConnection() {
        String answer = Wire.exchange(head("POST", call, "1.1", HOST + "Transfer-Encoding: xchunked"));
        assertThat(answer)
                .contains("\r\nConnection: close\r\n".toLowerCase())
                .contains("\r\nX-Request-Id: ")
                .endsWith("{\"Id\":null,\"Status\":\"Fail\",\"Message\":"
                        + "\"Transfer-Encoding must be chunked, and nothing else\"}");
    }

    @Test
    void aMissingHostIsRefusedInTheFamilysEnvelope() {
        assertThat(Wire.exchange(head("GET", call, "1.1", "X: y")))
                .endsWith("{\"Count\":0,\"Result\":[],\"Status\":\"Fail\",\"Message\":\"Host is missing\"}");
    }

    @Test
    void theAnswerComesThoughTheCallerGoesOnSending() {
        String answer =
                Wire.exchange(head("POST", call, "1.1", HOST + "Transfer-Encoding: xchunked") + " ".repeat(1 << 20));
        assertThat(statuses(answer)).containsExactly(400);
        assertThat(answer).endsWith("}");
    }

    private int refused(String method, String lines, String body) {
        String answers = exchange(method, "1.1", lines, body);
        assertThat(statuses(answers)).hasSize(1);
        assertNeitherHasArrived();
        return statuses(answers).get(0);
    }

    private void assertNeitherHasArrived() {
        HIDDEN.add(hidden);
        HIDDEN.add(call);
        assertThat(call.arrivals()).isZero();
        assertThat(hidden.arrivals()).isZero();
    }

    /** The call, what is or is not its body, and the call behind it; all answers. */
    private String exchange(String method, String version, String lines, String body) {
        return Wire.exchange(
                head(method, call, version, lines) + body + head("GET", hidden, "1.1", HOST + "Connection: close"));
    }

    private static String head(String method, Mark mark, String version, String lines) {
        String all = lines + (lines.endsWith("|") ? "" : "|") + Tokens.bearer(7) + "|";
        return method + " " + mark.target() + " HTTP/" + version + "\r\n" + all.replace("|", "\r\n") + "\r\n";
    }

    private static List<Integer> statuses(String answers) {
        return STATUS_LINE
                .matcher(answers)
                .results()
                .map(line -> Integer.valueOf(line.group(1)))
                .toList();
    }
}
