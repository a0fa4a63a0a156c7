package io.fettle.dag.execution;

import java.time.Duration;
import java.time.Instant;

import io.fettle.dag.worker.Definition;

/**
 * A request to run one command on one host.
 *
 * @param id also the interaction's
 * @param ticketNumber {@code null} if no ticket asked
 * @param runbookId {@code null} if no runbook asked
 * @param timeout {@code null} for the default
 */
record Execution(
        long id,
        int org,
        String ticketNumber,
        String runbookId,
        String requestedBy,
        Instant requestedAt,
        String host,
        Definition definition,
        Duration timeout) {}
