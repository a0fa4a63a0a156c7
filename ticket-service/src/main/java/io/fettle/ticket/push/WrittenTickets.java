package io.fettle.ticket.push;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.IntFunction;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import io.fettle.ticket.date.Gmt;

/** Writes tickets with the transitions that tell of them. */
@ApplicationScoped
class WrittenTickets {

    /** How many of the tickets were written; the others are unchanged or stale. */
    record Written(int inserted, int updated) {}

    /**
     * Writes what is new. A ticket that was changed before the pipeline took it up is told again, with its new content.
     *
     * @param tickets one for each key, in the order of keys
     * @param actor who pushes
     */
    Uni<Written> write(SqlConnection tx, int org, Collection<Push> tickets, Instant now, String actor) {
        return tx.preparedQuery("""
                        with pushed as (
                            select * from unnest($4::smallint[], $5::text[], $6::text[], $7::text[], $8::text[],
                                $9::text[], $10::text[], $11::timestamptz[], $12::timestamptz[], $13::timestamptz[],
                                $14::jsonb[], $15::smallint[])
                                as pushed (module, sys_id, ticket_number, summary, description, assigned_group,
                                    status_code, creation_date, last_modified_date, resolved_date, cols, lane)
                        ), written as (
                            insert into ticket as stored (org, module, sys_id, ticket_number, summary, description,
                                assigned_group, status_code, creation_date, last_modified_date, resolved_date, cols,
                                lane, status, version, revision, inserted_at, updated_at)
                            select $1, pushed.*, 'DATA_COLLECTED', 1, 1, $2, $2 from pushed
                            on conflict (sys_id, org, module) do update
                            set ticket_number = excluded.ticket_number,
                                summary = excluded.summary,
                                description = excluded.description,
                                assigned_group = excluded.assigned_group,
                                status_code = excluded.status_code,
                                creation_date = excluded.creation_date,
                                last_modified_date = excluded.last_modified_date,
                                resolved_date = excluded.resolved_date,
                                cols = excluded.cols,
                                version = stored.version + (stored.status = 'DATA_COLLECTED')::integer,
                                revision = stored.revision + 1,
                                updated_at = excluded.updated_at
                            where excluded.last_modified_date > stored.last_modified_date
                                or excluded.last_modified_date = stored.last_modified_date
                                and (excluded.ticket_number, excluded.summary, excluded.description,
                                    excluded.assigned_group, excluded.status_code, excluded.creation_date,
                                    excluded.resolved_date, excluded.cols)
                                is distinct from (stored.ticket_number, stored.summary, stored.description,
                                    stored.assigned_group, stored.status_code, stored.creation_date,
                                    stored.resolved_date, stored.cols)
                            returning module, sys_id, status, version, lane, revision, resolved_date
                        ), told as (
                            insert into transition (org, module, sys_id, version, type, from_status, to_status, at,
                                reason, actor, lane)
                            select $1, module, sys_id, version, 'Collected',
                                case when revision > 1 then status end, status, $2,
                                case when revision > 1 then 'Changed' else 'Arrived' end
                                    || case when resolved_date is null then '' else ', resolved' end,
                                $3, lane
                            from written
                            where status = 'DATA_COLLECTED'
                        )
                        select
                            count(*) filter (where revision = 1)::integer as inserted,
                            count(*) filter (where revision > 1)::integer as updated
                        from written
                        """)
                .execute(Tuple.from(new Object[] {
                    org,
                    Gmt.column(now),
                    actor,
                    array(tickets, push -> push.key().module(), Short[]::new),
                    texts(tickets, push -> push.key().sysId()),
                    texts(tickets, Push::ticketNumber),
                    texts(tickets, Push::summary),
                    texts(tickets, Push::description),
                    texts(tickets, Push::assignedGroup),
                    texts(tickets, Push::statusCode),
                    dates(tickets, Push::creationDate),
                    dates(tickets, Push::lastModifiedDate),
                    dates(tickets, Push::resolvedDate),
                    array(tickets, Push::cols, JsonObject[]::new),
                    array(tickets, push -> push.key().lane(), Short[]::new)
                }))
                .map(rows -> rows.iterator().next())
                .map(row -> new Written(row.getInteger("inserted"), row.getInteger("updated")));
    }

    /** How many of the tickets are older than what is stored. */
    Uni<Integer> countStale(SqlConnection tx, int org, Collection<Push> tickets) {
        return tx.preparedQuery("""
                        select count(*)::integer as stale
                        from unnest($2::smallint[], $3::text[], $4::timestamptz[])
                            as pushed (module, sys_id, last_modified_date)
                        join ticket using (module, sys_id)
                        where org = $1 and pushed.last_modified_date < ticket.last_modified_date
                        """)
                .execute(Tuple.of(
                        org,
                        array(tickets, push -> push.key().module(), Short[]::new),
                        texts(tickets, push -> push.key().sysId()),
                        dates(tickets, Push::lastModifiedDate)))
                .map(rows -> rows.iterator().next())
                .map((Row row) -> row.getInteger("stale"));
    }

    private static String[] texts(Collection<Push> tickets, Function<Push, String> column) {
        return array(tickets, column, String[]::new);
    }

    private static OffsetDateTime[] dates(Collection<Push> tickets, Function<Push, Instant> column) {
        return array(tickets, push -> Gmt.column(column.apply(push)), OffsetDateTime[]::new);
    }

    private static <C> C[] array(Collection<Push> tickets, Function<Push, C> column, IntFunction<C[]> array) {
        return tickets.stream().map(column).toArray(array);
    }
}
