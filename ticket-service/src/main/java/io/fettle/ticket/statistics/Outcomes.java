package io.fettle.ticket.statistics;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;

import io.fettle.platform.row.Rows;
import io.fettle.ticket.date.Gmt;
import io.fettle.ticket.status.TicketStatus;

/** Counts tickets by what became of them. */
@ApplicationScoped
class Outcomes {

    /** The last three conditions are those of the index, without which it is not used. */
    static final String COUNT = """
            select count(*)
            from (
                select distinct module, sys_id
                from transition
                where org = $1 and to_status = $2 and at >= $3 and at < $4
                    and module in (1, 9)
                    and to_status in ('EXECUTION_SUCCESSFUL', 'EXECUTION_FAILED')
                    and from_status <> to_status
            ) as ticket
            """;

    private final Rows rows;

    Outcomes(Rows rows) {
        this.rows = rows;
    }

    /** How many incidents and events reached a status in a period; each counts once. */
    Uni<Long> count(int org, TicketStatus outcome, Period period) {
        return rows.ofCaller()
                .execute(COUNT, Tuple.of(org, outcome.name(), Gmt.column(period.from()), Gmt.column(period.before())))
                .map(counted -> counted.iterator().next().getLong(0));
    }
}
