package io.fettle.ticket.date;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * The zones each organisation's tickets may name. Kept in memory, so that a push costs no query: another replica that
 * heard of a change has no way to tell this one, so what is kept is never older than half a minute.
 */
@ApplicationScoped
public class OrganisationZones {

    static final Duration LONGEST_KEPT = Duration.ofSeconds(30);

    private final Map<Integer, Kept> kept = new ConcurrentHashMap<>();
    private final Pool pool;
    private final Clock clock;

    private record Kept(KnownZones zones, Instant until) {}

    OrganisationZones(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    public Uni<KnownZones> of(int org) {
        Instant now = clock.instant();
        Kept known = kept.get(org);
        return known != null && now.isBefore(known.until())
                ? Uni.createFrom().item(known.zones())
                : load(org).invoke(zones -> kept.put(org, new Kept(zones, now.plus(LONGEST_KEPT))));
    }

    private Uni<KnownZones> load(int org) {
        return pool.preparedQuery("select name, zone from zone_override where org = $1")
                .execute(Tuple.of(org))
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(row -> row.getString("name"), row -> row.getString("zone"))))
                .map(overrides -> overrides.isEmpty() ? KnownZones.STANDARD : new KnownZones(overrides));
    }

    /** Takes all overrides of an organisation from now on. Call {@link #forget} once the transaction is committed. */
    Uni<Void> replace(SqlConnection tx, int org, Map<String, String> overrides) {
        return tx.preparedQuery("delete from zone_override where org = $1")
                .execute(Tuple.of(org))
                .chain(() -> tx.preparedQuery("""
                                insert into zone_override (org, name, zone)
                                select $1, name, zone from unnest($2::text[], $3::text[]) as told (name, zone)
                                """)
                        .execute(Tuple.of(
                                org,
                                overrides.keySet().toArray(String[]::new),
                                overrides.values().toArray(String[]::new))))
                .replaceWithVoid();
    }

    void forget() {
        kept.clear();
    }
}
