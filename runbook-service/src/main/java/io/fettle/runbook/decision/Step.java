package io.fettle.runbook.decision;

import java.time.Instant;

/**
 * A status a ticket passes, and why.
 *
 * @param reason a sentence for people
 */
public record Step(Status status, Instant at, String reason) {

    /** The statuses this service asks for; what they mean: contract section 5. */
    public enum Status {
        DATA_COLLECTED,
        PICKED_FOR_RECOMMENDATION,
        MOVE_TO_PARSING,
        PICKED_FOR_PARSING,
        PICKED_FOR_IN_PROGRESS,
        MOVE_TO_ASSIGNATION_DECISION,
        PENDING_FOR_APPROVAL,
        MARKED_FOR_EXECUTION,
        EXECUTION_SUCCESSFUL,
        EXECUTION_FAILED,
        MARKED_FOR_RELEASE
    }
}
