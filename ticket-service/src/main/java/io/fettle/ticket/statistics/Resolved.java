package io.fettle.ticket.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Answer of {@code resolved} (contract section 14).
 *
 * @param ticketResolved how many tickets, a decimal number
 */
public record Resolved(@JsonProperty("TicketResolved") String ticketResolved) {

    static Resolved of(long tickets) {
        return new Resolved(String.valueOf(tickets));
    }
}
