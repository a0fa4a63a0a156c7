package io.fettle.ticket.date;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import io.fettle.platform.caller.Organisations;
import io.fettle.platform.row.Rows;

/**
 * The zones each organisation's tickets may name. Kept in memory, so that a push costs no query: another replica that
 * heard of a change has no way to tell this one, so what is kept is never older than half a minute.
 */
@ApplicationScoped
public class OrganisationZones {

    static final Duration LONGEST_KEPT = Duration.ofSeconds(30);

    private final Map<Organisations, Kept> kept = new ConcurrentHashMap<>();
    private final Rows rows;
    private final Clock clock;

    private record Kept(KnownZones zones, Instant until) {}

    OrganisationZones(Rows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** @param asking the organisations of who asks; whoever does not belong to this one learns nothing of it */
    public Uni<KnownZones> of(int org, Organisations asking) {
        Organisations own = asking.only(org);
        Instant now = clock.instant();
        Kept known = kept.get(own);
        return known != null && now.isBefore(known.until())
                ? Uni.createFrom().item(known.zones())
                : load(org, own).invoke(zones -> kept.put(own, new Kept(zones, now.plus(LONGEST_KEPT))));
    }

    private Uni<KnownZones> load(int org, Organisations own) {
        return rows.of(own)
                .execute("select name, zone from zone_override where org = $1", Tuple.of(org))
                .map(found -> found.stream()
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
