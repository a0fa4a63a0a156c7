package io.fettle.ticket;

/**
 * What makes a ticket the same one (contract section 3, identity).
 *
 * @param module its {@code ModuleId}
 * @param sysId as its source names it, trimmed
 */
public record TicketKey(int org, short module, String sysId) {

    private static final int LANES = 16;

    /** The lane in which the ticket's events are relayed, so that they keep their order: 0..15. */
    public short lane() {
        return (short) Math.floorMod(toString().hashCode(), LANES);
    }

    /** The key of the ticket's events. */
    @Override
    public String toString() {
        return org + ":" + module + ":" + sysId;
    }
}
