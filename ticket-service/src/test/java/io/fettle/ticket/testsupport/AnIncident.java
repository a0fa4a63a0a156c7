package io.fettle.ticket.testsupport;

import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Builds incidents as connectors push them; each has a number of its own. */
public final class AnIncident {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final JsonObject json;

    private AnIncident(JsonObject json) {
        this.json = json;
    }

    public static AnIncident anIncident() {
        int count = COUNT.incrementAndGet();
        return new AnIncident(new JsonObject()
                .put("TicketNumber", "INC" + (10000 + count))
                .put("Summary", "Print spooler stopped")
                .put("Description", "The spooler on server printhost01 does not answer")
                .put("sys_id", "sys" + count)
                .put("StatusCode", "New")
                .put("CreationDate", "2020-01-29 07:12:23.607")
                .put("LastModifiedDate", "2020-01-29 07:12:23.607")
                .put("IsTimeZoneOrOffset", "GMT")
                .put("IsEpoch", "N")
                .put("ModuleId", "1"));
    }

    public AnIncident with(String field, Object value) {
        return new AnIncident(json.copy().put(field, value));
    }

    public AnIncident without(String... fields) {
        JsonObject copy = json.copy();
        for (String field : fields) {
            copy.remove(field);
        }
        return new AnIncident(copy);
    }

    public AnIncident inZone(String zone) {
        return with("IsTimeZoneOrOffset", "TIMEZONE").with("TimeZone", zone);
    }

    public AnIncident modified(String date) {
        return with("LastModifiedDate", date);
    }

    public String number() {
        return json.getString("TicketNumber");
    }

    public String sysId() {
        return json.getString("sys_id");
    }

    /** Itself alone, not in an array. */
    public String alone() {
        return json.encode();
    }

    public static String array(AnIncident... incidents) {
        var array = new JsonArray();
        for (AnIncident incident : incidents) {
            array.add(incident.json);
        }
        return array.encode();
    }
}
