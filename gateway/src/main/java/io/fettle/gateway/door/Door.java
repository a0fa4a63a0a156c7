package io.fettle.gateway.door;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import io.fettle.gateway.console.Console;
import io.fettle.gateway.failure.Refusal;
import io.fettle.gateway.identity.Credentials;
import io.fettle.gateway.identity.Identity;
import io.fettle.gateway.limit.RateLimits;
import io.fettle.gateway.route.CanonicalPath;
import io.fettle.gateway.route.RouteTable;
import io.fettle.gateway.route.RouteTable.Match;
import io.fettle.platform.Ids;

/** The way in. No call gets past it to anything else on the public port: it is routed, checked and passed on, or refused. */
@Singleton
class Door {

    /** Before every route of the framework. */
    private static final int FIRST = Integer.MIN_VALUE;

    private final RouteTable routes;
    private final Credentials credentials;
    private final RateLimits limits;
    private final Forwarding forwarding;
    private final Console console;
    private final Answers answers;
    private final Ids ids;
    private final Vertx vertx;

    Door(
            RouteTable routes,
            Credentials credentials,
            RateLimits limits,
            Forwarding forwarding,
            Console console,
            Answers answers,
            Ids ids,
            Vertx vertx) {
        this.routes = routes;
        this.credentials = credentials;
        this.limits = limits;
        this.forwarding = forwarding;
        this.console = console;
        this.answers = answers;
        this.ids = ids;
        this.vertx = vertx;
    }

    void open(@Observes Router router) {
        router.route().order(FIRST).handler(calls(this::enter)).failureHandler(calls(this::refuse));
    }

    /** What was read behind the last call of a connection is no call; its answer goes nowhere. */
    private static Handler<RoutingContext> calls(Handler<RoutingContext> handler) {
        return call -> {
            if (LastAnswer.isBegun(call.request().connection())) {
                call.response().end();
            } else {
                handler.handle(call);
            }
        };
    }

    private void enter(RoutingContext call) {
        HttpServerRequest request = call.request().pause();
        String requestId = begin(request);
        Future.succeededFuture(request)
                .map(this::match)
                .compose(match -> pass(call, match, requestId))
                .onFailure(failure -> answers.fail(request, failure));
    }

    /** The router itself fails what is no path, such as {@code *} or {@code q/health}, and what names no host. */
    private void refuse(RoutingContext call) {
        begin(call.request());
        answers.fail(call.request(), failure(call));
    }

    private static Throwable failure(RoutingContext call) {
        if (call.statusCode() >= 500) {
            return call.failure();
        }
        try {
            Head.check(call.request());
            return Refusal.malformedPath();
        } catch (Refusal doubtful) {
            return doubtful;
        }
    }

    /** Has the answer say what all answers say. @return the id of the call */
    private String begin(HttpServerRequest request) {
        SecurityHeaders.put(request);
        String requestId = RequestId.of(request, ids);
        request.response().putHeader(RequestId.HEADER, requestId);
        return requestId;
    }

    private Match match(HttpServerRequest request) {
        Head.check(request);
        String path = request.uri().split("\\?", 2)[0];
        return routes.match(request.method().name(), CanonicalPath.of(path));
    }

    private Future<Void> pass(RoutingContext call, Match match, String requestId) {
        HttpServerRequest request = call.request();
        if (match.route().service().equals("gateway")) {
            return console.answer(call, match.path());
        }
        Future<String> authorization = match.route().open()
                ? Future.succeededFuture(clientCredentials(request))
                : authorize(request, match).map(identity -> "Bearer " + identity.token());
        return authorization.compose(known -> {
            BodyRules.check(request, match.route());
            return forwarding.forward(request, match, known, requestId);
        });
    }

    /** At /token, a Basic header is a service client's (RFC 6749 section 2.3.1); a bearer token proves nothing there. */
    private static String clientCredentials(HttpServerRequest request) {
        String given = request.getHeader(HttpHeaders.AUTHORIZATION);
        return given != null && given.regionMatches(true, 0, "Basic ", 0, 6) ? given : null;
    }

    /** The check may end on the thread of another call that asked the same; what follows goes on with this call's own. */
    private Future<Identity> authorize(HttpServerRequest request, Match match) {
        var caller = credentials.check(
                request.headers().getAll(HttpHeaders.AUTHORIZATION),
                request.remoteAddress().hostAddress());
        return Future.fromCompletionStage(caller, vertx.getOrCreateContext()).map(identity -> {
            if (match.organisation() != null && !identity.isMemberOf(match.organisation())) {
                throw Refusal.forbidden();
            }
            limits.count(identity.user(), match.organisation());
            return identity;
        });
    }
}
