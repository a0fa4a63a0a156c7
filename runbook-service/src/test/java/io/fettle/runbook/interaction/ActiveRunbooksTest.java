package io.fettle.runbook.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import io.fettle.platform.row.Rows;
import io.fettle.platform.testsupport.Tables;
import io.fettle.runbook.testsupport.ARunbook;
import io.fettle.runbook.testsupport.Catalogue;

@QuarkusTest
class ActiveRunbooksTest {

    @Inject
    ActiveRunbooks runbooks;

    @Inject
    Rows rows;

    @Test
    void aChangeOfTheCatalogueWaitsForTheDecisionsUnderWay() {
        var seen = new CompletableFuture<ActiveRunbooks.Catalogue>();
        var decided = new CompletableFuture<Void>();
        var decision = rows.ofEveryOrganisation()
                .inTransaction(tx -> runbooks.in(tx, 501)
                        .invoke(seen::complete)
                        .chain(() -> Uni.createFrom().completionStage(decided)))
                .subscribeAsCompletionStage();
        assertThat(seen.join().runbooks()).isEmpty();

        var change = CompletableFuture.runAsync(() -> Catalogue.add(501, ARunbook.called("a")));
        Awaitility.await().until(() -> change.isDone() || waitingForALock() == 1);
        assertThat(change).isNotDone();

        decided.complete(null);
        decision.join();
        assertThat(change).succeedsWithin(Duration.ofSeconds(10));
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
        return rows
                .ofEveryOrganisation()
                .inTransaction(tx -> runbooks.in(tx, org))
                .await()
                .indefinitely()
                .runbooks()
                .stream()
                .map(runbook -> runbook.runbook().runbookName())
                .toList();
    }

    private static long waitingForALock() {
        return Tables.count(
                "select count(*) from pg_locks where locktype = 'advisory' and objid = 501 and not granted");
    }
}
