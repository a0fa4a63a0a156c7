package io.fettle.dag.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * What dag-service hears from auth-service and inventory-service, on the wire: the documented answers of {@code POST
 * /token} and {@code GET /internal/hosts/{org}/{hostName}}. It stands in for them in this module only; the real ones are
 * met in deploy/e2e.
 *
 * <p>Every organisation has the hosts {@code printhost01} and {@code Myhost} (local) and {@code farhost} (ssh); names
 * ignore case. {@code PUT /away/true} makes inventory answer 503 until {@code PUT /away/false}.
 */
public final class OtherServices implements QuarkusTestResourceLifecycleManager {

    private static final String SECRET = "only-for-tests";
    private static final String TOKEN = "token-of-dag-service";
    private static final Map<String, String> HOSTS = Map.of(
            "printhost01", host("printhost01", "local"),
            "myhost", host("Myhost", "local"),
            "farhost", host("farhost", "ssh"));

    private HttpServer server;
    private volatile boolean away;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/token", this::token);
            server.createContext("/internal/hosts/", this::host);
            server.createContext("/away/", this::away);
            server.start();
            String url = "http://127.0.0.1:" + server.getAddress().getPort();
            Path target = Path.of(System.getProperty("fettle.root"), "dag-service", "target");
            return Map.of(
                    "fettle.auth.url", url,
                    "fettle.inventory.url", url,
                    "fettle.service.secret", SECRET,
                    "fettle.dag.sandbox.grace", "1s",
                    "fettle.dag.directory",
                            Files.createTempDirectory(target, "dag").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private void token(HttpExchange call) throws IOException {
        String form = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String basic = "Basic "
                + Base64.getEncoder().encodeToString(("dag-service:" + SECRET).getBytes(StandardCharsets.UTF_8));
        boolean known = basic.equals(call.getRequestHeaders().getFirst("Authorization"))
                && form.contains("grant_type=client_credentials");
        answer(
                call,
                known ? 200 : 401,
                known
                        ? "{\"access_token\":\"" + TOKEN + "\",\"token_type\":\"bearer\",\"expires_in\":86399}"
                        : "{\"error\":\"invalid_client\"}");
    }

    private void host(HttpExchange call) throws IOException {
        String name = call.getRequestURI().getPath().replaceFirst(".*/", "").toLowerCase();
        if (away) {
            answer(call, 503, "{}");
        } else if (!("Bearer " + TOKEN).equals(call.getRequestHeaders().getFirst("Authorization"))) {
            answer(call, 401, "{}");
        } else if (HOSTS.containsKey(name)) {
            answer(call, 200, HOSTS.get(name));
        } else {
            answer(call, 404, "{\"Count\":0,\"Result\":[],\"Status\":\"Fail\",\"Message\":\"There is no host\"}");
        }
    }

    private void away(HttpExchange call) throws IOException {
        away = call.getRequestURI().getPath().endsWith("true");
        answer(call, 200, "{}");
    }

    private static void answer(HttpExchange call, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(status, body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    private static String host(String name, String type) {
        return """
                {"hostName":"%s","type":"%s","address":null,"port":null,"user":null,"secretName":null,"hostKey":null}
                """.formatted(name, type);
    }
}
