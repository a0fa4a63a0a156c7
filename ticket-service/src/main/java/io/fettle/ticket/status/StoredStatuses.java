package io.fettle.ticket.status;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import io.fettle.platform.row.Rows;
import io.fettle.ticket.Module;
import io.fettle.ticket.date.Gmt;

/** Reads where tickets are and how they came there. Of several tickets with one number the youngest is meant. */
@ApplicationScoped
public class StoredStatuses {

    /**
     * Looks for numbers, whatever the planner believes: without the offset, and before statistics are there, it goes through
     * an organisation's tickets by date until it meets the number.
     */
    static final String BY_NUMBERS = """
            select asked.number, ticket.status
            from unnest($3::text[]) with ordinality as asked (number, place)
            cross join lateral (
                select status
                from (
                    select status, creation_date, sys_id from ticket
                    where org = $1 and module = $2 and ticket_number = asked.number
                    offset 0
                ) as ticket
                order by creation_date desc, sys_id desc
                limit 1) as ticket
            order by asked.place
            """;

    private final Rows rows;

    StoredStatuses(Rows rows) {
        this.rows = rows;
    }

    /** In the order asked; unknown numbers are left out. */
    public Uni<List<StatusItem>> of(int org, Module module, List<String> numbers) {
        return rows.ofCaller()
                .execute(BY_NUMBERS, Tuple.of(org, module.number(), numbers.toArray(String[]::new)))
                .map(found -> found.stream()
                        .map(row -> new StatusItem(row.getString("number"), text(row, "status")))
                        .toList());
    }

    /** From the first transition to the last; empty if there is no such ticket. */
    public Uni<List<HistoryItem>> history(int org, Module module, String number) {
        return rows.ofCaller()
                .execute("""
                        select from_status, to_status, at, reason, actor, interaction_id from transition
                        where org = $1 and module = $2 and sys_id = (
                            select sys_id
                            from (
                                select creation_date, sys_id from ticket
                                where org = $1 and module = $2 and ticket_number = $3
                                offset 0
                            ) as ticket
                            order by creation_date desc, sys_id desc
                            limit 1)
                        order by version
                        """, Tuple.of(org, module.number(), number))
                .map(found -> found.stream().map(StoredStatuses::item).toList());
    }

    private static HistoryItem item(Row row) {
        return new HistoryItem(
                text(row, "from_status"),
                text(row, "to_status"),
                Gmt.text(row.getOffsetDateTime("at")),
                row.getString("reason"),
                row.getString("actor"),
                row.getString("interaction_id"));
    }

    private static String text(Row row, String column) {
        String name = row.getString(column);
        return name == null ? null : TicketStatus.valueOf(name).text();
    }
}
