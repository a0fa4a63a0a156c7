package io.fettle.ticket.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Answer of {@code unresolved} (contract section 14).
 *
 * @param ticketFailed how many tickets, a decimal number
 */
public record Unresolved(@JsonProperty("TicketFailed") String ticketFailed) {

    static Unresolved of(long tickets) {
        return new Unresolved(String.valueOf(tickets));
    }
}
