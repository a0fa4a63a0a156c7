package io.fettle.gateway.door;

import java.util.regex.Pattern;

import io.vertx.core.http.HttpServerRequest;

import io.fettle.platform.Ids;

/** The name of one call in answers and logs (contract section 1, trace). */
final class RequestId {

    static final String HEADER = "X-Request-Id";

    private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** The caller's own, if it has the accepted form; else a new one. */
    static String of(HttpServerRequest request, Ids ids) {
        String given = request.getHeader(HEADER);
        return given != null && ACCEPTABLE.matcher(given).matches() ? given : Long.toString(ids.next());
    }

    private RequestId() {}
}
