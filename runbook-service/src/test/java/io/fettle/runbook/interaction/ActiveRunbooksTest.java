package io.fettle.runbook.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import io.fettle.runbook.testsupport.ARunbook;
import io.fettle.runbook.testsupport.Catalogue;

@QuarkusTest
class ActiveRunbooksTest {

    @Inject
    ActiveRunbooks runbooks;

    @Inject
    Pool pool;

    @Test
    void aChangeOfTheCatalogueWaitsForTheDecisionsUnderWay() {
        var connection = pool.getConnectionAndAwait();
        var decision = connection.beginAndAwait();
        assertThat(runbooks.in(connection, 501).await().indefinitely().runbooks())
                .isEmpty();

        var change = CompletableFuture.runAsync(() -> Catalogue.add(501, ARunbook.called("a")));
        Awaitility.await().until(() -> change.isDone() || waitingForALock() == 1);
        assertThat(change).isNotDone();

        decision.commitAndAwait();
        assertThat(change).succeedsWithin(Duration.ofSeconds(10));
        connection.closeAndAwait();
    }

    @Test
    void theNextDecisionSeesTheChange() {
        Catalogue.add(502, ARunbook.called("a"));
        assertThat(seenBy(502)).containsExactly("restart-spooler");
        Catalogue.replace(502, "a", ARunbook.called("a").named("changed"));
        Catalogue.add(502, ARunbook.called("b").inactive());
        assertThat(seenBy(502)).containsExactly("changed");
    }

    private List<String> seenBy(int org) {
        return pool.withTransaction(tx -> runbooks.in(tx, org)).await().indefinitely().runbooks().stream()
                .map(runbook -> runbook.runbook().runbookName())
                .toList();
    }

    private long waitingForALock() {
        return pool.query("select count(*) from pg_locks where locktype = 'advisory' and objid = 501 and not granted")
                .executeAndAwait()
                .iterator()
                .next()
                .getLong(0);
    }
}
