package io.fettle.gateway.testsupport;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;

/**
 * What the gateway meets on the wire behind it: services that answer with what reached them, and an auth service with
 * one user. The vault is away. What the real ones do is tested in the whole system.
 */
public final class StandIn implements QuarkusTestResourceLifecycleManager {

    /** Nothing listens there. */
    private static final String AWAY = "http://127.0.0.1:1";

    private final Vertx vertx = Vertx.vertx();
    private final RsaJsonWebKey key = Tokens.strange("current");
    private final Map<String, String> publicKeys =
            new ConcurrentHashMap<>(Map.of(key.getKeyId(), key.toJson(OutputControlLevel.PUBLIC_ONLY)));
    private final AtomicInteger askedForKeys = new AtomicInteger();
    private final Map<String, Integer> marked = new ConcurrentHashMap<>();
    private final List<Long> endedGrants = new CopyOnWriteArrayList<>(List.of(Tokens.ENDED_GRANT));
    private final Set<String> broken = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> exchanges = new ConcurrentHashMap<>();

    @Override
    public Map<String, String> start() {
        var config = new HashMap<String, String>();
        for (String service : List.of("auth", "ticket", "runbook", "inventory", "dag")) {
            config.put("fettle." + service + ".url", "http://127.0.0.1:" + listen(service));
        }
        config.put("fettle.vault.url", AWAY);
        config.put("fettle.gateway.revocation-interval", "200ms");
        config.put("fettle.gateway.client.body-grace", "1S");
        config.putAll(ServerCertificate.make());
        config.put("fettle.gateway.federated-issuers", Tokens.FEDERATED_ISSUER);
        config.put(Tokens.KEY_PROPERTY, key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
        return config;
    }

    private int listen(String service) {
        return vertx.createHttpServer(new HttpServerOptions().setMaxInitialLineLength(1 << 17))
                .requestHandler(request -> answer(service, request))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    private void answer(String service, HttpServerRequest request) {
        if (request.path().equals("/grants/ended")) {
            request.response()
                    .end(new JsonObject()
                            .put("Grants", new JsonArray(endedGrants))
                            .encode());
            return;
        }
        switch (request.uri()) {
            case "/.well-known/jwks.json" -> request.response().end(keys());
            case "/askedForKeys" -> request.response().end(askedForKeys.toString());
            case "/publish" ->
                request.body()
                        .onSuccess(published ->
                                publicKeys.put(published.toJsonObject().getString("kid"), published.toString()))
                        .onSuccess(published -> request.response().end());
            case "/withdraw" ->
                request.body()
                        .onSuccess(withdrawn -> publicKeys.remove(withdrawn.toString()))
                        .onSuccess(withdrawn -> request.response().end());
            case "/marked" -> request.response().end(new JsonObject(Map.copyOf(marked)).encode());
            case "/q/openapi?format=json" -> request.response().end(openApi(service));
            case "/exchanges" -> request.response().end(new JsonObject(Map.copyOf(exchanges)).encode());
            case "/token" -> exchange(request);
            case "/end" ->
                request.body()
                        .onSuccess(grant -> endedGrants.add(Long.valueOf(grant.toString())))
                        .onSuccess(grant -> request.response().end());
            default -> answerCall(service, request);
        }
    }

    private void answerCall(String service, HttpServerRequest request) {
        String query = String.valueOf(request.query());
        if (query.startsWith("mark=")) {
            marked.merge(query, 1, Integer::sum);
        }
        if (query.equals("break") || query.startsWith("once") && broken.add(query)) {
            request.connection().close();
        } else if (query.equals("half")) {
            request.response()
                    .setChunked(true)
                    .write("half an")
                    .onSuccess(sent -> request.connection().close());
        } else if (query.equals("duplex")) {
            request.response().setChunked(true);
            request.handler(chunk -> request.response().write(chunk));
            request.endHandler(end -> request.response().end());
        } else {
            echo(service, request);
        }
    }

    /** Answers with what came, with headers that are the gateway's business, and with one that the query names. */
    private static void echo(String service, HttpServerRequest request) {
        if (String.valueOf(request.query()).startsWith("header=")) {
            String[] nameAndValue = request.getParam("header").split(": ", 2);
            request.response().putHeader(nameAndValue[0], nameAndValue[1]);
        }
        var headers = new JsonObject();
        request.headers()
                .names()
                .forEach(name -> headers.put(
                        name.toLowerCase(), new JsonArray(request.headers().getAll(name))));
        request.body()
                .onSuccess(body -> request.response()
                        .putHeader("X-Request-Id", "the service's own")
                        .putHeader("Connection", "X-Inner")
                        .putHeader("X-Inner", "hop")
                        .end(new JsonObject()
                                .put("service", service)
                                .put("method", request.method().name())
                                .put("uri", request.uri())
                                .put("headers", headers)
                                .put("length", body.length())
                                .put("body", body.length() > 1000 ? null : body.toString())
                                .encode()));
    }

    private String keys() {
        askedForKeys.incrementAndGet();
        return "{\"keys\":[" + String.join(",", publicKeys.values()) + "]}";
    }

    private void exchange(HttpServerRequest request) {
        if (request.getHeader("X-Request-Id") != null) {
            echo("auth", request);
            return;
        }
        request.setExpectMultipart(true).endHandler(end -> {
            String foreign = request.getFormAttribute("subject_token");
            exchanges.merge(foreign == null ? request.getFormAttribute("username") : foreign, 1, Integer::sum);
            vertx.setTimer(50, later -> {
                if (foreign == null) {
                    grant(request);
                } else {
                    exchange(request, foreign);
                }
            });
        });
    }

    /** Takes what has not expired and has a subject; the subject says what else becomes of it. */
    private void exchange(HttpServerRequest request, String foreign) {
        var claims = new JsonObject(new String(Base64.getUrlDecoder().decode(foreign.split("\\.")[1])));
        long expires = claims.getLong("exp");
        String subject = claims.getString("sub");
        if (subject.equals("away")) {
            request.response().setStatusCode(503).end("{\"error\":\"server_error\"}");
        } else if (subject.equals("nobody") || expires <= System.currentTimeMillis() / 1000) {
            request.response().setStatusCode(400).end("{\"error\":\"invalid_request\"}");
        } else {
            JwtClaims ours = Tokens.claims(7);
            ours.setExpirationTime(NumericDate.fromSeconds(expires));
            request.response()
                    .end(new JsonObject()
                            .put("access_token", Tokens.sign(ours, key))
                            .encode());
        }
    }

    private void grant(HttpServerRequest request) {
        switch (request.getFormAttribute("password")) {
            case "pässword: right&" ->
                request.response()
                        .end(new JsonObject()
                                .put("access_token", Tokens.sign(Tokens.claims(7), key))
                                .encode());
            case "throttled" ->
                request.response()
                        .setStatusCode(429)
                        .putHeader("Retry-After", "9")
                        .end();
            case "broken" -> request.response().setStatusCode(500).end();
            default -> request.response().setStatusCode(400).end("{\"error\":\"invalid_grant\"}");
        }
    }

    private static String openApi(String service) {
        return switch (service) {
            case "ticket" ->
                "{\"paths\":{\"/v2/incident/orgentityid/{org}\":{\"post\":{\"security\":[{\"x\":[]}]},"
                        + "\"delete\":{}},\"/internal/tickets\":{\"get\":{}}}}";
            case "auth" -> "{\"paths\":{\"/token\":{\"post\":{}}}}";
            default -> "{\"paths\":{\"/q/other\":{\"get\":{}}}}";
        };
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
