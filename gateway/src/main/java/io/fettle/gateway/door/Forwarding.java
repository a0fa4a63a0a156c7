package io.fettle.gateway.door;

import jakarta.inject.Singleton;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyRequest;

import io.fettle.gateway.failure.Refusal;
import io.fettle.gateway.route.RouteTable.Match;
import io.fettle.gateway.upstream.Upstreams;

/** Passes a call on to its service, and the answer back, both as streams. */
@Singleton
class Forwarding {

    private final Upstreams upstreams;
    private final SlowestPace slowest;

    Forwarding(Upstreams upstreams, ClientConfig config) {
        this.upstreams = upstreams;
        this.slowest = new SlowestPace(config.bodyGrace(), config.bodyBytesPerSecond());
    }

    /**
     * Passes a call on. One without a body that does no harm a second time is tried again when its connection breaks before
     * the answer: a service may close an idle one at any time.
     *
     * @param authorization what the service gets to see of the caller; {@code null} for nothing
     * @return done when the answer is written; fails with a {@link Refusal} as long as nothing of it is
     */
    Future<Void> forward(HttpServerRequest request, Match match, String authorization, String requestId) {
        HttpServerResponse response = request.response();
        return answer(request, match, authorization, requestId)
                .recover(broken -> broken instanceof HttpClosedException && !response.closed()
                        ? answer(request, match, authorization, requestId)
                        : Future.failedFuture(broken))
                .recover(broken -> Future.failedFuture(
                        broken instanceof HttpClosedException
                                ? Refusal.unavailable(match.route().service())
                                : broken))
                .compose(answer -> pass(answer, response, match.route().open()).onFailure(broken -> drop(answer)));
    }

    /** @return fails with an {@link HttpClosedException} if the call can be made once more, else with a {@link Refusal} */
    private Future<HttpClientResponse> answer(
            HttpServerRequest request, Match match, String authorization, String requestId) {
        String service = match.route().service();
        return upstreams.call(
                service,
                () -> upstreams
                        .request(service, request.method(), target(request, match))
                        .compose(upstream -> send(request, match, upstream, authorization, requestId)));
    }

    /** The canonical path, and the query byte for byte. */
    private static String target(HttpServerRequest request, Match match) {
        int query = request.uri().indexOf('?');
        return query < 0 ? match.path() : match.path() + request.uri().substring(query);
    }

    private Future<HttpClientResponse> send(
            HttpServerRequest request,
            Match match,
            HttpClientRequest upstream,
            String authorization,
            String requestId) {
        upstream.exceptionHandler(failure -> {}); // the answer fails with it, below
        if (request.response().closed()) {
            upstream.reset(); // the body of a caller who has gone would never end
            return Future.failedFuture(Refusal.callerGone());
        }
        ProxyRequest proxied = ProxyRequest.reverseProxy(request).setURI(upstream.getURI());
        boolean hasBody = BodyRules.mayHaveBody(request);
        var body = BodyRules.limited(request, match.route(), slowest);
        if (hasBody) {
            proxied.setBody(Body.body(body, proxied.getBody().length()));
            if (!request.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
                // Over HTTP/2 it is not there, and the library knows a body of unknown length by it.
                request.headers().set(HttpHeaders.TRANSFER_ENCODING, "chunked");
            }
        } else {
            proxied.setBody(Body.body(Buffer.buffer()));
            request.resume();
        }
        headers(proxied.headers(), request, authorization, requestId);
        if (request.headers().contains(HttpHeaders.EXPECT)) {
            request.response().writeContinue();
        }
        Future<HttpClientResponse> answer = proxied.send(upstream)
                .compose(head -> upstream.response())
                .recover(broken -> Future.failedFuture(
                        !hasBody && broken instanceof HttpClosedException && mayRepeat(request, match)
                                ? broken
                                : refusal(request, match, body)));
        request.response().exceptionHandler(gone -> answer.onSuccess(Forwarding::drop));
        return answer;
    }

    /** Writes a service's answer as it comes. */
    private static Future<Void> pass(HttpClientResponse from, HttpServerResponse to, boolean open) {
        Passage.outward(from.headers());
        SecurityHeaders.letKeep(from.headers(), to.headers(), open);
        to.setStatusCode(from.statusCode()).setStatusMessage(from.statusMessage());
        to.headers().addAll(from.headers());
        if (!to.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            to.setChunked(true);
        }
        return from.pipe().endOnFailure(false).to(to);
    }

    /**
     * Lets go of an answer that nobody reads. What has arrived already is read here; a call that has not ended with it is
     * reset. One that has ended must not be: Vert.x would close its connection, which may carry another call by now.
     */
    private static void drop(HttpClientResponse answer) {
        if (!answer.end().isComplete()) {
            answer.resume();
            Vertx.currentContext().runOnContext(later -> {
                if (!answer.end().isComplete()) {
                    answer.request().reset();
                }
            });
        }
    }

    private static void headers(MultiMap headers, HttpServerRequest request, String authorization, String requestId) {
        Passage.inward(headers, request, requestId);
        if (authorization != null) {
            headers.set(HttpHeaders.AUTHORIZATION, authorization);
        }
    }

    /** Whose fault it was that there is no answer. */
    private static Refusal refusal(HttpServerRequest request, Match match, LimitedBody body) {
        if (body.failure() != null) {
            return body.failure() instanceof Refusal refusal ? refusal : Refusal.callerGone();
        }
        return mayRepeat(request, match)
                ? Refusal.unavailable(match.route().service())
                : Refusal.brokenOff(match.route().service());
    }

    private static boolean mayRepeat(HttpServerRequest request, Match match) {
        return match.route().mayRepeat(request.method().name());
    }
}
