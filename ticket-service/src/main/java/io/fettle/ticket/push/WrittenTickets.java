package io.fettle.ticket.push;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import io.fettle.platform.caller.Organisations;
import io.fettle.platform.row.RowAccess;
import io.fettle.platform.row.Rows;
import io.fettle.ticket.TicketKey;
import io.fettle.ticket.date.Gmt;

/** Writes tickets with the transitions that tell of them and the receipts of their requests. */
@ApplicationScoped
class WrittenTickets {

    /**
     * A ticket to write.
     *
     * @param place of its request in the group, from 1
     */
    private record Line(int place, Push push, Collected event) {

        TicketKey key() {
            return push.key();
        }
    }

    private static final String WRITE = """
            with request as (
                select * from unnest($2::bigint[], $3::integer[], $4::text[], $5::integer[], $6::integer[], $7::integer[])
                    with ordinality as request (id, org, actor, tickets, older, refused, place)
            ), pushed as (
                select * from unnest($8::integer[], $9::integer[], $10::smallint[], $11::text[], $12::text[], $13::text[],
                    $14::text[], $15::text[], $16::text[], $17::timestamptz[], $18::timestamptz[], $19::timestamptz[],
                    $20::jsonb[], $21::smallint[], $22::uuid[], $23::text[])
                    as pushed (place, org, module, sys_id, ticket_number, summary, description, assigned_group, status_code,
                        creation_date, last_modified_date, resolved_date, cols, lane, event_id, rest_of_event)
            ), written as (
                insert into ticket as stored (org, module, sys_id, ticket_number, summary, description, assigned_group,
                    status_code, creation_date, last_modified_date, resolved_date, cols, lane, status, version, revision,
                    inserted_at, updated_at)
                select org, module, sys_id, ticket_number, summary, description, assigned_group, status_code, creation_date,
                    last_modified_date, resolved_date, cols, lane, 'DATA_COLLECTED', 1, 1, $1, $1
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
                    and (excluded.ticket_number, excluded.summary, excluded.description, excluded.assigned_group,
                        excluded.status_code, excluded.creation_date, excluded.resolved_date, excluded.cols)
                    is distinct from (stored.ticket_number, stored.summary, stored.description, stored.assigned_group,
                        stored.status_code, stored.creation_date, stored.resolved_date, stored.cols)
                returning org, module, sys_id, status, version, revision
            ), told as (
                select org, module, sys_id, version, lane, revision, status, resolved_date, place, event_id,
                    rest_of_event
                from written join pushed using (org, module, sys_id)
            ), history as (
                insert into transition (org, module, sys_id, version, event_id, type, from_status, to_status, at, reason,
                    actor)
                select told.org, module, sys_id, version, event_id, 'Collected', case when revision > 1 then status end, status,
                    $1,
                    case when revision > 1 then 'Changed' else 'Arrived' end
                        || case when resolved_date is null then '' else ', resolved' end,
                    actor
                from told join request using (place)
                where status = 'DATA_COLLECTED'
            ), pending as (
                insert into pending_transition (lane, org, module, sys_id, version, event_id, type, at, data)
                select lane, org, module, sys_id, version, event_id, 'Collected', $1,
                    '{"version":' || version || ',' || rest_of_event
                from told
                where status = 'DATA_COLLECTED'
            ), counted as (
                select
                    place,
                    count(*) filter (where revision = 1)::integer as inserted,
                    count(*) filter (where revision > 1)::integer as updated
                from told
                group by place
            ), receipts as (
                insert into receipt (id, org, received_at, inserted, updated, unchanged, stale, refused)
                select id, org, $1, coalesce(inserted, 0), coalesce(updated, 0),
                    tickets - coalesce(inserted, 0) - coalesce(updated, 0), older, refused
                from request left join counted using (place)
                on conflict (id) do nothing -- tried again: the outcome of a lost commit is not known
            )
            select place::integer, inserted, updated from counted
            """;

    private static final String TELL_STALE = """
            with old as (
                select pushed.place, count(*)::integer as tickets
                from unnest($2::integer[], $3::integer[], $4::smallint[], $5::text[], $6::timestamptz[])
                    as pushed (place, org, module, sys_id, last_modified_date)
                join ticket using (org, module, sys_id)
                where pushed.last_modified_date < ticket.last_modified_date
                group by pushed.place
            )
            update receipt
            set stale = stale + tickets, unchanged = unchanged - tickets
            from old join unnest($1::bigint[]) with ordinality as request (id, place) using (place)
            where receipt.id = request.id
            returning place::integer, tickets
            """;

    /** In the order of keys, so that no two groups lock the same rows in different orders. */
    private static final Comparator<Line> BY_KEY = Comparator.comparingInt(
                    (Line line) -> line.key().org())
            .thenComparing(line -> line.key().module())
            .thenComparing(line -> line.key().sysId());

    private final Rows rows;
    private final ObjectMapper json;

    WrittenTickets(Rows rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json;
    }

    /**
     * Writes what is new, with the requests' receipts, in one transaction. A ticket that was changed before the pipeline took
     * it up is told again, with its new content.
     *
     * @param group requests that name no ticket twice
     * @return what became of each request's tickets, in the group's order
     */
    Uni<List<Written>> write(List<Request> group, Instant now) {
        List<Line> lines = lines(group, now);
        return rowsOf(group)
                .execute(WRITE, Tuple.from(new Object[] {
                    Gmt.column(now),
                    each(group, Request::id, Long[]::new),
                    each(group, Request::org, Integer[]::new),
                    each(group, Request::actor, String[]::new),
                    each(group, request -> request.winners().size(), Integer[]::new),
                    each(group, Request::older, Integer[]::new),
                    each(group, request -> request.batch().refused(), Integer[]::new),
                    each(lines, Line::place, Integer[]::new),
                    each(lines, line -> line.key().org(), Integer[]::new),
                    each(lines, line -> line.key().module(), Short[]::new),
                    each(lines, line -> line.key().sysId(), String[]::new),
                    texts(lines, Push::ticketNumber),
                    texts(lines, Push::summary),
                    texts(lines, Push::description),
                    texts(lines, Push::assignedGroup),
                    texts(lines, Push::statusCode),
                    dates(lines, Push::creationDate),
                    dates(lines, Push::lastModifiedDate),
                    dates(lines, Push::resolvedDate),
                    each(lines, line -> line.push().cols(), JsonObject[]::new),
                    each(lines, line -> line.key().lane(), Short[]::new),
                    each(lines, line -> line.event().eventId(), UUID[]::new),
                    each(lines, line -> afterBrace(line.event()), String[]::new)
                }))
                .map(counted -> written(counted, group.size()))
                .chain(written -> withStale(group, lines, written));
    }

    /** Those of the organisations that the group is about. */
    private RowAccess rowsOf(List<Request> group) {
        return rows.of(Organisations.union(group.stream().map(Request::rows).toList()));
    }

    private static List<Line> lines(List<Request> group, Instant now) {
        return IntStream.rangeClosed(1, group.size())
                .boxed()
                .flatMap(place -> group.get(place - 1).winners().stream()
                        .map(push -> new Line(place, push, Collected.of(push, now))))
                .sorted(BY_KEY)
                .toList();
    }

    /** The event without its first character: the statement puts the version before it. */
    private String afterBrace(Collected event) {
        try {
            return json.writeValueAsString(event).substring(1);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Written> written(RowSet<Row> rows, int requests) {
        var written = new Written[requests];
        Arrays.fill(written, Written.NOTHING);
        rows.forEach(row -> written[row.getInteger("place") - 1] =
                new Written(row.getInteger("inserted"), row.getInteger("updated"), 0));
        return Arrays.asList(written);
    }

    /** Tells the tickets that are older than what is stored from those that are the same. Rarely are there any. */
    private Uni<List<Written>> withStale(List<Request> group, List<Line> lines, List<Written> written) {
        int count = written.stream()
                .mapToInt(each -> each.inserted() + each.updated())
                .sum();
        return count == lines.size()
                ? Uni.createFrom().item(written)
                : rowsOf(group)
                        .execute(
                                TELL_STALE,
                                Tuple.of(
                                        each(group, Request::id, Long[]::new),
                                        each(lines, Line::place, Integer[]::new),
                                        each(lines, line -> line.key().org(), Integer[]::new),
                                        each(lines, line -> line.key().module(), Short[]::new),
                                        each(lines, line -> line.key().sysId(), String[]::new),
                                        dates(lines, Push::lastModifiedDate)))
                        .invoke(old -> old.forEach(row -> {
                            int place = row.getInteger("place") - 1;
                            written.set(place, written.get(place).withStale(row.getInteger("tickets")));
                        }))
                        .replaceWith(written);
    }

    private static String[] texts(List<Line> lines, Function<Push, String> column) {
        return each(lines, line -> column.apply(line.push()), String[]::new);
    }

    private static OffsetDateTime[] dates(List<Line> lines, Function<Push, Instant> column) {
        return each(lines, line -> Gmt.column(column.apply(line.push())), OffsetDateTime[]::new);
    }

    private static <T, C> C[] each(List<T> items, Function<T, C> column, IntFunction<C[]> array) {
        return items.stream().map(column).toArray(array);
    }
}
