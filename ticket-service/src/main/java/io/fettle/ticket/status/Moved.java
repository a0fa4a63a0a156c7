package io.fettle.ticket.status;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

import io.fettle.platform.event.Event;
import io.fettle.ticket.TicketKey;

/**
 * A ticket went from one status to the next. Topic fettle.ticket.transition.v1, keyed by ticket.
 *
 * @param version counts the ticket's history from 1
 * @param reason a sentence for people; may be {@code null}
 * @param actor a user's e-mail address or a service's name
 * @param interactionId {@code null} before a runbook was chosen
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonTypeName("Moved")
record Moved(
        UUID eventId,

        @JsonFormat(pattern = "uuuu-MM-dd'T'HH:mm:ss.SSSX", timezone = "UTC")
        Instant occurredAt,

        TicketKey ticket,
        long version,
        String ticketNumber,
        TicketStatus from,
        TicketStatus to,
        String reason,
        String actor,
        String interactionId)
        implements Event {}
