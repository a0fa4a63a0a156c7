package io.fettle.runbook.interaction;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

import io.fettle.platform.error.Fault;
import io.fettle.platform.error.Saved;
import io.fettle.platform.error.ServiceException;
import io.fettle.platform.event.Relay;
import io.fettle.platform.row.Rows;
import io.fettle.runbook.decision.ActiveRunbook;
import io.fettle.runbook.decision.Plan;
import io.fettle.runbook.decision.Ticket;
import io.fettle.runbook.interaction.ActiveRunbooks.Catalogue;

/** Carries out the decisions of people on tickets that are pending for approval. */
@ApplicationScoped
class Assignations {

    private final Rows rows;
    private final ActiveRunbooks runbooks;
    private final IncomingTickets tickets;
    private final Interactions interactions;
    private final Relay relay;

    Assignations(Rows rows, ActiveRunbooks runbooks, IncomingTickets tickets, Interactions interactions, Relay relay) {
        this.rows = rows;
        this.runbooks = runbooks;
        this.tickets = tickets;
        this.interactions = interactions;
        this.relay = relay;
    }

    /** @return the interaction's id in the write envelope */
    Uni<Saved> decide(int org, int module, String ticketNumber, Assignation assignation, String person) {
        check(assignation);
        return rows.ofCaller()
                .inTransaction(tx -> runbooks.in(tx, org)
                        .chain(catalogue -> requirePending(tx, org, module, ticketNumber)
                                .call(pending -> carryOut(tx, pending, catalogue, assignation, person))))
                .invoke(relay::wake)
                .map(pending -> Saved.of(
                        String.valueOf(pending.id()),
                        assignation.isApproval() ? "Marked for Execution" : "Marked for Release"));
    }

    private static void check(Assignation assignation) {
        if (assignation == null) {
            throw ServiceException.invalid("The body must have a decision");
        }
        var faults = new ArrayList<Fault>();
        if (!assignation.isApproval() && !Assignation.RELEASE.equalsIgnoreCase(assignation.decision())) {
            faults.add(new Fault(null, "Decision", "must be Approve or Release"));
        }
        if (assignation.remarks() == null || assignation.remarks().isBlank()) {
            faults.add(new Fault(null, "Remarks", "is required"));
        }
        if (!faults.isEmpty()) {
            throw ServiceException.invalid(faults);
        }
    }

    private Uni<Interaction> requirePending(SqlConnection tx, int org, int module, String ticketNumber) {
        return interactions.pending(tx, org, module, ticketNumber).chain(pending -> switch (pending.size()) {
            case 0 -> notPending(tx, org, module, ticketNumber);
            case 1 -> Uni.createFrom().item(pending.get(0));
            default ->
                Uni.createFrom()
                        .failure(ServiceException.notPossible(
                                "Several pending tickets have the number " + ticketNumber));
        });
    }

    private Uni<Interaction> notPending(SqlConnection tx, int org, int module, String ticketNumber) {
        return tickets.isKnown(tx, org, module, ticketNumber).map(known -> {
            throw known
                    ? ServiceException.notPossible("Ticket " + ticketNumber + " is not pending for approval")
                    : ServiceException.notFound("ticket", ticketNumber);
        });
    }

    private Uni<Void> carryOut(
            SqlConnection tx, Interaction pending, Catalogue catalogue, Assignation assignation, String person) {
        return assignation.isApproval()
                ? tickets.get(tx, pending.ticket())
                        .map(ticket -> plan(runbook(pending, catalogue, assignation), ticket, assignation))
                        .chain(plan -> interactions.approve(
                                tx, pending, plan, "Approved by " + person + ": " + assignation.remarks()))
                : interactions.release(tx, pending, "Released by " + person + ": " + assignation.remarks());
    }

    private static ActiveRunbook runbook(Interaction pending, Catalogue catalogue, Assignation assignation) {
        String id = assignation.runbookId() == null
                ? pending.runbookId()
                : assignation.runbookId().strip();
        if (id == null) {
            throw ServiceException.invalid(
                    List.of(new Fault(null, "RunbookId", "is required, because several runbooks match")));
        }
        return catalogue.get(id).orElseThrow(() -> ServiceException.notPossible("Runbook " + id + " is not active"));
    }

    private static Plan plan(ActiveRunbook runbook, Ticket ticket, Assignation assignation) {
        Plan plan = Plan.of(runbook, ticket, assignation.parameters());
        var faults = new ArrayList<Fault>();
        assignation.parameters().keySet().stream()
                .filter(name ->
                        !plan.parameters().containsKey(name) && !plan.missing().contains(name))
                .forEach(name -> faults.add(fault(name, "is no parameter of runbook " + runbook.id())));
        plan.missing().forEach(name -> faults.add(fault(name, "is required")));
        if (!faults.isEmpty()) {
            throw ServiceException.invalid(faults);
        }
        return plan;
    }

    private static Fault fault(String parameter, String message) {
        return new Fault(null, "Parameters." + parameter, message);
    }
}
