package io.fettle.bench.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuesserTest {

    private static final int RATE = 100;

    private final Queue<String> calls = new ConcurrentLinkedQueue<>();
    private final Set<String> sources = ConcurrentHashMap.newKeySet();
    private HttpServer server;
    private int status = 401;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void guessesComeByBothWaysFromManyPlaces() throws IOException {
        Guesses guesses = guess();
        assertThat(guesses.wrong()).isEqualTo(calls.size()).isGreaterThanOrEqualTo(RATE);
        assertThat(calls.stream().collect(Collectors.toSet())).containsExactlyInAnyOrder("POST /token", "GET /status");
        assertThat(sources).hasSizeGreaterThan(RATE / 2);
    }

    @Test
    void aGuessThatIsRightLeavesNoFigure() {
        status = 200;
        assertThatIOException().isThrownBy(this::guess).withMessageContaining("200");
    }

    private Guesses guess() throws IOException {
        URI call = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/status");
        try (var guesser = Guesser.begin(call, List.of("user@example.org"), RATE)) {
            return guesser.end();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        sources.add(exchange.getRemoteAddress().getAddress().getHostAddress());
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }
}
