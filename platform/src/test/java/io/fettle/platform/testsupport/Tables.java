package io.fettle.platform.testsupport;

import java.util.List;

import io.quarkus.arc.Arc;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import io.fettle.platform.row.Rows;

/** Looks at the tables behind the service's back, and changes them: those of every organisation. */
public final class Tables {

    private Tables() {}

    public static List<Row> run(String statement, Object... values) {
        return Arc.container()
                .instance(Rows.class)
                .get()
                .ofEveryOrganisation()
                .execute(statement, Tuple.from(values))
                .map(rows -> rows.stream().toList())
                .await()
                .indefinitely();
    }

    /** The number in the first column of the only row. */
    public static long count(String statement, Object... values) {
        return run(statement, values).get(0).getLong(0);
    }
}
