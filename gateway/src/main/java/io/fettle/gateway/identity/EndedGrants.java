package io.fettle.gateway.identity;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The grants that ended while tokens of theirs may be out. Kafka tells of each at once; the auth service is asked every
 * few seconds for what was missed. So a token is refused some seconds after its end as long as one of the two can be
 * reached. With both away nothing new is heard, and the tokens that were good stay so.
 */
@Singleton
class EndedGrants {

    private static final Logger LOG = Logger.getLogger(EndedGrants.class);

    /** Longer than any token lives. */
    static final Duration REMEMBERED = Duration.ofDays(2);

    /** Asked for again each time, so that no clock and no transaction that took its time makes a gap. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private final AuthService auth;
    private final Vertx vertx;
    private final Duration interval;
    private final Cache<Long, Boolean> ended =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build();

    private Future<Void> first;
    private long heardNanos;

    /** @param interval how often the auth service is asked; the contract's 60 s are the most there is */
    EndedGrants(
            AuthService auth,
            Vertx vertx,
            @ConfigProperty(name = "fettle.gateway.revocation-interval", defaultValue = "10S") Duration interval) {
        this.auth = auth;
        this.vertx = vertx;
        this.interval = interval;
    }

    void atStart(@Observes StartupEvent event) {
        vertx.setPeriodic(interval.toMillis(), tick -> catchUp());
    }

    /**
     * Whether what ended before the gateway started is known; asked for when it is not.
     *
     * @return fails with a {@link io.fettle.gateway.failure.Refusal} 503 if it cannot be had
     */
    synchronized Future<Void> known() {
        if (first == null || first.failed()) {
            first = ask(REMEMBERED);
        }
        return first;
    }

    boolean contains(long grant) {
        return ended.getIfPresent(grant) != null;
    }

    void add(long grant) {
        ended.put(grant, true);
    }

    private synchronized void catchUp() {
        if (first == null || !first.succeeded()) {
            known();
            return;
        }
        Duration silent = Duration.ofNanos(System.nanoTime() - heardNanos);
        ask(silent.plus(OVERLAP))
                .onFailure(e -> LOG.warnf("Which grants ended is not known for %d s", silent.toSeconds()));
    }

    private Future<Void> ask(Duration since) {
        long asked = System.nanoTime();
        return auth.endedGrants(since).map(grants -> heard(grants, asked));
    }

    private synchronized Void heard(List<Long> grants, long asked) {
        grants.forEach(this::add);
        heardNanos = asked;
        return null;
    }
}
