package io.fettle.runbook.decision;

/**
 * Identifies a ticket (contract section 3).
 *
 * @param module its {@code ModuleId}
 */
public record TicketKey(int org, int module, String sysId) {

    /** The key of its events: {@code org:module:sysId}. */
    @Override
    public String toString() {
        return org + ":" + module + ":" + sysId;
    }
}
