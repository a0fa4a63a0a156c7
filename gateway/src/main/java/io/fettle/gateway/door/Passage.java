package io.fettle.gateway.door;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Which headers pass the door, in both directions. */
final class Passage {

    /** Of one connection only (RFC 9110 section 7.6.1), beside those that Connection names. */
    private static final Names HOP_BY_HOP = new Names(
            Set.of(
                    "connection",
                    "keep-alive",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade",
                    "http2-settings",
                    "expect"),
            List.of("proxy-"));

    /** Said by whoever stands before a server: who calls, from where, for which path. From outside it is a claim. */
    private static final Names CLAIMS = new Names(
            Set.of("authorization", "cookie", "forwarded", "via", "true-client-ip", "remote-user"),
            List.of(
                    "x-forwarded",
                    "x-original",
                    "x-rewrite",
                    "x-real",
                    "x-client",
                    "x-remote",
                    "x-user",
                    "x-auth",
                    "x-http-method",
                    "x-method"));

    /** Said by the gateway alone: the call's id, what {@link SecurityHeaders} has, and nothing of programs or other origins. */
    private static final Names OURS = new Names(
            Set.of("x-request-id", "x-content-type-options", "strict-transport-security", "server", "x-powered-by"),
            List.of("access-control-"));

    /** Names of headers, and beginnings of names, in small letters. */
    private record Names(Set<String> whole, List<String> beginnings) {

        boolean have(String header) {
            String name = header.toLowerCase(Locale.ROOT);
            if (whole.contains(name)) {
                return true;
            }
            for (String beginning : beginnings) {
                if (name.startsWith(beginning)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Makes headers of a caller those that a service may believe. */
    static void inward(MultiMap headers, HttpServerRequest request, String requestId) {
        dropNamedByConnection(headers);
        drop(headers, HOP_BY_HOP, CLAIMS);
        TraceContext.clean(headers);
        headers.set("X-Forwarded-For", request.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", request.isSSL() ? "https" : "http");
        if (request.authority() != null) {
            headers.set("X-Forwarded-Host", request.authority().toString());
        }
        headers.set(RequestId.HEADER, requestId);
    }

    /** Makes headers of a service those that a caller gets; the gateway has written its own already. */
    static void outward(MultiMap headers) {
        dropNamedByConnection(headers);
        drop(headers, HOP_BY_HOP, OURS);
    }

    private static void dropNamedByConnection(MultiMap headers) {
        for (String value : headers.getAll(HttpHeaders.CONNECTION)) {
            for (String named : value.split(",")) {
                headers.remove(named.trim());
            }
        }
    }

    private static void drop(MultiMap headers, Names... several) {
        var dropped = new ArrayList<String>();
        headers.forEach((header, value) -> {
            if (Arrays.stream(several).anyMatch(names -> names.have(header))) {
                dropped.add(header);
            }
        });
        dropped.forEach(headers::remove);
    }

    private Passage() {}
}
