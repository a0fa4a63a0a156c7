package io.fettle.dag.execution;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import io.fettle.platform.Ids;
import io.fettle.platform.caller.Organisations;
import io.fettle.platform.error.ServiceException;
import io.fettle.platform.row.Rows;

/** The executions of the organisations, and what their nodes are. */
@ApplicationScoped
class Executions {

    /** The one node of an execution without a DAG. */
    private static final String NODE = "command";

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private static final String ADD = """
            with accepted as (
                insert into execution (id, org, ticket_number, runbook_id, requested_by, requested_at)
                values ($1, $2, $3, $4, $5, $6)
                on conflict (id) do nothing
                returning id, org
            )
            insert into node_run (id, execution_id, org, node, host, definition, timeout_millis)
            select $7, id, org, $8, $9, $10, $11 from accepted
            """;

    private final Rows rows;
    private final Ids ids;
    private final ExecutionConfig config;

    Executions(Rows rows, Ids ids, ExecutionConfig config) {
        this.rows = rows;
        this.ids = ids;
        this.config = config;
    }

    /** Takes an execution on. @param requester the organisations of who asks for it */
    Uni<Void> add(Organisations requester, Execution execution) {
        return rows.of(requester).execute(ADD, columns(execution)).replaceWithVoid();
    }

    /** Takes an execution on. One that is there already, asked for again, stays as it is. */
    Uni<Void> add(SqlConnection tx, Execution execution) {
        return tx.preparedQuery(ADD).execute(columns(execution)).replaceWithVoid();
    }

    private Tuple columns(Execution execution) {
        return Tuple.from(new Object[] {
            execution.id(),
            execution.org(),
            execution.ticketNumber(),
            execution.runbookId(),
            execution.requestedBy(),
            execution.requestedAt().atOffset(ZoneOffset.UTC),
            ids.next(),
            NODE,
            execution.host(),
            execution.definition().toJson(),
            limit(execution).toMillis()
        });
    }

    /**
     * How far an execution is.
     *
     * @param interactionId as written by the caller; what is no id of the organisation's is unknown
     */
    Uni<ExecutionStatus> status(int org, String interactionId) {
        return rows.ofCaller()
                .execute("""
                        select e.outcome as execution_outcome, n.id, n.node, n.host, n.definition, n.outcome, n.message,
                            n.rc, n.stdout, n.stderr, n.started_at, n.finished_at
                        from execution e
                        left join node_run n on n.execution_id = e.id and n.org = e.org and n.started_at is not null
                        where e.id = $1 and e.org = $2
                        order by n.started_at, n.id
                        """, Tuple.of(parse(interactionId), org))
                .map(found -> status(found.stream().toList(), interactionId));
    }

    private static ExecutionStatus status(List<Row> rows, String interactionId) {
        if (rows.isEmpty()) {
            throw ServiceException.notFound("interaction", interactionId);
        }
        return new ExecutionStatus(
                rows.stream()
                        .filter(row -> row.getLong("id") != null)
                        .map(NodeStatus::of)
                        .toList(),
                NodeStatus.text(rows.get(0).getString("execution_outcome")));
    }

    private static long parse(String interactionId) {
        try {
            return Long.parseLong(interactionId);
        } catch (NumberFormatException e) {
            throw ServiceException.notFound("interaction", interactionId);
        }
    }

    private Duration limit(Execution execution) {
        Duration asked = execution.timeout() == null ? config.timeout() : execution.timeout();
        return asked.compareTo(SHORTEST) < 0 ? SHORTEST : asked;
    }
}
