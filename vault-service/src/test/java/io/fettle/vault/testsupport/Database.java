package io.fettle.vault.testsupport;

import java.util.List;
import java.util.stream.StreamSupport;

import jakarta.inject.Singleton;

import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

/** Looks at the tables behind the service's back, as one does who got hold of them. */
@Singleton
public class Database {

    private final Pool pool;

    Database(Pool pool) {
        this.pool = pool;
    }

    public List<Row> run(String sql) {
        try {
            RowSet<Row> rows =
                    VertxContextSupport.subscribeAndAwait(() -> pool.query(sql).execute());
            return StreamSupport.stream(rows.spliterator(), false).toList();
        } catch (Throwable e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Every row of every table of the service, as text. */
    public List<String> everything() {
        return run("select table_name from information_schema.tables where table_schema = current_schema()").stream()
                .map(table -> table.getString(0))
                .flatMap(table -> run("select t::text from " + table + " t").stream())
                .map(row -> row.getString(0))
                .toList();
    }
}
