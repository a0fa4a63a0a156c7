package io.fettle.dag.worker;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import io.fettle.dag.command.DagDirectory;
import io.fettle.dag.node.NodeResult;
import io.fettle.platform.row.Rows;

/** The rows of {@code node_run} as work. Claiming and renewing are for all organisations; the rest is for one. */
@ApplicationScoped
class NodeRuns {

    private final UUID owner = UUID.randomUUID();
    private final Rows rows;
    private final UUID place;
    private final WorkerConfig config;

    NodeRuns(Rows rows, DagDirectory directory, WorkerConfig config) {
        this.rows = rows;
        this.place = directory.place();
        this.config = config;
    }

    /** Takes up to that many nodes that are due: new ones, those to be tried again, and those whose worker died. */
    Uni<List<Claim>> claim(int most) {
        long asked = System.nanoTime();
        return rows.ofEveryOrganisation()
                .execute("""
                        with taken as (
                            select id
                            from node_run
                            where outcome is null and due_at <= now()
                                and (place is null or place = $2 or due_at <= now() - make_interval(secs => $5))
                            order by due_at
                            limit $4
                            for update skip locked
                        )
                        update node_run n
                        set status = 'RUNNING', owner = $1, place = coalesce(place, $2), fence = fence + 1,
                            due_at = now() + make_interval(secs => $3), started_at = coalesce(started_at, now())
                        from taken
                        where n.id = taken.id
                        returning n.id, execution_id, node, attempt, org, host, definition, timeout_millis, place, fence
                        """, Tuple.of(owner, place, seconds(config.leaseTime()), most, seconds(config.patience())))
                .map(taken -> taken.stream()
                        .map(row -> Claim.of(row, new Lease(config.leaseTime(), asked)))
                        .toList());
    }

    boolean isHere(Claim claim) {
        return claim.place().equals(place);
    }

    /** Renews the leases that are still this worker's. One that is not runs out, and its outcome will not count. */
    Uni<Void> renew(Collection<Claim> claims) {
        long asked = System.nanoTime();
        return rows.ofEveryOrganisation()
                .execute(
                        """
                        update node_run set due_at = now() + make_interval(secs => $3)
                        where id = any($2) and owner = $1 and status = 'RUNNING'
                        returning id, fence
                        """,
                        Tuple.of(
                                owner,
                                claims.stream().map(Claim::id).toArray(Long[]::new),
                                seconds(config.leaseTime())))
                .invoke(renewed -> renewed.forEach(row -> claims.stream()
                        .filter(claim -> claim.id() == row.getLong("id") && claim.fence() == row.getLong("fence"))
                        .forEach(claim -> claim.lease().renewed(asked))))
                .replaceWithVoid();
    }

    /** Lets another worker take this worker's nodes at once. */
    Uni<Void> release() {
        return rows.ofEveryOrganisation()
                .execute("update node_run set due_at = now() where owner = $1 and status = 'RUNNING'", Tuple.of(owner))
                .replaceWithVoid();
    }

    /** Puts a node back, to be tried later. @param bound whether it must be tried here */
    Uni<Void> retryLater(Claim claim, boolean bound) {
        return rows.ofEveryOrganisation()
                .execute("""
                        update node_run
                        set status = 'QUEUED', owner = null, place = case when $5 then place end, started_at = null,
                            tries = tries + 1,
                            due_at = now() + make_interval(secs => least($4, 0.25 * 2 ^ least(tries, 10)))
                        where id = $1 and org = $2 and fence = $3 and outcome is null
                        """, Tuple.of(claim.id(), claim.org(), claim.fence(), seconds(config.longestPause()), bound))
                .replaceWithVoid();
    }

    /** Writes the outcome of the node, and of its execution. @return whether this claim was still the last one */
    Uni<Boolean> end(SqlConnection tx, Claim claim, NodeResult result, Instant now) {
        return tx.preparedQuery("""
                        with ended as (
                            update node_run
                            set status = 'ENDED', owner = null, outcome = $4, message = $5, rc = $6, stdout = $7,
                                stderr = $8, started_at = coalesce($9::timestamptz, started_at),
                                finished_at = coalesce($10::timestamptz, $11)
                            where id = $1 and org = $2 and fence = $3 and outcome is null
                            returning execution_id, org, outcome, message
                        )
                        update execution e set outcome = ended.outcome, message = ended.message, ended_at = $11
                        from ended
                        where e.id = ended.execution_id and e.org = ended.org and e.outcome is null
                        """)
                .execute(Tuple.from(new Object[] {
                    claim.id(),
                    claim.org(),
                    claim.fence(),
                    result.outcome().name(),
                    result.message(),
                    result.rc(),
                    result.stdout(),
                    result.stderr(),
                    utc(result.started()),
                    utc(result.finished()),
                    utc(now)
                }))
                .map(rows -> rows.rowCount() == 1);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
