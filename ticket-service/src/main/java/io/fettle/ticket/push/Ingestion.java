package io.fettle.ticket.push;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;

import io.fettle.platform.Ids;
import io.fettle.ticket.Module;
import io.fettle.ticket.date.KnownZones;
import io.fettle.ticket.date.OrganisationZones;

/** Takes pushed tickets in (contract section 3). What is answered is committed; Kafka hears of it afterwards. */
@ApplicationScoped
public class Ingestion {

    /** In bytes: what takes more than about a millisecond to read does not hold up the event loop. */
    private static final int LARGE_BODY = 64 << 10;

    private final OrganisationZones zones;
    private final SharedCommits commits;
    private final ObjectMapper json;
    private final Ids ids;
    private final Vertx vertx;

    Ingestion(OrganisationZones zones, SharedCommits commits, ObjectMapper json, Ids ids, Vertx vertx) {
        this.zones = zones;
        this.commits = commits;
        this.json = json;
        this.ids = ids;
        this.vertx = vertx;
    }

    /**
     * Stores an array of tickets, or one ticket.
     *
     * @param modules those the path takes
     * @param partial whether good items are stored although others are at fault
     */
    public Uni<Receipt> save(int org, Set<Module> modules, byte[] body, boolean partial, Sender sender) {
        return zones.of(org, sender.organisations())
                .chain(known -> read(org, known, modules, body))
                .map(batch -> batch.accepted(partial))
                .chain(batch -> commits.add(ids.next(), org, sender, batch));
    }

    private Uni<Batch> read(int org, KnownZones zones, Set<Module> modules, byte[] body) {
        return body.length < LARGE_BODY
                ? Uni.createFrom().item(() -> Batch.read(json.getFactory(), body, org, zones, modules))
                : vertx.executeBlocking(() -> Batch.read(json.getFactory(), body, org, zones, modules));
    }
}
