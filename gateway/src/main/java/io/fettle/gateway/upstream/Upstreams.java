package io.fettle.gateway.upstream;

import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import org.eclipse.microprofile.config.Config;

import io.fettle.gateway.failure.Refusal;
import io.fettle.gateway.route.RouteTable;

/** The services behind the gateway: where they are, and connections to them. */
@Singleton
public class Upstreams {

    private final HttpClient client;
    private final UpstreamConfig limits;
    private final Map<String, URI> addresses;
    private final Map<String, Circuit> circuits;

    Upstreams(Vertx vertx, Config config, UpstreamConfig limits, RouteTable routes, Clock clock) {
        this.limits = limits;
        this.addresses = routes.services().stream()
                .collect(Collectors.toMap(
                        Function.identity(), service -> config.getValue("fettle." + service + ".url", URI.class)));
        this.circuits = routes.services().stream()
                .collect(Collectors.toMap(Function.identity(), service -> new Circuit(service, limits.rest(), clock)));
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(limits.connections())
                .setMaxWaitQueueSize(limits.waiting())
                .setConnectTimeout((int) limits.connectTimeout().toMillis())
                .setKeepAliveTimeout((int) limits.keepAlive().toSeconds()));
    }

    /**
     * Makes a call, or does not, because the service does not answer of late.
     *
     * @param call succeeds when the service has answered, with whatever status; fails with a {@link Refusal} 502 or 503, or
     *     an {@link io.vertx.core.http.HttpClosedException}, if it is to blame
     * @return fails with a {@link Refusal} 503 if the call is not made
     */
    public <T> Future<T> call(String service, Supplier<Future<T>> call) {
        return circuits.get(service).call(call);
    }

    /**
     * Opens a request, of which nothing is sent yet.
     *
     * @param service as the route table names it
     * @param target path and query, byte for byte
     * @return fails with a {@link Refusal} 503 if the service cannot be reached
     */
    public Future<HttpClientRequest> request(String service, HttpMethod method, String target) {
        URI address = addresses.get(service);
        return client.request(new RequestOptions()
                        .setMethod(method)
                        .setHost(address.getHost())
                        .setPort(address.getPort())
                        .setURI(target)
                        .setIdleTimeout(limits.silence().toMillis()))
                .recover(unreached -> Future.failedFuture(Refusal.unavailable(service)));
    }
}
