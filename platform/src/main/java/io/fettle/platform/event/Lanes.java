package io.fettle.platform.event;

import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;

import io.fettle.platform.row.Rows;

/**
 * The lanes this replica relays. A lane is a share of the keys; its lease is a row in Postgres, so that each has one
 * keeper at a time and a dead keeper is replaced after {@link RelayConfig#leaseTime}.
 */
@ApplicationScoped
public class Lanes {

    private static final short COUNT = 16;

    private final UUID replica = UUID.randomUUID();
    private final Rows rows;
    private final Duration leaseTime;
    private volatile Short[] held = {};
    private volatile long heldUntilNanos = System.nanoTime();

    Lanes(Rows rows, RelayConfig config) {
        this.rows = rows;
        this.leaseTime = config.leaseTime();
    }

    /** The lane of an event's key, 0..15: events of one key keep their order. */
    public static short of(String key) {
        return (short) Math.floorMod(key.hashCode(), COUNT);
    }

    /** The lanes whose lease has not run out, by this machine's own monotonic clock. */
    Short[] held() {
        return System.nanoTime() - heldUntilNanos < 0 ? held : new Short[0];
    }

    boolean holdsAll() {
        return held().length == COUNT;
    }

    /** Renews the leases of this replica and takes those that nobody holds. */
    Uni<Void> renew() {
        long asked = System.nanoTime();
        return rows.ofNoOrganisation()
                .execute("""
                        update relay_lane set owner = $1, expires_at = now() + make_interval(secs => $2)
                        where owner = $1 or expires_at < now()
                        returning lane
                        """, Tuple.of(replica, (double) leaseTime.toSeconds()))
                .invoke(lanes -> {
                    held = lanes.stream().map(row -> row.getShort("lane")).toArray(Short[]::new);
                    heldUntilNanos = asked + leaseTime.toNanos();
                })
                .replaceWithVoid();
    }

    Uni<Void> release() {
        held = new Short[0];
        return rows.ofNoOrganisation()
                .execute(
                        "update relay_lane set owner = null, expires_at = '-infinity' where owner = $1",
                        Tuple.of(replica))
                .replaceWithVoid();
    }
}
