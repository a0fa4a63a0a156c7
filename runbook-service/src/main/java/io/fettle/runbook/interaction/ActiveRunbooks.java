package io.fettle.runbook.interaction;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import io.fettle.runbook.catalogue.Runbook;
import io.fettle.runbook.decision.ActiveRunbook;

/**
 * The active runbooks of an organisation as a decision's transaction sees them. They are kept compiled by the catalogue's
 * revision, which is read in that transaction: what is kept can be old, but is never used then.
 */
@ApplicationScoped
class ActiveRunbooks {

    private static final int MOST_KEPT = 200;

    private final Map<Integer, Catalogue> kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Catalogue> eldest) {
            return size() > MOST_KEPT;
        }
    });

    record Catalogue(long revision, List<ActiveRunbook> runbooks) {

        Optional<ActiveRunbook> get(String runbookId) {
            return runbooks.stream()
                    .filter(runbook -> runbook.id().equals(runbookId))
                    .findFirst();
        }
    }

    /** Keeps the catalogue as it is until the transaction ends: a change waits, see the catalogue's own lock. */
    Uni<Catalogue> in(SqlConnection tx, int org) {
        return tx.preparedQuery("select pg_advisory_xact_lock_shared(hashtext('catalogue'), $1)")
                .execute(Tuple.of(org))
                .chain(() -> revision(tx, org))
                .chain(revision -> {
                    Catalogue known = kept.get(org);
                    return known != null && known.revision() == revision
                            ? Uni.createFrom().item(known)
                            : load(tx, org, revision).invoke(catalogue -> kept.put(org, catalogue));
                });
    }

    private static Uni<Long> revision(SqlConnection tx, int org) {
        return tx.preparedQuery("select revision from catalogue where org = $1")
                .execute(Tuple.of(org))
                .map(rows -> rows.size() == 0 ? 0L : rows.iterator().next().getLong("revision"));
    }

    private static Uni<Catalogue> load(SqlConnection tx, int org, long revision) {
        return tx.preparedQuery(
                        "select revision, definition from runbook where org = $1 and active order by runbook_id")
                .execute(Tuple.of(org))
                .map(rows -> rows.stream().map(ActiveRunbooks::compiled).toList())
                .map(runbooks -> new Catalogue(revision, runbooks));
    }

    private static ActiveRunbook compiled(Row row) {
        return ActiveRunbook.of(row.getJsonObject("definition").mapTo(Runbook.class), row.getLong("revision"));
    }
}
