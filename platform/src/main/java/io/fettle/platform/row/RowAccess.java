package io.fettle.platform.row;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import io.fettle.platform.caller.Organisations;

/**
 * Statements on the rows of some organisations. The setting that the policies read is local to a transaction, so that none is
 * left on the connection whatever happens, and is sent with what follows it: it costs no round trip.
 *
 * <p>What was begun is brought to its end, also when nobody waits for it any more.
 */
public final class RowAccess {

    private final Pool pool;
    private final Organisations organisations;

    RowAccess(Pool pool, Organisations organisations) {
        this.pool = pool;
        this.organisations = organisations;
    }

    /** Runs one statement. */
    public Uni<RowSet<Row>> execute(String statement) {
        return execute(statement, Tuple.tuple());
    }

    /** Runs one statement, in a transaction of its own. */
    public Uni<RowSet<Row>> execute(String statement, Tuple values) {
        return connected(connection -> Uni.createFrom().completionStage(() -> {
            var begun = begin(connection);
            var rows = connection.preparedQuery(statement).execute(values).subscribeAsCompletionStage();
            var committed = end(connection, "commit");
            // Replies come in order: when the last is there, all are. The first failure tells the cause.
            return committed
                    .handle((reply, failure) -> reply)
                    .thenCompose(last -> begun)
                    .thenCompose(set -> rows)
                    .thenCombine(committed, (result, reply) -> result);
        }));
    }

    /** Runs several statements, which are committed if the work succeeds and undone if it fails. */
    public <T> Uni<T> inTransaction(Function<SqlConnection, Uni<T>> work) {
        return connected(connection -> Uni.createFrom()
                .completionStage(() -> begin(connection))
                .chain(() -> work.apply(connection))
                .call(() -> Uni.createFrom().completionStage(() -> end(connection, "commit")))
                .onFailure()
                .call(() -> Uni.createFrom()
                        .completionStage(() -> end(connection, "rollback"))
                        .onFailure()
                        .recoverWithNull()));
    }

    /** One message for both, whose price small statements feel. The setting is of numbers, commas and a star only. */
    private CompletableFuture<RowSet<Row>> begin(SqlConnection connection) {
        return connection
                .query("begin; set local fettle.orgs = '%s'".formatted(organisations.setting()))
                .execute()
                .subscribeAsCompletionStage();
    }

    private static CompletableFuture<RowSet<Row>> end(SqlConnection connection, String command) {
        return connection.query(command).execute().subscribeAsCompletionStage();
    }

    /** On a connection that goes back to the pool after the work, and not before it is over: cancelling does not reach it. */
    private <T> Uni<T> connected(Function<SqlConnection, Uni<T>> work) {
        Uni<T> whole = pool.getConnection()
                .chain(connection ->
                        Uni.createFrom().deferred(() -> work.apply(connection)).eventually(connection::close))
                .onFailure(Refusal::isRowSecurity)
                .transform(Refusal::forbidden);
        return Uni.createFrom()
                .completionStage(() -> whole.subscribeAsCompletionStage().thenApply(Function.identity()));
    }
}
