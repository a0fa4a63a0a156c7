package io.fettle.runbook.interaction;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

import io.fettle.platform.event.Event;

/**
 * A runbook's command is to run for a ticket. Topic fettle.runbook.execution.v1, keyed by interaction.
 *
 * @param command a template; its <code>${name}</code> are the parameters, to be put in as quoted arguments
 * @param targetHost the name of a CI of the organisation
 * @param timeout after this time the run is stopped
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonTypeName("Requested")
public record Requested(
        UUID eventId,
        Instant occurredAt,
        String interactionId,
        int org,
        String ticketNumber,
        String runbookId,
        String command,
        Map<String, String> parameters,
        String targetHost,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Duration timeout)
        implements Event {}
