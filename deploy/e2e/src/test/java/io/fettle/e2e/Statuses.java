package io.fettle.e2e;

import java.util.List;

import io.fettle.local.HistoryLine;

/** The way of a ticket that a runbook closes, in the words of contract section 5. */
final class Statuses {

    static final List<String> TO_CLOSURE = List.of(
            "Data Collected",
            "Picked for Recommendation",
            "Move to Parsing",
            "Picked for Parsing",
            "Picked for InProgress",
            "Move to Assignation Decision",
            "Marked for Execution",
            HistoryLine.CLOSED);

    private Statuses() {}
}
