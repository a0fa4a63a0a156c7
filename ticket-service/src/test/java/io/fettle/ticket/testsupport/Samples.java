package io.fettle.ticket.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import io.vertx.core.json.JsonObject;

/** The samples of events that all services share. */
public final class Samples {

    private Samples() {}

    /** @param name of a file in docs/events, without ending */
    public static JsonObject read(String name) {
        try {
            Path file = Path.of(System.getProperty("fettle.root"), "docs", "events", name + ".json");
            return new JsonObject(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sample for another ticket, as an event of its own. */
    public static JsonObject of(String name, int org, String sysId) {
        return read(name)
                .put("eventId", UUID.randomUUID().toString())
                .put("ticket", new JsonObject().put("org", org).put("module", 1).put("sysId", sysId));
    }
}
