package io.fettle.dag.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import io.fettle.platform.event.Event;

/** What this service wants to know of topic fettle.runbook.execution.v1. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = ExecutionRequest.Other.class)
@JsonSubTypes(@JsonSubTypes.Type(value = ExecutionRequest.Requested.class, name = "Requested"))
sealed interface ExecutionRequest extends Event {

    /**
     * A runbook's command is to run for a ticket.
     *
     * @param interactionId becomes the execution's id
     * @param command a template; its <code>${name}</code> are the parameters
     * @param timeout after this time the command is stopped
     */
    record Requested(
            UUID eventId,
            Instant occurredAt,
            String interactionId,
            int org,
            String ticketNumber,
            String runbookId,
            String command,
            Map<String, String> parameters,
            String targetHost,
            Duration timeout)
            implements ExecutionRequest {}

    record Other(UUID eventId, Instant occurredAt) implements ExecutionRequest {}
}
