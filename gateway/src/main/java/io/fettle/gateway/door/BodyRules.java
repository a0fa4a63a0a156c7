package io.fettle.gateway.door;

import java.util.List;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

import io.fettle.gateway.failure.Refusal;
import io.fettle.gateway.route.Route;

/** What a body must be, as far as its headers tell (contract section 1, content type and limits). */
final class BodyRules {

    /** In bytes: 16 MiB. */
    static final long LIMIT = 16 << 20;

    /** @throws Refusal 413 or 415 */
    static void check(MultiMap headers, Route route) {
        long length = length(headers);
        if (length > LIMIT) {
            throw Refusal.tooLarge();
        }
        if (length == 0) {
            return;
        }
        if (!isOnly("identity", headers.getAll(HttpHeaders.CONTENT_ENCODING))
                || !isOnly("chunked", headers.getAll(HttpHeaders.TRANSFER_ENCODING))) {
            throw Refusal.wrongType("A compressed body is not taken");
        }
        if (!route.takes(headers.get(HttpHeaders.CONTENT_TYPE))) {
            throw Refusal.wrongType("The body must be " + String.join(" or ", route.types()));
        }
    }

    static boolean mayHaveBody(MultiMap headers) {
        return length(headers) != 0;
    }

    private static boolean isOnly(String coding, List<String> codings) {
        return codings.isEmpty() || codings.size() == 1 && codings.get(0).equalsIgnoreCase(coding);
    }

    /** In bytes; -1 if it is not known beforehand. */
    private static long length(MultiMap headers) {
        if (headers.contains(HttpHeaders.TRANSFER_ENCODING)) {
            return -1;
        }
        String length = headers.get(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    private BodyRules() {}
}
