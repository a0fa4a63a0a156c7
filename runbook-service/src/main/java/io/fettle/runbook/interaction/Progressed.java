package io.fettle.runbook.interaction;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

import io.fettle.platform.event.Event;
import io.fettle.runbook.decision.Step;
import io.fettle.runbook.decision.TicketKey;

/**
 * A ticket is to pass these statuses. Topic fettle.runbook.progress.v1, keyed by ticket.
 *
 * @param interactionId decimal; {@code null} when no runbook matches
 * @param steps in order; one with the status the ticket has already is a remark
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonTypeName("Progressed")
public record Progressed(UUID eventId, Instant occurredAt, TicketKey ticket, String interactionId, List<Step> steps)
        implements Event {}
