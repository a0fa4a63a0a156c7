package io.fettle.runbook.interaction;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

import io.fettle.platform.event.Outbox;
import io.fettle.runbook.decision.Plan;
import io.fettle.runbook.decision.Step;
import io.fettle.runbook.decision.TicketKey;

/** What this service tells the others, written in the transaction of the change. */
@ApplicationScoped
class Facts {

    private final Outbox outbox;
    private final Clock clock;

    Facts(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param interaction {@code null} when there is none */
    Uni<Void> progressed(SqlConnection tx, TicketKey ticket, Long interaction, List<Step> steps) {
        String id = interaction == null ? null : interaction.toString();
        return outbox.add(
                tx,
                "runbook-progress",
                ticket.toString(),
                new Progressed(UUID.randomUUID(), clock.instant(), ticket, id, steps));
    }

    Uni<Void> requested(SqlConnection tx, Interaction interaction, Plan plan) {
        String id = String.valueOf(interaction.id());
        return outbox.add(
                tx,
                "runbook-execution",
                id,
                new Requested(
                        UUID.randomUUID(),
                        clock.instant(),
                        id,
                        interaction.ticket().org(),
                        interaction.ticketNumber(),
                        plan.runbook().id(),
                        plan.command(),
                        plan.parameters(),
                        plan.targetHost(),
                        plan.runbook().runbook().timeout()));
    }
}
