package io.fettle.auth.grant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny.Session;

import io.fettle.platform.event.Lanes;
import io.fettle.platform.event.Relay;

/**
 * What access tokens are issued under. A user has one grant at a time; when it ends, so do all its tokens: the gateway
 * hears of it through Kafka, and asks for what it may have missed.
 */
@ApplicationScoped
public class Grants {

    /** The claim of an access token with the number of its grant. */
    public static final String CLAIM = "grant";

    /** Longer than any token lives. What ended before is forgotten. */
    static final Duration REMEMBERED = Duration.ofDays(2);

    private final Relay relay;
    private final ObjectMapper json;
    private final Clock clock;

    Grants(Relay relay, ObjectMapper json, Clock clock) {
        this.relay = relay;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Ends a grant, in the Panache transaction of what ends it, which holds the lock of the user's row. Call {@link #tell}
     * once that is committed.
     */
    public Uni<Void> end(long grant) {
        return Panache.getSession().chain(tx -> end(tx, new GrantEnded(UUID.randomUUID(), clock.instant(), grant)));
    }

    private Uni<Void> end(Session tx, GrantEnded event) {
        return tx.createNativeQuery("delete from ended_grant where ended_at < ?1")
                .setParameter(1, gmt(event.occurredAt().minus(REMEMBERED)))
                .executeUpdate()
                .chain(() -> tx.createNativeQuery("insert into ended_grant (grant_number, ended_at) values (?1, ?2)")
                        .setParameter(1, event.grant())
                        .setParameter(2, gmt(event.occurredAt()))
                        .executeUpdate())
                .chain(() -> announce(tx, event));
    }

    /** The number of a grant that nobody had before. */
    public Uni<Long> next() {
        return Panache.getSession()
                .chain(tx -> tx.createNativeQuery("select nextval('grant_number')", Long.class)
                        .getSingleResult());
    }

    /** Has what ended told without delay. */
    public void tell() {
        relay.wake();
    }

    /** The grants that ended within that time, in no order. */
    Uni<List<Long>> ended(Duration since) {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select grant_number from ended_grant where ended_at > ?1", Long.class)
                        .setParameter(1, gmt(clock.instant().minus(since)))
                        .getResultList()));
    }

    /** What {@code Outbox} does, in a transaction of Hibernate's. */
    private Uni<Void> announce(Session tx, GrantEnded event) {
        String key = String.valueOf(event.grant());
        return tx.createNativeQuery("""
                        insert into outbox (event_id, channel, key, lane, type, occurred_at, data)
                        values (?1, 'grant', ?2, ?3, 'GrantEnded', ?4, cast(cast(?5 as text) as jsonb))
                        """)
                .setParameter(1, event.eventId())
                .setParameter(2, key)
                .setParameter(3, Lanes.of(key))
                .setParameter(4, gmt(event.occurredAt()))
                .setParameter(5, toJson(event))
                .executeUpdate()
                .replaceWithVoid();
    }

    private String toJson(GrantEnded event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OffsetDateTime gmt(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
