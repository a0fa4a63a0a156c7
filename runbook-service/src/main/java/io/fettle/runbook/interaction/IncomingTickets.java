package io.fettle.runbook.interaction;

import java.util.HashMap;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import io.fettle.platform.row.Rows;
import io.fettle.runbook.decision.Ticket;
import io.fettle.runbook.decision.TicketKey;

/** The tickets this service was told of. One waits until a runbook matches it or it is resolved. */
@ApplicationScoped
class IncomingTickets {

    private final Rows rows;

    IncomingTickets(Rows rows) {
        this.rows = rows;
    }

    /** Keeps the newest of what was told, and says whether the ticket waits for a decision. */
    Uni<Boolean> remember(SqlConnection tx, TicketTransition.Collected collected) {
        TicketKey key = collected.ticket();
        return tx.preparedQuery("""
                        insert into incoming_ticket as known (org, module, sys_id, ticket_number, version, fields, state)
                        values ($1, $2, $3, $4, $5, $6, $7)
                        on conflict (org, module, sys_id) do update
                        set ticket_number = excluded.ticket_number,
                            version = excluded.version,
                            fields = excluded.fields,
                            state = case when known.state = 'DECIDED' then known.state else excluded.state end
                        where known.version < excluded.version
                        returning state
                        """)
                .execute(Tuple.from(new Object[] {
                    key.org(),
                    key.module(),
                    key.sysId(),
                    collected.ticketNumber(),
                    collected.version(),
                    JsonObject.mapFrom(collected.fields()),
                    collected.resolved() ? "RESOLVED" : "WAITING"
                }))
                .map(rows -> rows.rowCount() == 1
                        && rows.iterator().next().getString("state").equals("WAITING"));
    }

    Uni<Void> markDecided(SqlConnection tx, TicketKey key) {
        return tx.preparedQuery("""
                        update incoming_ticket set state = 'DECIDED' where org = $1 and module = $2 and sys_id = $3
                        """)
                .execute(Tuple.of(key.org(), key.module(), key.sysId()))
                .replaceWithVoid();
    }

    /** @param revision of the catalogue in which no runbook matched */
    Uni<Void> keepWaiting(SqlConnection tx, TicketKey key, long revision) {
        return tx.preparedQuery("""
                        update incoming_ticket set revision = $4 where org = $1 and module = $2 and sys_id = $3
                        """)
                .execute(Tuple.of(key.org(), key.module(), key.sysId(), revision))
                .replaceWithVoid();
    }

    Uni<Ticket> get(SqlConnection tx, TicketKey key) {
        return tx.preparedQuery("select * from incoming_ticket where org = $1 and module = $2 and sys_id = $3")
                .execute(Tuple.of(key.org(), key.module(), key.sysId()))
                .map(rows -> ticket(rows.iterator().next()));
    }

    Uni<Boolean> isKnown(SqlConnection tx, int org, int module, String number) {
        return tx.preparedQuery("""
                        select 1 from incoming_ticket where org = $1 and module = $2 and ticket_number = $3 limit 1
                        """).execute(Tuple.of(org, module, number)).map(rows -> rows.size() > 0);
    }

    /** The organisations that have waiting tickets which were not compared with the newest catalogue. */
    Uni<List<Integer>> organisationsToReview() {
        return rows.ofEveryOrganisation()
                .execute("""
                        select org from catalogue where exists (
                            select 1 from incoming_ticket as ticket
                            where ticket.org = catalogue.org
                                and ticket.state = 'WAITING'
                                and ticket.revision < catalogue.revision)
                        """)
                .map(found -> found.stream().map(row -> row.getInteger("org")).toList());
    }

    /**
     * Waiting tickets that were not compared with the newest catalogue, in the order of their keys.
     *
     * @param last the key after which to begin; its {@code sysId} is empty at the start
     */
    Uni<List<TicketKey>> toReview(TicketKey last, int most) {
        return rows.ofEveryOrganisation()
                .execute("""
                        select module, sys_id from incoming_ticket
                        where org = $1
                            and state = 'WAITING'
                            and revision < (select revision from catalogue where org = $1)
                            and (module, sys_id) > ($2, $3)
                        order by module, sys_id
                        limit $4
                        """, Tuple.of(last.org(), last.module(), last.sysId(), most))
                .map(found -> found.stream()
                        .map(row -> new TicketKey(last.org(), row.getInteger("module"), row.getString("sys_id")))
                        .toList());
    }

    /** The ticket if it waits still and no other replica has it at hand, locked; else {@code null}. */
    Uni<Ticket> claim(SqlConnection tx, TicketKey key) {
        return tx.preparedQuery("""
                        select * from incoming_ticket
                        where org = $1
                            and module = $2
                            and sys_id = $3
                            and state = 'WAITING'
                            and revision < (select revision from catalogue where org = $1)
                        for update skip locked
                        """)
                .execute(Tuple.of(key.org(), key.module(), key.sysId()))
                .map(rows -> rows.size() == 0 ? null : ticket(rows.iterator().next()));
    }

    private static Ticket ticket(Row row) {
        var fields = new HashMap<String, String>();
        JsonObject stored = row.getJsonObject("fields");
        stored.fieldNames().forEach(name -> fields.put(name, stored.getString(name)));
        return new Ticket(
                new TicketKey(row.getInteger("org"), row.getInteger("module"), row.getString("sys_id")),
                row.getString("ticket_number"),
                fields);
    }
}
