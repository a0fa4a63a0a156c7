package io.fettle.runbook.interaction;

import io.vertx.mutiny.sqlclient.Row;

import io.fettle.runbook.decision.TicketKey;

/**
 * What is done for a ticket.
 *
 * @param id a TSID
 * @param runbookId {@code null} while a person has to choose between several
 */
record Interaction(long id, TicketKey ticket, String ticketNumber, String runbookId) {

    enum State {
        PENDING_FOR_APPROVAL,
        MARKED_FOR_EXECUTION,
        SUCCESSFUL,
        FAILED,
        RELEASED
    }

    static Interaction of(Row row) {
        return new Interaction(
                row.getLong("id"),
                new TicketKey(row.getInteger("org"), row.getInteger("module"), row.getString("sys_id")),
                row.getString("ticket_number"),
                row.getString("runbook_id"));
    }
}
