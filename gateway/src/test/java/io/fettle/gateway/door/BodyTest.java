package io.fettle.gateway.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.fettle.gateway.testsupport.Tokens;
import io.fettle.gateway.testsupport.Wire;
import io.fettle.gateway.testsupport.Wire.Answer;

@QuarkusTest
class BodyTest {

    private static final String INCIDENTS = "/v2/incident/orgentityid/7";
    private static final String JSON = "Content-Type: application/json";
    private static final String CHUNKED = "Transfer-Encoding: chunked";
    private static final int MEBIBYTE = 1 << 20;

    @Test
    void aBodyPassesUnchanged() {
        assertThat(post("[{\"Summary\":\"ü\"}]", JSON).json().getString("body")).isEqualTo("[{\"Summary\":\"ü\"}]");
    }

    @Test
    void aBodyWithoutALengthPassesUnchanged() {
        Answer answer = Wire.send(head(INCIDENTS, CHUNKED) + "2\r\n[1\r\n2\r\n,2\r\n1\r\n]\r\n0\r\n\r\n");
        assertThat(answer.json().getString("body")).isEqualTo("[1,2]");
    }

    @Test
    void bodiesFlowInBothDirectionsWhileTheyAreMade() throws IOException {
        try (var socket = Wire.open()) {
            OutputStream out = socket.getOutputStream();
            out.write((head(INCIDENTS + "?duplex", CHUNKED) + "5\r\nfirst\r\n").getBytes(UTF_8));
            Wire.await(socket, "first");
            out.write("6\r\nsecond\r\n".getBytes(UTF_8));
            Wire.await(socket, "second");
            out.write("0\r\n\r\n".getBytes(UTF_8));
            Wire.await(socket, "0\r\n\r\n");
        }
    }

    @Test
    void sixteenMebibytesPass() {
        Answer answer = post(" ".repeat(16 * MEBIBYTE), JSON);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getInteger("length")).isEqualTo(16 * MEBIBYTE);
    }

    @Test
    void aByteMoreIsRefusedBeforeItIsSentAndNotWaitedForLong() throws IOException {
        try (var socket = Wire.open()) {
            String head = head(INCIDENTS, "Content-Length: " + (16 * MEBIBYTE + 1));
            socket.getOutputStream().write(head.getBytes(UTF_8));
            Wire.await(socket, "413 Request Entity Too Large");
            Wire.await(socket, "\"Status\":\"Fail\"");
            socket.getInputStream().readAllBytes();
        }
    }

    @Test
    void aByteMoreInABodyWithoutALengthIsRefusedWhenItComes() throws IOException {
        byte[] chunk = ("100000\r\n" + " ".repeat(MEBIBYTE) + "\r\n").getBytes(UTF_8);
        try (var socket = Wire.open()) {
            OutputStream out = socket.getOutputStream();
            out.write(head(INCIDENTS, CHUNKED).getBytes(UTF_8));
            for (int i = 0; i < 16; i++) {
                out.write(chunk);
            }
            out.write("1\r\n \r\n".getBytes(UTF_8));
            Wire.await(socket, "413");
            Wire.await(socket, "The body is larger than 16 MiB");
        }
    }

    @Test
    void aCallerThatAsksBeforeItSendsIsToldToGoOn() throws IOException {
        try (var socket = Wire.open()) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    head(INCIDENTS, "Content-Length: 2", "Expect: 100-continue").getBytes(UTF_8));
            Wire.await(socket, "100 Continue");
            out.write("[]".getBytes(UTF_8));
            Wire.await(socket, "200 OK");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded", "application/jsonx", ""})
    void aBodyThatIsNotJsonIsRefused(String type) {
        assertThat(post("[]", "Content-Type: " + type).status()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json; charset=utf-8", "Application/JSON"})
    void jsonMayBeSpelledInManyWays(String type) {
        assertThat(post("[]", "Content-Type: " + type).status()).isEqualTo(200);
    }

    @Test
    void aRefusedBodyDoesNotSpoilTheConnection() throws IOException {
        String refused = "POST " + INCIDENTS + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + MEBIBYTE + "\r\n\r\n";
        try (var socket = Wire.open()) {
            OutputStream out = socket.getOutputStream();
            out.write((refused + " ".repeat(MEBIBYTE)).getBytes(UTF_8));
            Wire.await(socket, "401 Unauthorized");
            out.write("GET /swagger HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(UTF_8));
            Wire.await(socket, "200 OK");
        }
    }

    @Test
    void atTokenABodyIsAForm() {
        Answer answer = Wire.call("POST", "/token", "{}", List.of(JSON));
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.json().getString("error")).isEqualTo("invalid_request");
    }

    @Test
    void aCallWithoutABodyNeedsNoType() {
        assertThat(Wire.call("POST", INCIDENTS, Tokens.bearer(7)).status()).isEqualTo(200);
    }

    private static Answer post(String body, String... headers) {
        String[] all = new String[headers.length + 1];
        all[0] = Tokens.bearer(7);
        System.arraycopy(headers, 0, all, 1, headers.length);
        return Wire.call("POST", INCIDENTS, body, List.of(all));
    }

    /** The head of a JSON call of a member. */
    private static String head(String target, String... headers) {
        return Wire.head("POST", target, Tokens.bearer(7), JSON, String.join("\r\n", headers)) + "\r\n";
    }
}
