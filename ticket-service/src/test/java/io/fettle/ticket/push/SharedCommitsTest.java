package io.fettle.ticket.push;

import static io.fettle.ticket.testsupport.AnIncident.anIncident;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import org.junit.jupiter.api.Test;

import io.fettle.platform.caller.Organisations;
import io.fettle.platform.testsupport.Tables;
import io.fettle.ticket.Module;
import io.fettle.ticket.date.OrganisationZones;
import io.fettle.ticket.testsupport.AnIncident;
import io.fettle.ticket.testsupport.Connector;

@QuarkusTest
class SharedCommitsTest {

    private static final int REQUESTS = 20;

    private final Connector connector = new Connector();

    @Inject
    Ingestion ingestion;

    @Inject
    OrganisationZones zones;

    @Inject
    Pool pool;

    @Test
    void pushesThatArriveDuringCommitsShareTheNextOne() {
        List<CompletableFuture<Receipt>> answers = pushWhileTheTableIsLocked(incidents());
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().inserted()).isEqualTo(1));
        assertThat(transactions()).isEqualTo(2);
    }

    @Test
    void eachPushHasAReceiptOfItsOwn() {
        AnIncident ticket = anIncident();
        List<CompletableFuture<Receipt>> answers = pushWhileTheTableIsLocked(IntStream.range(0, REQUESTS)
                .mapToObj(i -> i % 2 == 0 ? ticket : anIncident())
                .toList());
        assertThat(answers.stream()
                        .map(CompletableFuture::join)
                        .mapToInt(Receipt::inserted)
                        .sum())
                .isEqualTo(REQUESTS / 2 + 1);
        assertThat(answers.stream()
                        .map(CompletableFuture::join)
                        .mapToInt(Receipt::unchanged)
                        .sum())
                .isEqualTo(REQUESTS / 2 - 1);
        assertThat(answers)
                .extracting(answer -> connector.receipt(answer.join().id()).get("Id"))
                .doesNotHaveDuplicates();
    }

    @Test
    void aPushThatFailsTakesNoOtherWithIt() {
        AnIncident poison = anIncident().with("sys_id", "poison");
        refuse("poison");
        List<AnIncident> incidents = incidents();
        List<CompletableFuture<Receipt>> answers = pushWhileTheTableIsLocked(IntStream.range(0, REQUESTS)
                .mapToObj(i -> i == REQUESTS / 2 ? poison : incidents.get(i))
                .toList());
        for (int i = 0; i < REQUESTS; i++) {
            boolean fails = i == REQUESTS / 2;
            await().until(answers.get(i)::isDone);
            assertThat(answers.get(i).isCompletedExceptionally()).isEqualTo(fails);
        }
        assertThat(connector.find("")).hasSize(REQUESTS - 1);
    }

    /** All places are taken by then, and whatever comes later waits. */
    private List<CompletableFuture<Receipt>> pushWhileTheTableIsLocked(List<AnIncident> incidents) {
        zones.of(connector.org(), sender().organisations())
                .await()
                .indefinitely(); // so that a push waits for its commit alone
        SqlConnection other = pool.getConnectionAndAwait();
        try {
            other.query("begin").executeAndAwait();
            other.query("lock table ticket in share mode").executeAndAwait();
            var answers = incidents.stream().map(this::push).toList();
            other.query("commit").executeAndAwait();
            return answers;
        } finally {
            other.closeAndAwait();
        }
    }

    private CompletableFuture<Receipt> push(AnIncident incident) {
        byte[] body = AnIncident.array(incident).getBytes(StandardCharsets.UTF_8);
        return ingestion
                .save(connector.org(), EnumSet.of(Module.INCIDENT), body, false, sender())
                .subscribeAsCompletionStage();
    }

    private long transactions() {
        return Tables.count("select count(distinct xmin::text) from ticket where org = $1", connector.org());
    }

    private void refuse(String sysId) {
        Tables.run("""
                        create function refuse() returns trigger language plpgsql as
                        $$ begin raise exception 'refused'; end $$
                        """);
        Tables.run("""
                        create trigger refuse before insert on ticket for each row when (new.sys_id = '%s')
                        execute function refuse()
                        """.formatted(sysId));
    }

    private Sender sender() {
        return new Sender("connector@example.org", Organisations.ALL.only(connector.org()));
    }

    private static List<AnIncident> incidents() {
        return IntStream.range(0, REQUESTS).mapToObj(i -> anIncident()).toList();
    }
}
