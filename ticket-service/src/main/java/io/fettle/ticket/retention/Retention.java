package io.fettle.ticket.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import org.jboss.logging.Logger;

import io.fettle.platform.row.Rows;
import io.fettle.ticket.date.Gmt;

/** Makes the months of history to come, and drops what has been kept long enough. One replica at a time does. */
@ApplicationScoped
class Retention {

    private static final Logger LOG = Logger.getLogger(Retention.class);

    private final Rows rows;
    private final RetentionConfig config;
    private final Clock clock;
    private final Vertx vertx;

    Retention(Rows rows, RetentionConfig config, Clock clock, Vertx vertx) {
        this.rows = rows;
        this.config = config;
        this.clock = clock;
        this.vertx = vertx;
    }

    /** @param started observed late: the migrations have run */
    void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent started) {
        lookAfter(0L);
        vertx.setPeriodic(config.interval().toMillis(), this::lookAfter);
    }

    private void lookAfter(long timer) {
        retain().subscribe().with(done -> {}, failure -> LOG.errorf("What is old was not dropped: %s", failure));
    }

    Uni<Void> retain() {
        return rows.ofEveryOrganisation()
                .inTransaction(tx -> tx.query("select pg_try_advisory_xact_lock('transition'::regclass::oid::bigint)")
                        .execute()
                        .chain(locked -> locked.iterator().next().getBoolean(0)
                                ? retain(tx)
                                : Uni.createFrom().voidItem()));
    }

    private Uni<Void> retain(SqlConnection tx) {
        return tx.preparedQuery("""
                        select create_transition_partition(($1::timestamptz at time zone 'UTC' + n * interval '1 month')::date)
                        from generate_series(0, 2) as n
                        """)
                .execute(Tuple.of(Gmt.column(clock.instant())))
                .chain(() -> dropHistory(tx))
                .chain(() -> delete(tx, "delete from receipt where received_at < $1", config.receipts()))
                .chain(() -> delete(tx, "delete from inbox where received_at < $1", config.inbox()));
    }

    private Uni<Void> dropHistory(SqlConnection tx) {
        return tx.preparedQuery("select * from drop_transition_partitions($1)")
                .execute(Tuple.of(ago(config.history())))
                .invoke(months -> months.forEach(month -> LOG.infof("Dropped %s", month.getString(0))))
                .chain(() -> delete(tx, "delete from transition_default where at < $1", config.history()));
    }

    private Uni<Void> delete(SqlConnection tx, String statement, Duration kept) {
        return tx.preparedQuery(statement).execute(Tuple.of(ago(kept))).replaceWithVoid();
    }

    private OffsetDateTime ago(Duration kept) {
        return Gmt.column(clock.instant().minus(kept));
    }
}
