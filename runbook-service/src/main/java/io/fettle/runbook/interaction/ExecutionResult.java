package io.fettle.runbook.interaction;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import io.fettle.platform.event.Event;

/** What this service wants to know of topic fettle.dag.execution.v1. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = ExecutionResult.Other.class)
@JsonSubTypes(@JsonSubTypes.Type(value = ExecutionResult.Finished.class, name = "Finished"))
sealed interface ExecutionResult extends Event {

    /**
     * An execution is over. Not every one was asked for by this service.
     *
     * @param outcome {@code SUCCESSFUL}; anything else is a failure, and the message says which
     * @param message a sentence for people
     */
    record Finished(UUID eventId, Instant occurredAt, String interactionId, int org, String outcome, String message)
            implements ExecutionResult {

        boolean isSuccessful() {
            return "SUCCESSFUL".equals(outcome);
        }
    }

    record Other(UUID eventId, Instant occurredAt) implements ExecutionResult {}
}
