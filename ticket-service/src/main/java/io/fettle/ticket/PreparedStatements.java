package io.fettle.ticket;

import jakarta.inject.Singleton;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.sqlclient.Pool;

/** Has each statement prepared once per connection. The client does not keep those of over 2,048 characters otherwise. */
@Singleton
class PreparedStatements implements PgPoolCreator {

    @Override
    public Pool create(Input input) {
        input.pgConnectOptionsList().forEach(options -> options.setPreparedStatementCacheSqlFilter(sql -> true));
        return Pool.pool(input.vertx(), input.pgConnectOptionsList().get(0), input.poolOptions());
    }
}
