package io.fettle.gateway.door;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/**
 * What every answer says to browsers, whatever else it says (OWASP ASVS 5.0, 3.4 and 14.3.2). There is nothing for pages of
 * other origins: they get no {@code Access-Control-…}, so a browser keeps the answer from them.
 */
final class SecurityHeaders {

    private static final CharSequence CONTENT_TYPE_OPTIONS = HttpHeaders.createOptimized("x-content-type-options");
    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
    private static final CharSequence TRANSPORT_SECURITY = HttpHeaders.createOptimized("strict-transport-security");
    private static final CharSequence TWO_YEARS = HttpHeaders.createOptimized("max-age=63072000; includeSubDomains");

    /** To be said before anything else, so that a refusal says it too. */
    static void put(HttpServerRequest request) {
        MultiMap headers = request.response().headers();
        headers.set(CONTENT_TYPE_OPTIONS, NOSNIFF).set(HttpHeaders.CACHE_CONTROL, NO_STORE);
        if (request.isSSL()) {
            headers.set(TRANSPORT_SECURITY, TWO_YEARS);
        }
    }

    /** What a service answers without credentials may be kept if it says so; everything else is of somebody. */
    static void letKeep(MultiMap theirs, MultiMap ours, boolean open) {
        if (!open) {
            theirs.remove(HttpHeaders.CACHE_CONTROL);
        } else if (theirs.contains(HttpHeaders.CACHE_CONTROL)) {
            ours.remove(HttpHeaders.CACHE_CONTROL);
        }
    }

    private SecurityHeaders() {}
}
