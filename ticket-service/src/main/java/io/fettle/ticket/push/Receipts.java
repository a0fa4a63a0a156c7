package io.fettle.ticket.push;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import io.fettle.platform.error.ServiceException;
import io.fettle.platform.row.Rows;

/** The receipts of accepted pushes. */
@ApplicationScoped
class Receipts {

    private final Rows rows;

    Receipts(Rows rows) {
        this.rows = rows;
    }

    /** @param id as written in the path */
    Uni<Receipt> require(int org, String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw ServiceException.notFound("request", id);
        }
        return rows.ofCaller()
                .execute("select * from receipt where org = $1 and id = $2", Tuple.of(org, Long.valueOf(id)))
                .map(found -> {
                    if (found.size() == 0) {
                        throw ServiceException.notFound("request", id);
                    }
                    return receipt(found.iterator().next());
                });
    }

    private static Receipt receipt(Row row) {
        return new Receipt(
                String.valueOf(row.getLong("id")),
                row.getInteger("inserted"),
                row.getInteger("updated"),
                row.getInteger("unchanged"),
                row.getInteger("stale"),
                row.getInteger("refused"),
                List.of());
    }
}
