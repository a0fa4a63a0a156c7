package io.fettle.gateway.door;

import java.util.List;
import java.util.Set;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

import io.fettle.gateway.failure.Refusal;
import io.fettle.gateway.route.Route;

/** What a body must be, as far as its headers tell (contract section 1, content type and limits). */
final class BodyRules {

    /** In bytes: 16 MiB. */
    private static final long LIMIT = 16 << 20;

    /** Whatever comes with these over HTTP/2 without a length has no meaning (RFC 9110 section 9.3). */
    private static final Set<HttpMethod> BODILESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** @throws Refusal 413 or 415 */
    static void check(HttpServerRequest request, Route route) {
        long length = length(request);
        if (length > LIMIT) {
            throw Refusal.tooLarge();
        }
        if (length == 0 || mayBeEmpty(request)) {
            return;
        }
        if (!isIdentity(request.headers().getAll(HttpHeaders.CONTENT_ENCODING))) {
            throw Refusal.wrongType("A compressed body is not taken");
        }
        if (!route.takes(request.getHeader(HttpHeaders.CONTENT_TYPE))) {
            throw wrongType(route);
        }
    }

    static boolean mayHaveBody(HttpServerRequest request) {
        return length(request) != 0;
    }

    /** The body, which fails when more comes of it than there may, or when it comes too slowly. */
    static LimitedBody limited(HttpServerRequest request, Route route, SlowestPace slowest) {
        return mayBeEmpty(request)
                ? new LimitedBody(request, 0, wrongType(route), slowest)
                : new LimitedBody(request, LIMIT, Refusal.tooLarge(), slowest);
    }

    private static Refusal wrongType(Route route) {
        return Refusal.wrongType("The body must be " + String.join(" or ", route.types()));
    }

    private static boolean isIdentity(List<String> codings) {
        return codings.isEmpty() || codings.size() == 1 && codings.get(0).equalsIgnoreCase("identity");
    }

    /** In bytes; -1 if it is not known beforehand. */
    private static long length(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            return -1;
        }
        if (length != null) {
            return Long.parseLong(length);
        }
        return request.version() == HttpVersion.HTTP_2 && !BODILESS.contains(request.method()) ? -1 : 0;
    }

    /** Over HTTP/2 no header need tell whether a body comes. A type is then only asked for when one does. */
    private static boolean mayBeEmpty(HttpServerRequest request) {
        return length(request) < 0
                && request.version() == HttpVersion.HTTP_2
                && !request.headers().contains(HttpHeaders.CONTENT_TYPE);
    }

    private BodyRules() {}
}
