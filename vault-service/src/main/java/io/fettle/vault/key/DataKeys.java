package io.fettle.vault.key;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;

import io.fettle.platform.caller.Organisations;
import io.fettle.platform.row.Sessions;

/** The keys that secrets are encrypted with, one for each organisation; made with its first secret. */
@ApplicationScoped
public class DataKeys {

    private final MasterKey masterKey;
    private final Clock clock;

    DataKeys(MasterKey masterKey, Clock clock) {
        this.masterKey = masterKey;
        this.clock = clock;
    }

    /** Runs on the main thread before the port opens: under another master key the service does not start. */
    void atStart(@Observes StartupEvent event) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> Sessions.read(
                        Organisations.ALL,
                        () -> DataKeyRow.<DataKeyRow>findAll().firstResult())
                .invoke(row -> requireMasterKeyOf(row)));
    }

    /** The key of an organisation that has secrets, in the caller's transaction. */
    public Uni<SealingKey> of(int org) {
        return DataKeyRow.<DataKeyRow>findById(org).map(this::open);
    }

    /** The key of an organisation, which is made if there is none, in the caller's transaction. */
    public Uni<SealingKey> ensure(int org) {
        return DataKeyRow.<DataKeyRow>findById(org)
                .chain(row -> row == null
                        ? create(org).chain(() -> of(org))
                        : Uni.createFrom().item(open(row)));
    }

    /** Of two at once one waits for the other and adds nothing. */
    private Uni<Integer> create(int org) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        insert into data_key (org, wrapped, created_at) values (:org, :wrapped, :now)
                        on conflict do nothing
                        """)
                        .setParameter("org", org)
                        .setParameter("wrapped", masterKey.wrap(SealingKey.randomBytes(), org))
                        .setParameter("now", clock.instant())
                        .executeUpdate());
    }

    private void requireMasterKeyOf(DataKeyRow row) {
        if (row != null) {
            open(row);
        }
    }

    private SealingKey open(DataKeyRow row) {
        try {
            return masterKey.unwrap(row.wrapped, row.org);
        } catch (IllegalStateException e) {
            throw new IllegalStateException(
                    "FETTLE_VAULT_MASTER_KEY does not open the data key of organisation " + row.org, e);
        }
    }
}
