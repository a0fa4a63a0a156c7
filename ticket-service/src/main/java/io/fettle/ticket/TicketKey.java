package io.fettle.ticket;

import io.fettle.platform.event.Lanes;

/**
 * What makes a ticket the same one (contract section 3, identity).
 *
 * @param module its {@code ModuleId}
 * @param sysId as its source names it, trimmed
 */
public record TicketKey(int org, short module, String sysId) {

    /** The lane in which the ticket's events are relayed, so that they keep their order. */
    public short lane() {
        return Lanes.of(toString());
    }

    /** The key of the ticket's events. */
    @Override
    public String toString() {
        return org + ":" + module + ":" + sysId;
    }
}
