package io.fettle.auth.organisation;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;

import io.fettle.platform.error.ServiceException;
import io.fettle.platform.event.Outbox;
import io.fettle.platform.event.Relay;

/** The organisations of the platform. Other services hear of every change. */
@ApplicationScoped
public class Organisations {

    private final Pool pool;
    private final StoredOrganisations stored;
    private final Outbox outbox;
    private final Relay relay;
    private final Clock clock;

    Organisations(Pool pool, StoredOrganisations stored, Outbox outbox, Relay relay, Clock clock) {
        this.pool = pool;
        this.stored = stored;
        this.outbox = outbox;
        this.relay = relay;
        this.clock = clock;
    }

    /** @throws ServiceException if the body is malformed or the number is taken */
    Uni<Void> create(Organisation posted) {
        posted.requireNew();
        Organisation organisation = Organisation.blank(posted.id()).with(posted);
        return pool.withTransaction(tx -> stored.insert(tx, organisation)
                        .invoke(isFree -> requireFree(isFree, organisation.id()))
                        .chain(() -> tell(tx, organisation)))
                .invoke(relay::wake);
    }

    /** Changes what is given; the rest stays. */
    Uni<Void> change(int id, Organisation change) {
        change.requireChangeOf(id);
        return pool.withTransaction(tx -> stored.lock(tx, id)
                        .chain(() -> require(tx, id))
                        .map(organisation -> organisation.with(change))
                        .call(organisation -> stored.update(tx, organisation))
                        .chain(organisation -> tell(tx, organisation)))
                .invoke(relay::wake);
    }

    Uni<Organisation> require(int id) {
        return require(pool, id);
    }

    /** The next organisations in the order of their numbers, at most {@code most} of them. */
    Uni<List<Organisation>> after(int id, int most) {
        return stored.after(pool, id, most);
    }

    /** Those of the numbers that are no organisation's. */
    public Uni<Set<Integer>> unknown(Collection<Integer> ids) {
        var unknown = new LinkedHashSet<>(ids);
        return stored.known(pool, ids).invoke(unknown::removeAll).replaceWith(unknown);
    }

    private Uni<Organisation> require(SqlClient client, int id) {
        return stored.find(client, id).onItem().ifNull().failWith(() -> ServiceException.notFound("organization", id));
    }

    private Uni<Void> tell(SqlConnection tx, Organisation organisation) {
        return outbox.add(
                tx,
                "organization",
                String.valueOf(organisation.id()),
                new OrganizationChanged(
                        UUID.randomUUID(),
                        clock.instant(),
                        organisation.id(),
                        organisation.timeZone(),
                        organisation.zoneOverrides()));
    }

    private static void requireFree(boolean isFree, int id) {
        if (!isFree) {
            throw ServiceException.notPossible("Organization " + id + " exists already");
        }
    }
}
