package io.fettle.gateway.console;

import java.io.IOException;
import java.util.Map;

import jakarta.inject.Singleton;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

import io.fettle.gateway.failure.Refusal;

/** The pages the gateway answers itself (contract section 12): Swagger UI over the merged document of all services. */
@Singleton
public class Console {

    private static final String ASSETS = "/swagger/assets/";
    private static final String LIBRARY = "META-INF/resources/openapi-ui/";

    /** The files there are; nothing else of the class path can be asked for. */
    private static final Map<String, String> FILES = Map.of(
            "swagger-ui-bundle.js", LIBRARY + "swagger-ui-bundle.js",
            "swagger-ui.css", LIBRARY + "swagger-ui.css",
            "favicon.ico", LIBRARY + "favicon.ico",
            "console.js", "console/console.js");

    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript",
            "css", "text/css",
            "ico", "image/x-icon",
            "html", "text/html; charset=utf-8");

    /** Swagger UI writes styles of its own and has pictures in its style sheet. */
    private static final String POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final Vertx vertx;
    private final MergedDocument document;

    Console(Vertx vertx, MergedDocument document) {
        this.vertx = vertx;
        this.document = document;
    }

    /**
     * Answers one of the gateway's own pages.
     *
     * @param path canonical, and in the route table
     * @return fails with a {@link Refusal} 404 if there is no such file
     */
    public Future<Void> answer(RoutingContext call, String path) {
        call.request().resume();
        HttpServerResponse response = call.response()
                .putHeader("Cross-Origin-Resource-Policy", "same-origin")
                .putHeader("Referrer-Policy", "no-referrer");
        if (path.equals("/openapi")) {
            return document.get()
                    .compose(json -> response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                            .end(json));
        }
        return path.startsWith(ASSETS) ? asset(response, path.substring(ASSETS.length())) : page(response);
    }

    private Future<Void> page(HttpServerResponse response) {
        response.putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin");
        return file(response, "console/index.html");
    }

    private Future<Void> asset(HttpServerResponse response, String name) {
        if (!FILES.containsKey(name)) {
            return Future.failedFuture(Refusal.unknownPath());
        }
        response.putHeader(HttpHeaders.CACHE_CONTROL, "max-age=3600");
        return file(response, FILES.get(name));
    }

    private Future<Void> file(HttpServerResponse response, String resource) {
        response.putHeader(HttpHeaders.CONTENT_TYPE, TYPES.get(resource.substring(resource.lastIndexOf('.') + 1)));
        return vertx.<Buffer>executeBlocking(() -> read(resource)).compose(response::end);
    }

    private static Buffer read(String resource) throws IOException {
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            return Buffer.buffer(file.readAllBytes());
        }
    }
}
