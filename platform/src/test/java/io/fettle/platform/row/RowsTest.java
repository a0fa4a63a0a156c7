package io.fettle.platform.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.fettle.platform.caller.Organisations;
import io.fettle.platform.error.ServiceException;
import io.fettle.platform.testsupport.TableSecurity;
import io.fettle.platform.testsupport.Tables;

@QuarkusTest
@TestProfile(RowsTest.OneConnection.class)
class RowsTest {

    private static final Organisations SEVEN = Organisations.ALL.only(7);
    private static final Organisations EIGHT = Organisations.ALL.only(8);
    private static final Organisations BOTH = Organisations.union(List.of(SEVEN, EIGHT));

    /** What one caller left behind would be the next one's. */
    public static final class OneConnection implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.datasource.reactive.max-size", "1");
        }
    }

    @Inject
    Rows rows;

    @Inject
    Pool pool;

    @BeforeEach
    void bothHaveANote() {
        Tables.run("delete from note");
        Tables.run("insert into note values (7, 'seven'), (8, 'eight')");
    }

    @Test
    void workSeesTheRowsItSaysAndNoOthers() {
        assertThat(seenBy(SEVEN)).containsExactly("seven");
        assertThat(seenBy(EIGHT)).containsExactly("eight");
        assertThat(seenBy(BOTH)).containsExactly("seven", "eight");
        assertThat(seenBy(Organisations.ALL)).containsExactly("seven", "eight");
        assertThat(seenBy(Organisations.NONE)).isEmpty();
    }

    @Test
    void workThatSaysNothingSeesAndChangesNothing() {
        assertThat(pool.query("select text from note").executeAndAwait().size()).isZero();
        assertThat(pool.query("delete from note").executeAndAwait().rowCount()).isZero();
        assertThatThrownBy(() ->
                        pool.query("insert into note values (7, 'forged')").executeAndAwait())
                .isInstanceOf(PgException.class);
    }

    @Test
    void workChangesNoRowOfAnotherAndMakesNone() {
        assertThat(run(SEVEN, "delete from note where org = 8")).isZero();
        assertThat(run(SEVEN, "update note set text = 'changed'")).isEqualTo(1);
        for (String forgery : List.of("insert into note values (8, 'forged')", "update note set org = 8")) {
            assertThatThrownBy(() -> run(SEVEN, forgery))
                    .isInstanceOfSatisfying(
                            ServiceException.class,
                            e -> assertThat(e.kind()).isEqualTo(ServiceException.Kind.FORBIDDEN));
        }
        assertThat(seenBy(Organisations.ALL)).containsExactly("changed", "eight");
    }

    @Test
    void aTransactionIsWholeOrNothing() {
        insert("kept", Uni.createFrom().voidItem()).await().indefinitely();
        assertThatThrownBy(() -> insert("undone", Uni.createFrom().failure(new IllegalStateException("undo")))
                        .await()
                        .indefinitely())
                .isInstanceOf(IllegalStateException.class);
        assertThat(seenBy(SEVEN)).containsExactly("kept", "seven");
    }

    @Test
    void nothingIsLeftOnTheConnection() {
        seenBy(SEVEN);
        assertNothingIsLeft();
        assertThatThrownBy(() -> run(SEVEN, "select 1 / 0")).isInstanceOf(PgException.class);
        assertNothingIsLeft();
        assertThatThrownBy(() -> run(SEVEN, "no statement")).isInstanceOf(PgException.class);
        assertNothingIsLeft();
        assertThatThrownBy(() -> insert("undone", Uni.createFrom().failure(new IllegalStateException("undo")))
                        .await()
                        .indefinitely())
                .isInstanceOf(IllegalStateException.class);
        assertNothingIsLeft();
        assertThatThrownBy(() -> rows.of(SEVEN)
                        .inTransaction(tx -> {
                            throw new IllegalStateException("at once");
                        })
                        .await()
                        .indefinitely())
                .isInstanceOf(IllegalStateException.class);
        assertNothingIsLeft();
    }

    @Test
    void workThatNobodyWaitsForAnyMoreIsBroughtToItsEnd() {
        rows.of(SEVEN)
                .execute("insert into note values (7, 'abandoned')")
                .subscribe()
                .with(done -> {})
                .cancel();
        var working = new CompletableFuture<Void>();
        var goOn = new CompletableFuture<Void>();
        var transaction = insert("also", Uni.createFrom().completionStage(() -> {
                    working.complete(null);
                    return goOn;
                }))
                .subscribe()
                .with(done -> {});
        await().until(working::isDone);
        transaction.cancel();
        goOn.complete(null);
        assertNothingIsLeft();
        assertThat(seenBy(SEVEN)).containsExactly("abandoned", "also", "seven");
    }

    @Test
    void callersAtOnceSeeTheirOwn() {
        var answers = IntStream.range(0, 200)
                .mapToObj(i -> i % 2 == 0 ? SEVEN : EIGHT)
                .map(caller -> rows.of(caller)
                        .execute("select org from note")
                        .map(found ->
                                found.stream().map(row -> row.getInteger(0)).toList())
                        .invoke(orgs -> assertThat(orgs).isEqualTo(List.copyOf(caller.numbers()))))
                .toList();
        Uni.join().all(answers).andCollectFailures().await().indefinitely();
    }

    @Test
    void everyTableOfAnOrganisationIsSecured() {
        TableSecurity.everyTableIsSecured();
        TableSecurity.aStatementThatSaysNothingSeesNothing(7);
        TableSecurity.whatIsDoneForOneTouchesNoRowOfAnother(7, 8);
    }

    private Uni<Void> insert(String text, Uni<Void> afterwards) {
        return rows.of(SEVEN).inTransaction(tx -> insert(tx, text).chain(() -> afterwards));
    }

    private static Uni<Void> insert(SqlConnection tx, String text) {
        return tx.preparedQuery("insert into note values (7, $1)")
                .execute(Tuple.of(text))
                .replaceWithVoid();
    }

    private void assertNothingIsLeft() {
        var row = pool.query("select current_setting('fettle.orgs', true), pg_current_xact_id_if_assigned()::text")
                .executeAndAwait()
                .iterator()
                .next();
        assertThat(row.getString(0)).isNullOrEmpty();
        assertThat(row.getString(1)).as("no transaction is open").isNull();
    }

    private int run(Organisations organisations, String statement) {
        return rows.of(organisations).execute(statement).await().indefinitely().rowCount();
    }

    private List<String> seenBy(Organisations organisations) {
        return rows
                .of(organisations)
                .execute("select text from note order by org, text")
                .await()
                .indefinitely()
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }
}
