package io.fettle.gateway.testsupport;

import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.json.JsonObject;

/** What makes a call one of its own, so that it can be asked behind the gateway whether it has arrived. */
public record Mark(String query) {

    private static final String INCIDENTS = "/v2/incident/orgentityid/7";

    private static final AtomicInteger MADE = new AtomicInteger();

    public static Mark make() {
        return new Mark("mark=" + MADE.incrementAndGet());
    }

    /** Where the call goes. */
    public String target() {
        return INCIDENTS + "?" + query;
    }

    /** How often it has arrived until now. */
    public int arrivals() {
        return new JsonObject(Behind.ask("/marked")).getInteger(query, 0);
    }
}
