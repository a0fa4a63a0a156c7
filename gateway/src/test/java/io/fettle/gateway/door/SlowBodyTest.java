package io.fettle.gateway.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.fettle.gateway.testsupport.Tokens;
import io.fettle.gateway.testsupport.Wire;

/** The stand-in's configuration grants a body one second. */
@QuarkusTest
class SlowBodyTest {

    private static final String TARGET = "/v2/incident/orgentityid/7";

    @Test
    void aBodyThatComesByteByByteIsCutOff() throws IOException {
        try (Socket caller = begin(1000)) {
            await().atMost(Duration.ofSeconds(10))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> isAnsweredAfter(caller, " "));
            assertThat(new String(caller.getInputStream().readAllBytes(), UTF_8))
                    .startsWith("HTTP/1.1 408 ")
                    .contains("\"The body comes too slowly\"");
        }
    }

    @Test
    void aBodyThatComesInTimePasses() throws IOException {
        try (Socket caller = begin(3)) {
            for (int i = 0; i < 3; i++) {
                caller.getOutputStream().write(' ');
            }
            Wire.await(caller, "HTTP/1.1 200 ");
        }
    }

    private static Socket begin(int length) throws IOException {
        Socket caller = Wire.open();
        String head = Wire.head("POST", TARGET, Tokens.bearer(7), "Content-Type: application/json");
        caller.getOutputStream().write((head + "Content-Length: " + length + "\r\n\r\n").getBytes(UTF_8));
        return caller;
    }

    private static boolean isAnsweredAfter(Socket caller, String next) throws IOException {
        InputStream answer = caller.getInputStream();
        if (answer.available() == 0) {
            caller.getOutputStream().write(next.getBytes(UTF_8));
        }
        return answer.available() > 0;
    }
}
