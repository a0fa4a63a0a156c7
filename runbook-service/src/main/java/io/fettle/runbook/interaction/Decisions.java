package io.fettle.runbook.interaction;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;

import io.fettle.runbook.decision.Decision;
import io.fettle.runbook.decision.Step.Status;
import io.fettle.runbook.decision.Ticket;
import io.fettle.runbook.interaction.ActiveRunbooks.Catalogue;

/** Takes decisions and writes what follows from them, all in the transaction it is given. */
@ApplicationScoped
class Decisions {

    private final ActiveRunbooks runbooks;
    private final IncomingTickets tickets;
    private final Interactions interactions;
    private final Facts facts;
    private final Clock clock;
    private final Vertx vertx;

    Decisions(
            ActiveRunbooks runbooks,
            IncomingTickets tickets,
            Interactions interactions,
            Facts facts,
            Clock clock,
            Vertx vertx) {
        this.runbooks = runbooks;
        this.tickets = tickets;
        this.interactions = interactions;
        this.facts = facts;
        this.clock = clock;
        this.vertx = vertx;
    }

    /** Decides on a ticket that was just told of; when no runbook matches, its history gets the reason. */
    Uni<Void> decide(SqlConnection tx, Ticket ticket) {
        return settle(tx, ticket)
                .chain(decision -> isNone(decision)
                        ? facts.progressed(tx, ticket.key(), null, decision.steps())
                        : Uni.createFrom().voidItem());
    }

    /** Decides on a ticket that no runbook matched so far; nothing is told when none does now. */
    Uni<Void> decideAgain(SqlConnection tx, Ticket ticket) {
        return settle(tx, ticket).replaceWithVoid();
    }

    private Uni<Decision> settle(SqlConnection tx, Ticket ticket) {
        return runbooks.in(tx, ticket.key().org())
                .chain(catalogue -> decision(ticket, catalogue)
                        .call(decision -> isNone(decision)
                                ? tickets.keepWaiting(tx, ticket.key(), catalogue.revision())
                                : open(tx, ticket, decision)));
    }

    /** Off the event loop: many rules over a long text may take a while. */
    private Uni<Decision> decision(Ticket ticket, Catalogue catalogue) {
        return vertx.executeBlocking(() -> Decision.of(ticket, catalogue.runbooks(), clock));
    }

    private Uni<Void> open(SqlConnection tx, Ticket ticket, Decision decision) {
        return tickets.markDecided(tx, ticket.key()).chain(() -> interactions.open(tx, ticket, decision));
    }

    private static boolean isNone(Decision decision) {
        return decision.outcome() == Status.DATA_COLLECTED;
    }
}
