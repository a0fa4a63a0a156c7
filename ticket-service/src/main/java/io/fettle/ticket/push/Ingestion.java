package io.fettle.ticket.push;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

import io.fettle.platform.Ids;
import io.fettle.platform.event.Relay;
import io.fettle.ticket.Module;
import io.fettle.ticket.date.KnownZones;
import io.fettle.ticket.date.OrganisationZones;
import io.fettle.ticket.push.WrittenTickets.Written;

/** Takes pushed tickets in (contract section 3). What is answered is committed; Kafka hears of it afterwards. */
@ApplicationScoped
public class Ingestion {

    /** In bytes: what takes more than about a millisecond to read does not hold up the event loop. */
    private static final int LARGE_BODY = 64 << 10;

    private final Pool pool;
    private final OrganisationZones zones;
    private final WrittenTickets tickets;
    private final Receipts receipts;
    private final Relay relay;
    private final ObjectMapper json;
    private final Ids ids;
    private final Clock clock;
    private final Vertx vertx;

    Ingestion(
            Pool pool,
            OrganisationZones zones,
            WrittenTickets tickets,
            Receipts receipts,
            Relay relay,
            ObjectMapper json,
            Ids ids,
            Clock clock,
            Vertx vertx) {
        this.pool = pool;
        this.zones = zones;
        this.tickets = tickets;
        this.receipts = receipts;
        this.relay = relay;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
        this.vertx = vertx;
    }

    /**
     * Stores an array of tickets, or one ticket.
     *
     * @param modules those the path takes
     * @param partial whether good items are stored although others are at fault
     * @param actor who pushes
     */
    public Uni<Receipt> save(int org, Set<Module> modules, byte[] body, boolean partial, String actor) {
        return zones.of(org)
                .chain(known -> read(org, known, modules, body))
                .map(batch -> batch.accepted(partial))
                .chain(batch -> store(org, batch, actor))
                .invoke(relay::wake);
    }

    private Uni<Batch> read(int org, KnownZones zones, Set<Module> modules, byte[] body) {
        return body.length < LARGE_BODY
                ? Uni.createFrom().item(() -> Batch.read(json.getFactory(), body, org, zones, modules))
                : vertx.executeBlocking(() -> Batch.read(json.getFactory(), body, org, zones, modules));
    }

    private Uni<Receipt> store(int org, Batch batch, String actor) {
        Instant now = clock.instant();
        return pool.withTransaction(
                tx -> write(tx, org, batch, now, actor).call(receipt -> receipts.add(tx, org, now, receipt)));
    }

    private Uni<Receipt> write(SqlConnection tx, int org, Batch batch, Instant now, String actor) {
        Collection<Push> winners = batch.winners();
        return tickets.write(tx, org, winners, now, actor)
                .chain(written ->
                        stale(tx, org, winners, written).map(stale -> receipt(batch, winners.size(), written, stale)));
    }

    private Uni<Integer> stale(SqlConnection tx, int org, Collection<Push> winners, Written written) {
        return written.inserted() + written.updated() == winners.size()
                ? Uni.createFrom().item(0)
                : tickets.countStale(tx, org, winners);
    }

    private Receipt receipt(Batch batch, int winners, Written written, int stale) {
        return new Receipt(
                String.valueOf(ids.next()),
                written.inserted(),
                written.updated(),
                winners - written.inserted() - written.updated() - stale,
                stale + batch.good().size() - winners,
                batch.refused(),
                batch.faults());
    }
}
