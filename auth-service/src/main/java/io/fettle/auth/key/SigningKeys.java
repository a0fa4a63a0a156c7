package io.fettle.auth.key;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

/** The keys that sign access tokens and verify them: kept encrypted in the database, held open in memory. */
@ApplicationScoped
public class SigningKeys {

    /** @param byId every published key, the newest first */
    private record Ring(SigningKey signing, Map<String, SigningKey> byId) {}

    private final Pool pool;
    private final MasterKey masterKey;
    private final Clock clock;
    private volatile Ring ring;

    SigningKeys(Pool pool, MasterKey masterKey, Clock clock) {
        this.pool = pool;
        this.masterKey = masterKey;
        this.clock = clock;
    }

    /** Runs on the main thread before the port opens: a service that cannot sign does not start. */
    void atStart(@Observes StartupEvent event) throws Throwable {
        VertxContextSupport.subscribeAndAwait(this::load);
    }

    /** The key that new tokens are signed with. */
    public SigningKey signing() {
        return ring.signing;
    }

    /** The key of that {@code kid}; empty if it is not or no longer published. */
    Optional<SigningKey> find(String id) {
        return Optional.ofNullable(ring.byId.get(id));
    }

    /** Every key that a valid token may be signed with. */
    Collection<SigningKey> published() {
        return ring.byId.values();
    }

    /** Reads the keys, and creates the first one if there is none. */
    Uni<Void> load() {
        return read().chain(found -> found.signing == null
                        ? create(pool, "signing").chain(this::read)
                        : Uni.createFrom().item(found))
                .invoke(found -> ring = found)
                .replaceWithVoid();
    }

    private Uni<Ring> read() {
        return pool.query("select kid, state, sealed_private_key from signing_key order by created_at desc")
                .execute()
                .map(this::open);
    }

    private Ring open(RowSet<Row> rows) {
        SigningKey signing = null;
        Map<String, SigningKey> byId = new LinkedHashMap<>();
        for (Row row : rows) {
            String id = row.getString("kid");
            var key = SigningKey.of(
                    masterKey.open(row.get(Buffer.class, "sealed_private_key").getBytes(), id));
            byId.put(id, key);
            signing = row.getString("state").equals("signing") ? key : signing;
        }
        return new Ring(signing, byId);
    }

    /** Several replicas may try at once: the unique index lets one key in, and all then read that one. */
    Uni<Void> create(SqlClient client, String state) {
        return Uni.createFrom()
                .item(SigningKey::generate)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(key -> insert(client, key, state));
    }

    private Uni<Void> insert(SqlClient client, SigningKey key, String state) {
        return client.preparedQuery("""
                        insert into signing_key (kid, state, sealed_private_key, created_at, state_since)
                        values ($1, $2, $3, $4, $4)
                        on conflict do nothing
                        """)
                .execute(Tuple.of(
                        key.id(),
                        state,
                        Buffer.buffer(masterKey.seal(key.privateKey().getEncoded(), key.id())),
                        clock.instant().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}
