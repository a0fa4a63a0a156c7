package io.fettle.gateway.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.fettle.gateway.route.RouteTable;
import io.fettle.gateway.upstream.Upstreams;

/** The OpenAPI document of all services together, asked of them when somebody looks. */
@Singleton
class MergedDocument {

    private static final Logger LOG = Logger.getLogger(MergedDocument.class);
    private static final Duration KEPT = Duration.ofSeconds(10);

    private final RouteTable routes;
    private final Upstreams upstreams;
    private final ObjectMapper json;
    private final Clock clock;
    private final String version;
    private Future<Buffer> merged;
    private Instant asked;

    MergedDocument(
            RouteTable routes,
            Upstreams upstreams,
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.routes = routes;
        this.upstreams = upstreams;
        this.json = json;
        this.clock = clock;
        this.version = version;
    }

    /** The document as JSON, at most some seconds old. A service that is away is left out, and named in the description. */
    synchronized Future<Buffer> get() {
        if (merged == null || clock.instant().isAfter(asked.plus(KEPT))) {
            asked = clock.instant();
            merged = merge();
        }
        return merged;
    }

    private Future<Buffer> merge() {
        Map<String, Future<ObjectNode>> documents = new TreeMap<>();
        routes.services().forEach(service -> documents.put(service, fetch(service)));
        return Future.join(List.copyOf(documents.values())).transform(all -> {
            var merge = new OpenApiMerge(routes, json.createObjectNode(), version);
            documents.forEach((service, document) -> {
                if (document.succeeded()) {
                    merge.add(service, document.result());
                } else {
                    LOG.infof(
                            "%s has no OpenAPI document now: %s",
                            service, document.cause().getMessage());
                    merge.leaveOut(service);
                }
            });
            return Future.succeededFuture(Buffer.buffer(merge.document().toString()));
        });
    }

    private Future<ObjectNode> fetch(String service) {
        return upstreams
                .request(service, HttpMethod.GET, "/q/openapi?format=json")
                .compose(HttpClientRequest::send)
                .compose(answer -> answer.statusCode() == 200 ? answer.body() : missing(answer))
                .map(this::parse);
    }

    private static Future<Buffer> missing(HttpClientResponse answer) {
        return Future.failedFuture("status " + answer.statusCode());
    }

    private ObjectNode parse(Buffer body) {
        try {
            return json.readValue(body.getBytes(), ObjectNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
