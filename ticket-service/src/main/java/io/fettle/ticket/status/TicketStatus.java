package io.fettle.ticket.status;

import java.util.Set;

/**
 * Where a ticket is in the pipeline (contract section 5), in the order in which it is passed. The texts are the wire's,
 * the names those of events.
 */
public enum TicketStatus {
    DATA_COLLECTED("Data Collected"),
    PICKED_FOR_RECOMMENDATION("Picked for Recommendation"),
    MOVE_TO_PARSING("Move to Parsing"),
    PICKED_FOR_PARSING("Picked for Parsing"),
    PICKED_FOR_IN_PROGRESS("Picked for InProgress"),
    MOVE_TO_ASSIGNATION_DECISION("Move to Assignation Decision"),
    PENDING_FOR_APPROVAL("Pending for Approval"),
    MARKED_FOR_EXECUTION("Marked for Execution"),
    EXECUTION_SUCCESSFUL("Execution Successful and Marked for Closure"),
    EXECUTION_FAILED("Execution Failed"),
    MARKED_FOR_RELEASE("Marked for Release");

    private final String text;

    TicketStatus(String text) {
        this.text = text;
    }

    /** As clients see it. */
    public String text() {
        return text;
    }

    /** Where a ticket may go from here; no default branch, so that a new status must answer. */
    Set<TicketStatus> next() {
        return switch (this) {
            case DATA_COLLECTED -> Set.of(PICKED_FOR_RECOMMENDATION);
            case PICKED_FOR_RECOMMENDATION -> Set.of(MOVE_TO_PARSING, PENDING_FOR_APPROVAL, MARKED_FOR_RELEASE);
            case MOVE_TO_PARSING -> Set.of(PICKED_FOR_PARSING, MARKED_FOR_RELEASE);
            case PICKED_FOR_PARSING -> Set.of(PICKED_FOR_IN_PROGRESS, PENDING_FOR_APPROVAL, MARKED_FOR_RELEASE);
            case PICKED_FOR_IN_PROGRESS -> Set.of(MOVE_TO_ASSIGNATION_DECISION, MARKED_FOR_RELEASE);
            case MOVE_TO_ASSIGNATION_DECISION -> Set.of(PENDING_FOR_APPROVAL, MARKED_FOR_EXECUTION, MARKED_FOR_RELEASE);
            case PENDING_FOR_APPROVAL -> Set.of(MARKED_FOR_EXECUTION, MARKED_FOR_RELEASE);
            case MARKED_FOR_EXECUTION -> Set.of(EXECUTION_SUCCESSFUL, EXECUTION_FAILED, MARKED_FOR_RELEASE);
            case EXECUTION_FAILED -> Set.of(MARKED_FOR_RELEASE);
            case EXECUTION_SUCCESSFUL, MARKED_FOR_RELEASE -> Set.of();
        };
    }
}
