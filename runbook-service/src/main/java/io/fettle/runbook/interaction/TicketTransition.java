package io.fettle.runbook.interaction;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import io.fettle.platform.event.Event;
import io.fettle.runbook.decision.Ticket;
import io.fettle.runbook.decision.TicketKey;

/** What this service wants to know of topic fettle.ticket.transition.v1. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = TicketTransition.Other.class)
@JsonSubTypes(@JsonSubTypes.Type(value = TicketTransition.Collected.class, name = TicketTransition.COLLECTED))
sealed interface TicketTransition extends Event {

    String COLLECTED = "Collected";

    /**
     * A ticket was stored or changed.
     *
     * @param version grows with everything that happens to the ticket
     * @param resolved whether it needs nobody's work any more
     * @param fields the texts of the fields that were sent, by their wire names
     */
    record Collected(
            UUID eventId,
            Instant occurredAt,
            TicketKey ticket,
            long version,
            String ticketNumber,
            boolean resolved,
            Map<String, String> fields)
            implements TicketTransition {

        Ticket asTicket() {
            return new Ticket(ticket, ticketNumber, fields);
        }
    }

    record Other(UUID eventId, Instant occurredAt) implements TicketTransition {}
}
