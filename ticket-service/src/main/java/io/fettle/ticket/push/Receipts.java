package io.fettle.ticket.push;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import io.fettle.platform.error.ServiceException;
import io.fettle.ticket.date.Gmt;

/** The receipts of accepted pushes. */
@ApplicationScoped
class Receipts {

    private final Pool pool;

    Receipts(Pool pool) {
        this.pool = pool;
    }

    /** @param requests those the receipts are of, in the same order */
    Uni<Void> add(SqlConnection tx, Instant receivedAt, List<Request> requests, List<Receipt> receipts) {
        return tx.preparedQuery("""
                        insert into receipt (received_at, id, org, inserted, updated, unchanged, stale, refused)
                        select $1, receipt.*
                        from unnest($2::bigint[], $3::integer[], $4::integer[], $5::integer[], $6::integer[],
                            $7::integer[], $8::integer[])
                            as receipt (id, org, inserted, updated, unchanged, stale, refused)
                        """)
                .execute(Tuple.from(new Object[] {
                    Gmt.column(receivedAt),
                    requests.stream().map(Request::id).toArray(Long[]::new),
                    requests.stream().map(Request::org).toArray(Integer[]::new),
                    counts(receipts, Receipt::inserted),
                    counts(receipts, Receipt::updated),
                    counts(receipts, Receipt::unchanged),
                    counts(receipts, Receipt::stale),
                    counts(receipts, Receipt::refused)
                }))
                .replaceWithVoid();
    }

    private static Integer[] counts(List<Receipt> receipts, Function<Receipt, Integer> count) {
        return receipts.stream().map(count).toArray(Integer[]::new);
    }

    /** @param id as written in the path */
    Uni<Receipt> require(int org, String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw ServiceException.notFound("request", id);
        }
        return pool.preparedQuery("select * from receipt where org = $1 and id = $2")
                .execute(Tuple.of(org, Long.valueOf(id)))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw ServiceException.notFound("request", id);
                    }
                    return receipt(rows.iterator().next());
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
