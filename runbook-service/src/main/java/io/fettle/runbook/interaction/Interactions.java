package io.fettle.runbook.interaction;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import io.fettle.platform.Ids;
import io.fettle.runbook.decision.Decision;
import io.fettle.runbook.decision.Plan;
import io.fettle.runbook.decision.Step;
import io.fettle.runbook.decision.Step.Status;
import io.fettle.runbook.decision.Ticket;
import io.fettle.runbook.interaction.Interaction.State;

/** The interactions, each from the decision to its end. A change of state is told in the transaction of the change. */
@ApplicationScoped
class Interactions {

    private final Ids ids;
    private final Clock clock;
    private final Facts facts;

    Interactions(Ids ids, Clock clock, Facts facts) {
        this.ids = ids;
        this.clock = clock;
        this.facts = facts;
    }

    /** Begins one for a ticket that was decided on: marked for execution, or pending for approval. */
    Uni<Void> open(SqlConnection tx, Ticket ticket, Decision decision) {
        Plan plan = decision.plan();
        var interaction = new Interaction(
                ids.next(),
                ticket.key(),
                ticket.number(),
                plan == null ? null : plan.runbook().id());
        boolean execute = decision.outcome() == Status.MARKED_FOR_EXECUTION;
        State state = execute ? State.MARKED_FOR_EXECUTION : State.PENDING_FOR_APPROVAL;
        return insert(tx, interaction, plan, state, decision.reason())
                .chain(() -> facts.progressed(tx, ticket.key(), interaction.id(), decision.steps()))
                .chain(() -> execute
                        ? facts.requested(tx, interaction, plan)
                        : Uni.createFrom().voidItem());
    }

    /** Those of a ticket number that wait for a person, locked. */
    Uni<List<Interaction>> pending(SqlConnection tx, int org, int module, String ticketNumber) {
        return tx.preparedQuery("""
                        select * from interaction
                        where org = $1 and module = $2 and ticket_number = $3 and state = 'PENDING_FOR_APPROVAL'
                        order by id
                        for update
                        """)
                .execute(Tuple.of(org, module, ticketNumber))
                .map(rows -> rows.stream().map(Interaction::of).toList());
    }

    Uni<Void> approve(SqlConnection tx, Interaction pending, Plan plan, String reason) {
        return tx.preparedQuery("""
                        update interaction
                        set runbook_id = $3,
                            runbook_revision = $4,
                            runbook_name = $5,
                            parameters = $6,
                            command = $7,
                            target_host = $8,
                            state = 'MARKED_FOR_EXECUTION',
                            message = $9,
                            updated_at = $10
                        where org = $1 and id = $2
                        """)
                .execute(Tuple.from(new Object[] {
                    pending.ticket().org(),
                    pending.id(),
                    plan.runbook().id(),
                    plan.runbook().revision(),
                    plan.runbook().name(),
                    JsonObject.mapFrom(plan.parameters()),
                    plan.command(),
                    plan.targetHost(),
                    reason,
                    now()
                }))
                .chain(() -> tell(tx, pending, reason, Status.MARKED_FOR_EXECUTION))
                .chain(() -> facts.requested(tx, pending, plan));
    }

    Uni<Void> release(SqlConnection tx, Interaction pending, String reason) {
        return move(tx, pending.ticket().org(), pending.id(), State.PENDING_FOR_APPROVAL, State.RELEASED, reason)
                .chain(() -> tell(tx, pending, reason, Status.MARKED_FOR_RELEASE));
    }

    /** Ends one that was executed. What is over already, or none of ours, stays as it is. */
    Uni<Void> finish(SqlConnection tx, int org, long id, boolean successful, String message) {
        State end = successful ? State.SUCCESSFUL : State.FAILED;
        return move(tx, org, id, State.MARKED_FOR_EXECUTION, end, message).chain(interaction -> {
            if (interaction == null) {
                return Uni.createFrom().voidItem();
            }
            return successful
                    ? tell(tx, interaction, message, Status.EXECUTION_SUCCESSFUL)
                    : tell(tx, interaction, message, Status.EXECUTION_FAILED, Status.MARKED_FOR_RELEASE);
        });
    }

    /** The interaction when it was in that state; else {@code null}. */
    private Uni<Interaction> move(SqlConnection tx, int org, long id, State from, State to, String message) {
        return tx.preparedQuery("""
                        update interaction set state = $4, message = $5, updated_at = $6
                        where org = $1 and id = $2 and state = $3
                        returning *
                        """)
                .execute(Tuple.of(org, id, from.name(), to.name(), message, now()))
                .map(rows ->
                        rows.size() == 0 ? null : Interaction.of(rows.iterator().next()));
    }

    private Uni<Void> tell(SqlConnection tx, Interaction interaction, String reason, Status... statuses) {
        List<Step> steps = Arrays.stream(statuses)
                .map(status -> new Step(status, clock.instant(), reason))
                .toList();
        return facts.progressed(tx, interaction.ticket(), interaction.id(), steps);
    }

    private Uni<Void> insert(SqlConnection tx, Interaction interaction, Plan plan, State state, String message) {
        return tx.preparedQuery("""
                        insert into interaction (id, org, module, sys_id, ticket_number, runbook_id, runbook_revision,
                            runbook_name, parameters, command, target_host, state, message, created_at, updated_at)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14)
                        """)
                .execute(Tuple.from(new Object[] {
                    interaction.id(),
                    interaction.ticket().org(),
                    interaction.ticket().module(),
                    interaction.ticket().sysId(),
                    interaction.ticketNumber(),
                    interaction.runbookId(),
                    plan == null ? null : plan.runbook().revision(),
                    plan == null ? null : plan.runbook().name(),
                    JsonObject.mapFrom(plan == null ? Map.of() : plan.parameters()),
                    plan == null ? null : plan.command(),
                    plan == null ? null : plan.targetHost(),
                    state.name(),
                    message,
                    now()
                }))
                .replaceWithVoid();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
