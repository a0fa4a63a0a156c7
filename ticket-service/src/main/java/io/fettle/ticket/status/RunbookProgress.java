package io.fettle.ticket.status;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import io.fettle.platform.event.Event;
import io.fettle.ticket.TicketKey;

/** What this service wants to know of topic fettle.runbook.progress.v1. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = RunbookProgress.Other.class)
@JsonSubTypes(@JsonSubTypes.Type(value = RunbookProgress.Progressed.class, name = "Progressed"))
sealed interface RunbookProgress extends Event {

    /**
     * The runbook service asks for steps of a ticket.
     *
     * @param interactionId {@code null} when there is none yet
     * @param steps in order
     */
    record Progressed(UUID eventId, Instant occurredAt, TicketKey ticket, String interactionId, List<Step> steps)
            implements RunbookProgress {}

    record Other(UUID eventId, Instant occurredAt) implements RunbookProgress {}
}
