package io.fettle.ticket.status;

import java.time.Instant;

/**
 * A status a ticket is asked to pass.
 *
 * @param reason a sentence for people; may be {@code null}
 */
public record Step(TicketStatus status, Instant at, String reason) {}
