package io.fettle.ticket.status;

import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of the steps a ticket is asked to take. From the first illegal step on, all are refused.
 *
 * @param transitions the steps that were taken
 * @param refused the steps that were not
 */
record Journey(List<Transition> transitions, List<Step> refused) {

    /**
     * A line of a ticket's history. One with the same status on both sides is a remark.
     *
     * @param version counts from 1
     */
    record Transition(long version, TicketStatus from, Step step) {}

    /** @param version of the ticket's last transition */
    static Journey from(TicketStatus status, long version, List<Step> steps) {
        var transitions = new ArrayList<Transition>();
        TicketStatus here = status;
        for (Step step : steps) {
            if (here != step.status() && !here.next().contains(step.status())) {
                break;
            }
            transitions.add(new Transition(version + transitions.size() + 1, here, step));
            here = step.status();
        }
        return new Journey(transitions, steps.subList(transitions.size(), steps.size()));
    }

    boolean isEmpty() {
        return transitions.isEmpty();
    }

    /** Where it ends; there must be a transition. */
    Transition last() {
        return transitions.get(transitions.size() - 1);
    }
}
