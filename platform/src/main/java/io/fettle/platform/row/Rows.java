package io.fettle.platform.row;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Unremovable;
import io.vertx.mutiny.sqlclient.Pool;

import io.fettle.platform.caller.Caller;
import io.fettle.platform.caller.Organisations;

/**
 * The way to the tables. Whoever works on them says whose rows it works on, and Postgres gives and takes no others: see
 * {@code db/row}. Work that says nothing sees nothing.
 */
@ApplicationScoped
@Unremovable // tests look at tables with it, also where a service has Sessions only
public class Rows {

    private final Pool pool;
    private final Caller caller;

    Rows(Pool pool, Caller caller) {
        this.pool = pool;
        this.caller = caller;
    }

    /** For a call: the organisations that the caller's token names, as it is now. */
    public RowAccess ofCaller() {
        return of(caller.organisations());
    }

    /** For what a call left to do later. */
    public RowAccess of(Organisations organisations) {
        return new RowAccess(pool, organisations);
    }

    /** For work that no call waits for: the relay, consumers of events, leases, retention. */
    public RowAccess ofEveryOrganisation() {
        return of(Organisations.ALL);
    }

    /** For tables in which no row is an organisation's. */
    public RowAccess ofNoOrganisation() {
        return of(Organisations.NONE);
    }
}
