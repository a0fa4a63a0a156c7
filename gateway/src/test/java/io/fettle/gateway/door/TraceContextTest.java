package io.fettle.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-" + TRACE + "-" + SPAN + "-01",
                "00-" + TRACE + "-" + SPAN + "-00",
                "cc-" + TRACE + "-" + SPAN + "-01",
                "cc-" + TRACE + "-" + SPAN + "-01-what-the-future-will-be-like"
            })
    void aValidParentPassesAsItIs(String parent) {
        MultiMap headers = headers(parent);
        TraceContext.clean(headers);
        assertThat(headers.get("traceparent")).isEqualTo(parent);
        assertThat(headers.get("tracestate")).isEqualTo("vendor=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "00-" + TRACE + "-" + SPAN,
                "00-" + TRACE + "-" + SPAN + "-01-more",
                "cc-" + TRACE + "-" + SPAN + "-01more",
                "ff-" + TRACE + "-" + SPAN + "-01",
                "00-00000000000000000000000000000000-" + SPAN + "-01",
                "00-" + TRACE + "-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + SPAN + "-01",
                "00-" + TRACE + "-" + SPAN + "-0g",
                "00 " + TRACE + " " + SPAN + " 01"
            })
    void whatIsNoParentIsDroppedWithItsState(String parent) {
        MultiMap headers = headers(parent);
        TraceContext.clean(headers);
        assertThat(headers.names()).isEmpty();
    }

    @Test
    void twoParentsAreNone() {
        MultiMap headers =
                headers("00-" + TRACE + "-" + SPAN + "-01").add("traceparent", "00-" + TRACE + "-" + SPAN + "-01");
        TraceContext.clean(headers);
        assertThat(headers.names()).isEmpty();
    }

    private static MultiMap headers(String parent) {
        return MultiMap.caseInsensitiveMultiMap().add("traceparent", parent).add("tracestate", "vendor=1");
    }
}
