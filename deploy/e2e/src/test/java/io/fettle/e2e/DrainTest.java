package io.fettle.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.fettle.local.Part;
import io.fettle.local.Ports;
import io.fettle.local.Stack;

/** How a gateway stops when it is asked to. */
@EndToEnd
class DrainTest {

    /** Without calls under way it takes the two seconds of its delay. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private static final String FORM = "grant_type=password&username=nobody%40fettle.example&password=wrong";

    @Test
    void callsUnderWayAreAnsweredAndNewOnesAreSentElsewhere(Stack stack) throws IOException {
        Part gateway = start(stack);
        try (Socket slow = connect(gateway)) {
            write(slow, head("POST", "/token", FORM.length()) + FORM.substring(0, 20));
            ProcessHandle process = terminate(gateway);
            await().atMost(SOON).until(() -> !gateway.isReady());
            String whole = answer(gateway, head("GET", "/v2/incident/orgentityid/7", 0));
            assertThat(whole).startsWith("HTTP/1.1 401").containsIgnoringCase("connection: close");
            write(slow, FORM.substring(20));
            assertThat(new String(slow.getInputStream().readAllBytes(), UTF_8)).startsWith("HTTP/1.1 400");
            await().atMost(SOON).until(() -> !process.isAlive());
        } finally {
            gateway.stop();
        }
    }

    @Test
    void callersThatWentAwayAreNotWaitedFor(Stack stack) throws IOException {
        Part gateway = start(stack);
        try {
            for (int caller = 0; caller < 200; caller++) {
                try (Socket socket = connect(gateway)) {
                    socket.setSoLinger(true, 0);
                    write(socket, head("GET", "/openapi", 0));
                }
            }
            ProcessHandle process = terminate(gateway);
            await().atMost(SOON).until(() -> !process.isAlive());
        } finally {
            gateway.stop();
        }
    }

    /** One of its own, so that no other test meets it. */
    private static Part start(Stack stack) throws IOException {
        int port = Ports.free(2);
        Part gateway = stack.anotherGateway("drained-gateway", port, port + 1, Map.of());
        gateway.start();
        await().atMost(Duration.ofMinutes(1)).until(gateway::isReady);
        return gateway;
    }

    private static ProcessHandle terminate(Part gateway) {
        ProcessHandle process =
                ProcessHandle.of(gateway.process().orElseThrow().pid()).orElseThrow();
        process.destroy();
        return process;
    }

    private static String answer(Part gateway, String call) throws IOException {
        try (Socket socket = connect(gateway)) {
            write(socket, call);
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static Socket connect(Part gateway) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port());
        socket.setSoTimeout((int) SOON.toMillis());
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
    }

    private static String head(String method, String path, int length) {
        return method + " " + path + " HTTP/1.1\r\nHost: fettle.example\r\n"
                + (length == 0
                        ? ""
                        : "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + length + "\r\n")
                + "\r\n";
    }
}
