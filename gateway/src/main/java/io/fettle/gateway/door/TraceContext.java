package io.fettle.gateway.door;

import java.util.List;
import java.util.regex.Pattern;

import io.vertx.core.MultiMap;

/** The caller's place in a distributed trace (W3C Trace Context), from which the services go on. */
final class TraceContext {

    private static final String PARENT = "traceparent";
    private static final String STATE = "tracestate";

    /** Ids of zeros are none. Of a version other than 00 only the beginning is known, and ff is no version. */
    private static final Pattern VALID =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(|-.*)");

    private static final int LENGTH_OF_VERSION_00 = 55;

    /** Lets a valid one pass as it is. What is none, or is said twice, begins no trace, and its state means nothing. */
    static void clean(MultiMap headers) {
        List<String> parents = headers.getAll(PARENT);
        if (parents.size() != 1 || !isValid(parents.get(0))) {
            headers.remove(PARENT);
            headers.remove(STATE);
        }
    }

    private static boolean isValid(String parent) {
        return VALID.matcher(parent).matches() && (!parent.startsWith("00") || parent.length() == LENGTH_OF_VERSION_00);
    }

    private TraceContext() {}
}
