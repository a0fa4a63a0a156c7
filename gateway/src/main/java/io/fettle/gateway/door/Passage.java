package io.fettle.gateway.door;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Which headers pass the door, in both directions. */
final class Passage {

    /** Of one connection only (RFC 9110 section 7.6.1), beside those that Connection names. */
    private static final Pattern HOP_BY_HOP = Pattern.compile(
            "connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|http2-settings|expect",
            Pattern.CASE_INSENSITIVE);

    /** Said by whoever stands before a server: who calls, from where, for which path. From outside it is a claim. */
    private static final Pattern CLAIMS = Pattern.compile(
            "authorization|cookie|forwarded|via|true-client-ip|remote-user"
                    + "|x-(forwarded|original|rewrite|real|client|remote|user|auth|http-method|method).*",
            Pattern.CASE_INSENSITIVE);

    /** Makes headers of a caller those that a service may believe. */
    static void inward(MultiMap headers, HttpServerRequest request, String requestId) {
        dropHopByHop(headers);
        drop(headers, CLAIMS);
        headers.set("X-Forwarded-For", request.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", request.scheme());
        headers.set("X-Forwarded-Host", String.valueOf(request.authority()));
        headers.set(RequestId.HEADER, requestId);
    }

    /** Makes headers of a service those that a caller gets; the gateway has written its own request id already. */
    static void outward(MultiMap headers) {
        dropHopByHop(headers);
        headers.remove(RequestId.HEADER);
    }

    private static void dropHopByHop(MultiMap headers) {
        List<String> named = headers.getAll(HttpHeaders.CONNECTION).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::trim)
                .toList();
        named.forEach(headers::remove);
        drop(headers, HOP_BY_HOP);
    }

    private static void drop(MultiMap headers, Pattern names) {
        List.copyOf(headers.names()).stream()
                .filter(name -> names.matcher(name).matches())
                .forEach(headers::remove);
    }

    private Passage() {}
}
