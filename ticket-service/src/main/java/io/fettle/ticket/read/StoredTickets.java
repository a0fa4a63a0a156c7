package io.fettle.ticket.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import io.fettle.platform.row.Rows;
import io.fettle.ticket.Module;
import io.fettle.ticket.date.Gmt;
import io.fettle.ticket.push.PushField;
import io.fettle.ticket.read.Filter.Exact;

/** Reads tickets page by page (contract section 4). */
@ApplicationScoped
public class StoredTickets {

    private static final String TICKETS = """
            select module, sys_id, ticket_number, summary, description, assigned_group, status_code, creation_date,
                last_modified_date, resolved_date, cols, inserted_at, updated_at
            from ticket
            where org = $1 and module = any($2) and creation_date >= $3 and creation_date < $4
            """;

    /**
     * Ends a page with the ticket that makes its texts 8 MiB long: 10,000 of the longest would not fit into memory.
     * Postgres knows how long a description is without reading it, so that only those shown are read.
     */
    private static final String SHORT_ENOUGH = """
            select *
            from (
                select
                    ticket.*,
                    sum(octet_length(summary) + octet_length(description) + octet_length(cols::text)) over page
                        as bytes_before,
                    lead(sys_id) over page is not null as more
                from (
                    select * from (%s) as ticket
                    order by creation_date, sys_id, module
                    limit %s
                ) as ticket
                window page as (
                    order by creation_date, sys_id, module
                    rows between unbounded preceding and 1 preceding)
            ) as ticket
            where bytes_before is null or bytes_before < 8 * 1024 * 1024
            order by creation_date, sys_id, module
            """;

    private final Rows rows;

    StoredTickets(Rows rows) {
        this.rows = rows;
    }

    /**
     * The first page that fits, or the one the query's cursor names.
     *
     * @param modules those the path gives
     * @param rawQuery what stands behind the question mark, as it was sent; {@code null} if nothing does
     * @param cols how many of {@code Col1} to {@code Col20} an item shows
     */
    public Uni<Page> find(int org, Set<Module> modules, String rawQuery, int cols) {
        Filter filter = FilterParser.parse(QueryText.expression(rawQuery), modules);
        var values = new ArrayList<Object>(List.of(
                org,
                filter.modules().stream().map(Module::number).toArray(Short[]::new),
                Gmt.column(filter.createdFrom()),
                Gmt.column(filter.createdBefore())));
        String statement = sql(filter, values);
        return rows.ofCaller().execute(statement, Tuple.from(values)).map(found -> page(found, filter.limit(), cols));
    }

    /** Puts fixed parts together, and the values they bind. */
    private static String sql(Filter filter, List<Object> values) {
        var sql = new StringBuilder(TICKETS);
        if (filter.modifiedFrom() != null) {
            sql.append(" and last_modified_date >= ").append(bind(values, Gmt.column(filter.modifiedFrom())));
        }
        for (Exact field : Exact.values()) {
            if (filter.exactly(field) != null) {
                sql.append(column(field)).append(bind(values, filter.exactly(field)));
            }
        }
        if (filter.after() != null) {
            sql.append(" and (creation_date, sys_id, module) > (")
                    .append(bind(values, Gmt.column(filter.after().creationDate())))
                    .append(", ")
                    .append(bind(values, filter.after().sysId()))
                    .append(", ")
                    .append(bind(values, filter.after().module()))
                    .append(")");
        }
        if (filter.exactly(Exact.TICKET_NUMBER) != null || filter.exactly(Exact.SYS_ID) != null) {
            // Looks for the ticket, whatever the planner believes: without statistics it would go through all by date.
            sql.append(" offset 0");
        }
        // One row more than the page tells whether there is another.
        return SHORT_ENOUGH.formatted(sql, bind(values, filter.limit() + 1));
    }

    private static String column(Exact field) {
        return switch (field) {
            case TICKET_NUMBER -> " and ticket_number = ";
            case ASSIGNMENT_GROUP -> " and assigned_group = ";
            case SYS_ID -> " and sys_id = ";
        };
    }

    private static String bind(List<Object> values, Object value) {
        values.add(value);
        return "$" + values.size();
    }

    private static Page page(RowSet<Row> rows, int limit, int cols) {
        List<Row> shown =
                StreamSupport.stream(rows.spliterator(), false).limit(limit).toList();
        return new Page(shown.stream().map(row -> item(row, cols)).toList(), next(shown));
    }

    /** @return {@code null} on the last page */
    private static String next(List<Row> shown) {
        if (shown.isEmpty()) {
            return null;
        }
        Row last = shown.get(shown.size() - 1);
        return last.getBoolean("more") ? cursor(last).word() : null;
    }

    private static Cursor cursor(Row row) {
        return new Cursor(
                row.getOffsetDateTime("creation_date").toInstant(), row.getString("sys_id"), row.getShort("module"));
    }

    private static TicketItem item(Row row, int cols) {
        return new TicketItem(
                row.getString("ticket_number"),
                row.getString("summary"),
                row.getString("description"),
                Objects.requireNonNullElse(row.getString("assigned_group"), ""),
                row.getString("status_code"),
                Gmt.text(row.getOffsetDateTime("creation_date")),
                Gmt.text(row.getOffsetDateTime("last_modified_date")),
                row.getString("sys_id"),
                Gmt.text(row.getOffsetDateTime("inserted_at")),
                Gmt.text(row.getOffsetDateTime("updated_at")),
                others(row, cols));
    }

    private static Map<String, String> others(Row row, int cols) {
        Module module = Module.ofNumber(row.getShort("module"));
        JsonObject stored = row.getJsonObject("cols");
        var others = new LinkedHashMap<String, String>();
        if (PushField.RESOLVED_DATE.isOf(module)) {
            others.put("ClosedDate", Gmt.text(row.getOffsetDateTime("resolved_date")));
        }
        for (PushField field : PushField.ofOnly(module)) {
            others.put(field.wireName(), stored.getString(field.wireName(), ""));
        }
        for (int i = 1; i <= cols; i++) {
            others.put("Col" + i, stored.getString("Col" + i, ""));
        }
        return others;
    }
}
