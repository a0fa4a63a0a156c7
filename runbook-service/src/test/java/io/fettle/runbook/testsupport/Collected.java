package io.fettle.runbook.testsupport;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Events of tickets that were collected: the sample with differences, each with an event id of its own. */
public final class Collected {

    private final ObjectNode event = Topics.likeSample("ticket-collected");

    private Collected() {}

    public static Collected ticket(int org, String sysId) {
        var collected = new Collected();
        collected.event.withObject("/ticket").put("org", org).put("sysId", sysId);
        collected.event.put("ticketNumber", "INC-" + sysId);
        return collected;
    }

    public Collected with(String field, String text) {
        event.withObject("/fields").put(field, text);
        return this;
    }

    public Collected inModule(int module) {
        event.withObject("/ticket").put("module", module);
        return this;
    }

    public Collected version(long version) {
        event.put("version", version);
        return this;
    }

    public Collected resolved() {
        event.put("resolved", true);
        return this;
    }

    public ObjectNode event() {
        return event;
    }
}
