package io.fettle.ticket.status;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import org.jboss.logging.Logger;

import io.fettle.ticket.TicketKey;
import io.fettle.ticket.date.Gmt;
import io.fettle.ticket.status.Journey.Transition;
import io.fettle.ticket.status.RunbookProgress.Progressed;

/** The transitions of tickets: history and events at once. The only place that moves a status. */
@ApplicationScoped
class Transitions {

    private static final Logger LOG = Logger.getLogger(Transitions.class);
    private static final String ACTOR = "runbook-service";

    private final ObjectMapper json;
    private final Clock clock;

    Transitions(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /** Takes the steps that are legal and keeps a record of those that are not. */
    Uni<Void> apply(SqlConnection tx, Progressed asked) {
        return lock(tx, asked.ticket())
                .chain(ticket -> ticket == null ? refuse(tx, asked, null, asked.steps()) : take(tx, asked, ticket));
    }

    private Uni<Void> take(SqlConnection tx, Progressed asked, Row ticket) {
        TicketStatus status = TicketStatus.valueOf(ticket.getString("status"));
        Journey journey = Journey.from(status, ticket.getLong("version"), asked.steps());
        if (journey.isEmpty()) {
            return refuse(tx, asked, status, journey.refused());
        }
        return move(tx, asked.ticket(), journey.last())
                .chain(() -> insert(tx, asked, ticket.getString("ticket_number"), journey.transitions()))
                .chain(() -> refuse(tx, asked, journey.last().step().status(), journey.refused()));
    }

    private Uni<Row> lock(SqlConnection tx, TicketKey key) {
        return tx.preparedQuery("""
                        select ticket_number, status, version from ticket
                        where org = $1 and module = $2 and sys_id = $3 for update
                        """)
                .execute(Tuple.of(key.org(), key.module(), key.sysId()))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next());
    }

    private Uni<Void> move(SqlConnection tx, TicketKey key, Transition last) {
        return tx.preparedQuery("""
                        update ticket set status = $4, version = $5, updated_at = $6
                        where org = $1 and module = $2 and sys_id = $3
                        """)
                .execute(Tuple.of(
                        key.org(),
                        key.module(),
                        key.sysId(),
                        last.step().status().name(),
                        last.version(),
                        Gmt.column(clock.instant())))
                .replaceWithVoid();
    }

    private Uni<Void> insert(SqlConnection tx, Progressed asked, String ticketNumber, List<Transition> transitions) {
        TicketKey key = asked.ticket();
        List<Moved> moves = transitions.stream()
                .map(transition -> moved(asked, ticketNumber, transition))
                .toList();
        return tx.preparedQuery("""
                        with step as (
                            select * from unnest($7::uuid[], $8::bigint[], $9::text[], $10::text[], $11::timestamptz[],
                                $12::text[], $13::text[])
                                as step (event_id, version, from_status, to_status, at, reason, data)
                        ), pending as (
                            insert into pending_transition (lane, org, module, sys_id, version, event_id, type, at, data)
                            select $4, $1, $2, $3, version, event_id, 'Moved', at, data
                            from step
                            where from_status <> to_status
                            order by version
                        )
                        insert into transition (org, module, sys_id, actor, interaction_id, version, event_id, type,
                            from_status, to_status, at, reason)
                        select $1, $2, $3, $5, $6, version, event_id, case when from_status <> to_status then 'Moved' end,
                            from_status, to_status, at, reason
                        from step
                        """)
                .execute(Tuple.from(new Object[] {
                    key.org(),
                    key.module(),
                    key.sysId(),
                    key.lane(),
                    ACTOR,
                    asked.interactionId(),
                    array(moves, Moved::eventId, UUID[]::new),
                    array(moves, Moved::version, Long[]::new),
                    texts(moves, move -> move.from().name()),
                    texts(moves, move -> move.to().name()),
                    array(moves, move -> Gmt.column(move.occurredAt()), OffsetDateTime[]::new),
                    texts(moves, Moved::reason),
                    texts(moves, this::json)
                }))
                .replaceWithVoid();
    }

    private static Moved moved(Progressed asked, String ticketNumber, Transition transition) {
        return new Moved(
                UUID.randomUUID(),
                transition.step().at(),
                asked.ticket(),
                transition.version(),
                ticketNumber,
                transition.from(),
                transition.step().status(),
                transition.step().reason(),
                ACTOR,
                asked.interactionId());
    }

    private String json(Moved move) {
        try {
            return json.writeValueAsString(move);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The event cannot be written as JSON", e);
        }
    }

    /** @param status the ticket's; {@code null} if there is no such ticket */
    private Uni<Void> refuse(SqlConnection tx, Progressed asked, TicketStatus status, List<Step> steps) {
        if (steps.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        TicketKey key = asked.ticket();
        String from = status == null ? null : status.name();
        LOG.warnf(
                "Event %s asks for a move that is not legal: ticket %s from %s to %s",
                asked.eventId(),
                key,
                from == null ? "nowhere" : from,
                steps.get(0).status());
        return tx.preparedQuery("""
                        insert into refused_transition (event_id, org, module, sys_id, status, actor, interaction_id,
                            refused_at, to_status, at, reason)
                        select $1, $2, $3, $4, $5, $6, $7, $8, step.*
                        from unnest($9::text[], $10::timestamptz[], $11::text[]) as step
                        """)
                .execute(Tuple.from(new Object[] {
                    asked.eventId(),
                    key.org(),
                    key.module(),
                    key.sysId(),
                    from,
                    ACTOR,
                    asked.interactionId(),
                    Gmt.column(clock.instant()),
                    texts(steps, step -> step.status().name()),
                    array(steps, step -> Gmt.column(step.at()), OffsetDateTime[]::new),
                    texts(steps, Step::reason)
                }))
                .replaceWithVoid();
    }

    private static <T> String[] texts(List<T> items, Function<T, String> text) {
        return array(items, text, String[]::new);
    }

    private static <T, C> C[] array(List<T> items, Function<T, C> column, IntFunction<C[]> array) {
        return items.stream().map(column).toArray(array);
    }
}
