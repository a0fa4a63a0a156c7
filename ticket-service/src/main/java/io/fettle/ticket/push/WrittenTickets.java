package io.fettle.ticket.push;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import io.fettle.ticket.date.Gmt;

/** Writes tickets with the transitions that tell of them. */
@ApplicationScoped
class WrittenTickets {

    /** A ticket to write, and the place of its request in the group. */
    private record Line(int place, Request request, Push push) {}

    /** In the order of keys, so that no two groups lock the same rows in different orders. */
    private static final Comparator<Line> BY_KEY = Comparator.comparing(
                    (Line line) -> line.push().key().org())
            .thenComparing(line -> line.push().key().module())
            .thenComparing(line -> line.push().key().sysId());

    /**
     * Writes what is new. A ticket that was changed before the pipeline took it up is told again, with its new content.
     *
     * @param group requests that name no ticket twice
     * @return what became of each request's tickets, in the group's order
     */
    Uni<List<Written>> write(SqlConnection tx, List<Request> group, Instant now) {
        List<Line> lines = lines(group);
        return tx.preparedQuery("""
                        with pushed as (
                            select * from unnest($2::integer[], $3::text[], $4::integer[], $5::smallint[], $6::text[],
                                $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::timestamptz[],
                                $13::timestamptz[], $14::timestamptz[], $15::jsonb[], $16::smallint[])
                                as pushed (place, actor, org, module, sys_id, ticket_number, summary, description,
                                    assigned_group, status_code, creation_date, last_modified_date, resolved_date, cols,
                                    lane)
                        ), written as (
                            insert into ticket as stored (org, module, sys_id, ticket_number, summary, description,
                                assigned_group, status_code, creation_date, last_modified_date, resolved_date, cols,
                                lane, status, version, revision, inserted_at, updated_at)
                            select org, module, sys_id, ticket_number, summary, description, assigned_group, status_code,
                                creation_date, last_modified_date, resolved_date, cols, lane, 'DATA_COLLECTED', 1, 1, $1, $1
                            from pushed
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
                            returning org, module, sys_id, status, version, revision
                        ), told as (
                            select org, module, sys_id, version, lane, revision, status, resolved_date, place, actor,
                                gen_random_uuid() as event_id
                            from written join pushed using (org, module, sys_id)
                        ), history as (
                            insert into transition (org, module, sys_id, version, event_id, type, from_status, to_status,
                                at, reason, actor)
                            select org, module, sys_id, version, event_id, 'Collected',
                                case when revision > 1 then status end, status, $1,
                                case when revision > 1 then 'Changed' else 'Arrived' end
                                    || case when resolved_date is null then '' else ', resolved' end,
                                actor
                            from told
                            where status = 'DATA_COLLECTED'
                        ), pending as (
                            insert into pending_transition (lane, org, module, sys_id, version, event_id, type, at)
                            select lane, org, module, sys_id, version, event_id, 'Collected', $1
                            from told
                            where status = 'DATA_COLLECTED'
                        )
                        select
                            place,
                            count(*) filter (where revision = 1)::integer as inserted,
                            count(*) filter (where revision > 1)::integer as updated
                        from told
                        group by place
                        """)
                .execute(Tuple.from(new Object[] {
                    Gmt.column(now),
                    array(lines, Line::place, Integer[]::new),
                    texts(lines, line -> line.request().actor()),
                    array(lines, line -> line.push().key().org(), Integer[]::new),
                    array(lines, line -> line.push().key().module(), Short[]::new),
                    texts(lines, line -> line.push().key().sysId()),
                    texts(lines, line -> line.push().ticketNumber()),
                    texts(lines, line -> line.push().summary()),
                    texts(lines, line -> line.push().description()),
                    texts(lines, line -> line.push().assignedGroup()),
                    texts(lines, line -> line.push().statusCode()),
                    dates(lines, Push::creationDate),
                    dates(lines, Push::lastModifiedDate),
                    dates(lines, Push::resolvedDate),
                    array(lines, line -> line.push().cols(), JsonObject[]::new),
                    array(lines, line -> line.push().key().lane(), Short[]::new)
                }))
                .map(rows -> written(rows, group.size()))
                .chain(written -> withStale(tx, lines, written));
    }

    private static List<Line> lines(List<Request> group) {
        return IntStream.range(0, group.size())
                .boxed()
                .flatMap(place ->
                        group.get(place).winners().stream().map(push -> new Line(place, group.get(place), push)))
                .sorted(BY_KEY)
                .toList();
    }

    private static List<Written> written(RowSet<Row> rows, int requests) {
        var written = new Written[requests];
        Arrays.fill(written, Written.NOTHING);
        rows.forEach(row -> written[row.getInteger("place")] =
                new Written(row.getInteger("inserted"), row.getInteger("updated"), 0));
        return Arrays.asList(written);
    }

    /** Tells the tickets that are older than what is stored from those that are the same. Rarely are there any. */
    private Uni<List<Written>> withStale(SqlConnection tx, List<Line> lines, List<Written> written) {
        int count = written.stream()
                .mapToInt(each -> each.inserted() + each.updated())
                .sum();
        return count == lines.size()
                ? Uni.createFrom().item(written)
                : tx.preparedQuery("""
                                select place, count(*)::integer as stale
                                from unnest($1::integer[], $2::integer[], $3::smallint[], $4::text[], $5::timestamptz[])
                                    as pushed (place, org, module, sys_id, last_modified_date)
                                join ticket using (org, module, sys_id)
                                where pushed.last_modified_date < ticket.last_modified_date
                                group by place
                                """)
                        .execute(Tuple.of(
                                array(lines, Line::place, Integer[]::new),
                                array(lines, line -> line.push().key().org(), Integer[]::new),
                                array(lines, line -> line.push().key().module(), Short[]::new),
                                texts(lines, line -> line.push().key().sysId()),
                                dates(lines, Push::lastModifiedDate)))
                        .invoke(rows -> rows.forEach(row -> written.set(
                                row.getInteger("place"),
                                written.get(row.getInteger("place")).withStale(row.getInteger("stale")))))
                        .replaceWith(written);
    }

    private static String[] texts(List<Line> lines, Function<Line, String> column) {
        return array(lines, column, String[]::new);
    }

    private static OffsetDateTime[] dates(List<Line> lines, Function<Push, Instant> column) {
        return array(lines, line -> Gmt.column(column.apply(line.push())), OffsetDateTime[]::new);
    }

    private static <C> C[] array(List<Line> lines, Function<Line, C> column, IntFunction<C[]> array) {
        return lines.stream().map(column).toArray(array);
    }
}
