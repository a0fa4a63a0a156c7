package io.fettle.auth.key;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Has each key replaced in its time, without a token that fails for it: a key is published a while before it signs, and until
 * the last token it has signed is out of date.
 */
@ApplicationScoped
class KeyRotation {

    private static final Logger LOG = Logger.getLogger(KeyRotation.class);
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    /** Whoever verifies tokens has fetched the keys by then. */
    static final Duration PUBLISHED_BEFORE = Duration.ofHours(1);

    /** Longer than any token lives. */
    static final Duration PUBLISHED_AFTER = Duration.ofHours(25);

    private final Pool pool;
    private final SigningKeys keys;
    private final Duration period;
    private final Clock clock;
    private final Vertx vertx;

    /** @param period how long a key signs before the next one takes its place ({@code FETTLE_AUTH_KEY_PERIOD}) */
    KeyRotation(
            Pool pool,
            SigningKeys keys,
            Clock clock,
            Vertx vertx,
            @ConfigProperty(name = "fettle.auth.key-period", defaultValue = "30D") Duration period) {
        this.pool = pool;
        this.keys = keys;
        this.period = period;
        this.clock = clock;
        this.vertx = vertx;
    }

    /** Also reads what other replicas did. */
    void atStart(@Observes StartupEvent event) {
        vertx.setPeriodic(
                INTERVAL.toMillis(),
                tick -> turnIfDue()
                        .subscribe()
                        .with(
                                turned -> {},
                                e -> LOG.warnf("The signing keys cannot be looked after: %s", e.getMessage())));
    }

    /** Lets the next key sign if the present one has signed long enough, and sees to it that there is a next one. */
    Uni<Void> turnIfDue() {
        return alone(tx -> isDue(tx)
                .chain(due -> due
                        ? retire(tx).chain(() -> promote(tx))
                        : Uni.createFrom().voidItem()));
    }

    /** Lets the next key sign at once; tokens that are out stay good. */
    Uni<Void> turnNow() {
        return alone(tx -> retire(tx).chain(() -> promote(tx)));
    }

    /** Lets the next key sign at once and withdraws the present one, which may be in wrong hands, with all its tokens. */
    Uni<Void> withdraw() {
        return alone(tx -> tx.query("delete from signing_key where state = 'signing'")
                .execute()
                .chain(() -> promote(tx)));
    }

    private Uni<Void> alone(Function<SqlConnection, Uni<Void>> change) {
        return pool.withTransaction(tx -> tx.query("lock table signing_key in share row exclusive mode")
                        .execute()
                        .chain(() -> ensureNext(tx))
                        .chain(() -> change.apply(tx))
                        .chain(() -> tx.preparedQuery(
                                        "delete from signing_key where state = 'retiring' and state_since < $1")
                                .execute(Tuple.of(before(PUBLISHED_AFTER)))))
                .chain(keys::load);
    }

    private Uni<Void> ensureNext(SqlConnection tx) {
        return tx.query("select 1 from signing_key where state = 'next'")
                .execute()
                .chain(next -> next.size() == 0
                        ? keys.create(tx, "next")
                        : Uni.createFrom().voidItem());
    }

    private Uni<Boolean> isDue(SqlConnection tx) {
        return tx.preparedQuery("""
                        select count(*) = 2 as due
                        from signing_key
                        where state = 'signing' and state_since < $1 or state = 'next' and state_since < $2
                        """)
                .execute(Tuple.of(before(period), before(PUBLISHED_BEFORE)))
                .map(rows -> rows.iterator().next().getBoolean("due"));
    }

    private Uni<Void> retire(SqlConnection tx) {
        return tx.preparedQuery("update signing_key set state = 'retiring', state_since = $1 where state = 'signing'")
                .execute(Tuple.of(before(Duration.ZERO)))
                .replaceWithVoid();
    }

    private Uni<Void> promote(SqlConnection tx) {
        return tx.preparedQuery("update signing_key set state = 'signing', state_since = $1 where state = 'next'")
                .execute(Tuple.of(before(Duration.ZERO)))
                .chain(() -> ensureNext(tx));
    }

    private OffsetDateTime before(Duration time) {
        return clock.instant().minus(time).atOffset(ZoneOffset.UTC);
    }
}
