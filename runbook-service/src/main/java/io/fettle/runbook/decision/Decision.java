package io.fettle.runbook.decision;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.fettle.runbook.decision.Recommendation.Candidate;
import io.fettle.runbook.decision.Step.Status;

/**
 * What is to become of a ticket (contract sections 5 and 6). A pure function of the ticket and the active runbooks; the
 * clock only dates the steps.
 *
 * @param steps the statuses to pass, in order; a single remark when no runbook matches
 * @param plan {@code null} when no runbook matches, or several do
 */
public record Decision(List<Step> steps, Plan plan) {

    public static Decision of(Ticket ticket, List<ActiveRunbook> runbooks, Clock clock) {
        var journey = new Journey(clock);
        journey.step(Status.PICKED_FOR_RECOMMENDATION, "Matching " + count(runbooks.size(), "runbook"));
        Recommendation recommendation = Recommendation.of(ticket, runbooks);
        return switch (recommendation.candidates().size()) {
            case 0 ->
                new Journey(clock)
                        .step(Status.DATA_COLLECTED, recommendation.whyNone())
                        .end(null);
            case 1 -> one(ticket, recommendation, journey);
            default -> several(recommendation, journey);
        };
    }

    /** The status the ticket is to have. */
    public Status outcome() {
        return steps.get(steps.size() - 1).status();
    }

    /** Why it is to have that status. */
    public String reason() {
        return steps.get(steps.size() - 1).reason();
    }

    private static Decision one(Ticket ticket, Recommendation recommendation, Journey journey) {
        Candidate chosen = recommendation.candidates().get(0);
        journey.step(Status.MOVE_TO_PARSING, recommendation.reason())
                .step(Status.PICKED_FOR_PARSING, toExtract(chosen));
        Plan plan = Plan.of(chosen.runbook(), ticket, Map.of());
        journey.step(Status.PICKED_FOR_IN_PROGRESS, "Work has begun")
                .step(Status.MOVE_TO_ASSIGNATION_DECISION, extracted(plan));
        return journey.step(verdict(chosen, plan), why(chosen, plan)).end(plan);
    }

    private static Decision several(Recommendation recommendation, Journey journey) {
        return journey.step(Status.MOVE_TO_PARSING, recommendation.reason())
                .step(Status.PICKED_FOR_PARSING, "Parameters are extracted when one of the runbooks is chosen")
                .step(Status.PICKED_FOR_IN_PROGRESS, "Work has begun")
                .step(Status.MOVE_TO_ASSIGNATION_DECISION, "One of several runbooks is to be chosen")
                .step(Status.PENDING_FOR_APPROVAL, "Several runbooks match: " + recommendation.names())
                .end(null);
    }

    private static Status verdict(Candidate chosen, Plan plan) {
        boolean automatic =
                plan.missing().isEmpty() && chosen.runbook().runbook().autoMode();
        return automatic ? Status.MARKED_FOR_EXECUTION : Status.PENDING_FOR_APPROVAL;
    }

    private static String why(Candidate chosen, Plan plan) {
        if (!plan.missing().isEmpty()) {
            return "Not found in the ticket: " + String.join(", ", plan.missing());
        }
        return chosen.runbook().runbook().autoMode()
                ? String.format(
                        Locale.ROOT,
                        "Automatic: similarity %.2f reaches %.2f",
                        chosen.similarity(),
                        chosen.runbook().runbook().threshold())
                : "Manual: " + chosen.runbook().name() + " is not in automatic mode";
    }

    private static String toExtract(Candidate chosen) {
        return count(chosen.runbook().extractors().size(), "parameter") + " to extract";
    }

    private static String extracted(Plan plan) {
        if (!plan.missing().isEmpty()) {
            return "Parameters incomplete: " + String.join(", ", plan.missing()) + " not found";
        }
        return plan.parameters().isEmpty()
                ? "There are no parameters"
                : "Parameters complete: " + plan.parameters().keySet().stream().collect(joining(", "));
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** Collects the steps, each with its time. */
    private static final class Journey {

        private final Clock clock;
        private final List<Step> steps = new ArrayList<>();

        Journey(Clock clock) {
            this.clock = clock;
        }

        Journey step(Status status, String reason) {
            steps.add(new Step(status, clock.instant(), reason));
            return this;
        }

        Decision end(Plan plan) {
            return new Decision(List.copyOf(steps), plan);
        }
    }
}
