package io.fettle.auth.testsupport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** An OpenID Connect issuer of somebody else: it serves the documents that a test puts there. */
public final class ForeignIssuer implements QuarkusTestResourceLifecycleManager {

    private static final String PREFIX = "fettle.auth.federation.";

    private final Map<String, byte[]> documents = new ConcurrentHashMap<>();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::answer);
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.ofEntries(
                Map.entry("fettle.test.issuer", address),
                Map.entry(PREFIX + "corp.issuer", address + "/corp"),
                Map.entry(PREFIX + "corp.audience", "fettle-at-corp"),
                Map.entry(PREFIX + "corp.algorithms", "RS256,ES256"),
                Map.entry(PREFIX + "corp.roles.\"/ops: first line\"", "tickets.read,tickets.write"),
                Map.entry(PREFIX + "corp.roles.root", "admin"),
                Map.entry(PREFIX + "corp.organisations.acme", "7,9"),
                Map.entry(PREFIX + "plant.issuer", address + "/plant/"),
                Map.entry(PREFIX + "plant.audience", "fettle"),
                Map.entry(PREFIX + "plant.jwks-url", address + "/plant-keys"),
                Map.entry(PREFIX + "plant.name-claim", "preferred_username"),
                Map.entry(PREFIX + "plant.groups-claim", "role"),
                Map.entry(PREFIX + "plant.roles.viewer", "tickets.read"),
                Map.entry(PREFIX + "plant.organisations-claim", "site"),
                Map.entry(PREFIX + "plant.organisations.12", "8"),
                Map.entry(PREFIX + "impostor.issuer", address + "/impostor"),
                Map.entry(PREFIX + "impostor.audience", "fettle-at-corp"),
                Map.entry(PREFIX + "impostor.roles.root", "admin"),
                Map.entry(PREFIX + "impostor.organisations.acme", "7"),
                Map.entry(PREFIX + "away.issuer", "http://127.0.0.1:1/away"),
                Map.entry(PREFIX + "away.audience", "fettle-at-corp"),
                Map.entry(PREFIX + "away.roles.root", "admin"),
                Map.entry(PREFIX + "away.organisations.acme", "7"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        try (exchange) {
            if (exchange.getRequestMethod().equals("PUT")) {
                documents.put(path, exchange.getRequestBody().readAllBytes());
                exchange.sendResponseHeaders(204, -1);
            } else if (documents.containsKey(path)) {
                byte[] document = documents.get(path);
                exchange.sendResponseHeaders(200, document.length);
                exchange.getResponseBody().write(document);
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
