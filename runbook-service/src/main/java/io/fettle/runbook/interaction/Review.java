package io.fettle.runbook.interaction;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import org.jboss.logging.Logger;

import io.fettle.platform.event.Relay;
import io.fettle.platform.row.Rows;
import io.fettle.runbook.catalogue.CatalogueChanged;
import io.fettle.runbook.decision.TicketKey;

/**
 * Looks again at the tickets no runbook matched, when the runbooks of their organisation change. Each ticket has its own
 * transaction; several replicas share the work. What is left undone by a replica that died is found by the sweep.
 */
@ApplicationScoped
class Review {

    private static final Logger LOG = Logger.getLogger(Review.class);

    private final Rows rows;
    private final IncomingTickets tickets;
    private final Decisions decisions;
    private final Relay relay;
    private final ReviewConfig config;
    private final Vertx vertx;

    Review(Rows rows, IncomingTickets tickets, Decisions decisions, Relay relay, ReviewConfig config, Vertx vertx) {
        this.rows = rows;
        this.tickets = tickets;
        this.decisions = decisions;
        this.relay = relay;
        this.config = config;
        this.vertx = vertx;
    }

    void changed(@Observes CatalogueChanged change) {
        organisation(change.org()).subscribe().with(done -> {}, Review::report);
    }

    /** @param started observed late: the migrations have run */
    void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent started) {
        sweep(0L);
        vertx.setPeriodic(config.sweepInterval().toMillis(), this::sweep);
    }

    private void sweep(long timer) {
        tickets.organisationsToReview()
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(this::organisation)
                .subscribe()
                .with(done -> {}, Review::report);
    }

    private Uni<Void> organisation(int org) {
        return batchAfter(new TicketKey(org, 0, ""));
    }

    private Uni<Void> batchAfter(TicketKey last) {
        return tickets.toReview(last, config.batch())
                .call(keys -> Multi.createFrom()
                        .iterable(keys)
                        .onItem()
                        .transformToUniAndConcatenate(this::ticket)
                        .collect()
                        .last())
                .chain(keys -> keys.size() < config.batch()
                        ? Uni.createFrom().voidItem()
                        : batchAfter(keys.get(keys.size() - 1)));
    }

    /** A ticket that fails does not keep the others waiting; the sweep comes back to it. */
    private Uni<Void> ticket(TicketKey key) {
        return rows.ofEveryOrganisation()
                .inTransaction(tx -> tickets.claim(tx, key)
                        .chain(ticket ->
                                ticket == null ? Uni.createFrom().voidItem() : decisions.decideAgain(tx, ticket)))
                .invoke(relay::wake)
                .onFailure()
                .invoke(Review::report)
                .onFailure()
                .recoverWithNull();
    }

    private static void report(Throwable failure) {
        LOG.warnf("A review of tickets without a runbook is put off: %s", failure);
    }
}
