package io.fettle.ticket.push;

import java.time.Instant;

import io.vertx.core.json.JsonObject;

import io.fettle.ticket.TicketKey;

/**
 * A ticket as its source sends it, every rule of contract section 3 held. Dates are GMT.
 *
 * @param assignedGroup may be {@code null}
 * @param resolvedDate {@code null} while it is open
 * @param cols {@code Col1} to {@code Col20} and the fields its module alone has, those that were sent
 */
record Push(
        TicketKey key,
        String ticketNumber,
        String summary,
        String description,
        String assignedGroup,
        String statusCode,
        Instant creationDate,
        Instant lastModifiedDate,
        Instant resolvedDate,
        JsonObject cols) {}
