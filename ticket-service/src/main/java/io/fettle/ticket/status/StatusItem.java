package io.fettle.ticket.status;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a ticket is (contract section 5). */
public record StatusItem(
        @JsonProperty("TicketNumber") String ticketNumber,
        @JsonProperty("TicketStatus") String ticketStatus) {}
