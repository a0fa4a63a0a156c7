package io.fettle.dag.worker;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

import io.fettle.dag.node.Outcome;
import io.fettle.platform.event.Event;

/**
 * An execution is over. Topic fettle.dag.execution.v1, keyed by interaction.
 *
 * @param message a sentence for people
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonTypeName("Finished")
public record Finished(UUID eventId, Instant occurredAt, String interactionId, int org, Outcome outcome, String message)
        implements Event {}
