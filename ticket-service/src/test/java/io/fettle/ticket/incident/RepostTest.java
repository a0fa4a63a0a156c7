package io.fettle.ticket.incident;

import static io.fettle.ticket.testsupport.AnIncident.anIncident;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.fettle.ticket.testsupport.AnIncident;
import io.fettle.ticket.testsupport.Connector;

@QuarkusTest
class RepostTest {

    private final Connector connector = new Connector();

    @Test
    void postingTheSameArrayAgainChangesNothing() {
        AnIncident[] incidents = {anIncident(), anIncident().with("Col3", "x").with("ResolvedDate", "2020-01-30")};
        assertThat(connector.receiptOf(incidents)).containsEntry("Inserted", 2);
        var before = connector.find("");
        assertThat(connector.receiptOf(incidents))
                .containsEntry("Unchanged", 2)
                .containsEntry("Inserted", 0)
                .containsEntry("Updated", 0)
                .containsEntry("Stale", 0);
        assertThat(connector.find("")).isEqualTo(before);
        assertThat(connector.historyOf(incidents[0])).hasSize(1);
    }

    @Test
    void aNewerPostUpdates() {
        AnIncident first = anIncident();
        connector.push(first).statusCode(200);
        assertThat(connector.receiptOf(
                        first.modified("2020-01-30").with("Summary", "Newer").without("Col1")))
                .containsEntry("Updated", 1);
        assertThat(summaries()).containsExactly("Newer");
    }

    @Test
    void anOlderPostNeverOverwritesANewerOne() {
        AnIncident first = anIncident();
        connector.push(first).statusCode(200);
        assertThat(connector.receiptOf(first.modified("2020-01-28").with("Summary", "Older")))
                .containsEntry("Stale", 1)
                .containsEntry("Updated", 0);
        assertThat(summaries()).containsExactly("Print spooler stopped");
    }

    @Test
    void theSameDateWithOtherContentUpdates() {
        AnIncident first = anIncident();
        connector.push(first).statusCode(200);
        assertThat(connector.receiptOf(first.with("Col7", "other"))).containsEntry("Updated", 1);
        assertThat(connector.receiptOf(first.with("Col7", "other"))).containsEntry("Unchanged", 1);
        assertThat(connector.find("")).extracting(item -> item.get("Col7")).containsExactly("other");
    }

    @Test
    void ofOneKeyTwiceInAnArrayTheLastByDateThenByPositionWins() {
        AnIncident ticket = anIncident();
        assertThat(connector.receiptOf(
                        ticket.modified("2020-03-01").with("Summary", "newest, first"),
                        ticket.modified("2020-03-01").with("Summary", "newest, last"),
                        ticket.modified("2020-02-01").with("Summary", "older")))
                .containsEntry("Inserted", 1)
                .containsEntry("Stale", 2);
        assertThat(summaries()).containsExactly("newest, last");
    }

    @Test
    void aTicketIsOrganisationModuleAndSysId() {
        AnIncident ticket = anIncident();
        assertThat(connector.receiptOf(
                        ticket, ticket.with("ModuleId", 9), ticket.with("sys_id", "  " + ticket.sysId() + "\t")))
                .containsEntry("Inserted", 2);
        assertThat(new Connector().receiptOf(ticket)).containsEntry("Inserted", 1);
    }

    @Test
    void anUpdateNeverMovesTheStatus() {
        AnIncident ticket = anIncident();
        connector.push(ticket).statusCode(200);
        connector
                .push(ticket.modified("2020-02-01").with("StatusCode", "Closed"))
                .statusCode(200);
        assertThat(connector.statusOf(ticket)).isEqualTo("Data Collected");
        assertThat(connector.historyOf(ticket))
                .extracting(line -> line.get("To"))
                .containsOnly("Data Collected");
    }

    @Test
    void twentyFourPostsAtOnceLeaveOneRow() throws Exception {
        AnIncident[] incidents =
                IntStream.range(0, 20).mapToObj(i -> anIncident()).toArray(AnIncident[]::new);
        var threads = Executors.newFixedThreadPool(24);
        try {
            List<Future<Map<String, Object>>> receipts = IntStream.range(0, 24)
                    .mapToObj(i -> threads.submit(() -> connector.receiptOf(incidents)))
                    .toList();
            int inserted = 0;
            for (var receipt : receipts) {
                inserted += (int) receipt.get().get("Inserted");
            }
            assertThat(inserted).isEqualTo(20);
        } finally {
            threads.shutdownNow();
        }
        assertThat(connector.find("")).hasSize(20);
        assertThat(connector.historyOf(incidents[0])).hasSize(1);
    }

    @Test
    void arraysInOppositeOrdersDoNotLockEachOtherOut() throws Exception {
        AnIncident[] up = IntStream.range(0, 50).mapToObj(i -> anIncident()).toArray(AnIncident[]::new);
        AnIncident[] down = IntStream.range(0, 50).mapToObj(i -> up[49 - i]).toArray(AnIncident[]::new);
        var threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> posts = IntStream.range(0, 32)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> {
                        AnIncident[] array = i % 2 == 0 ? up : down;
                        connector
                                .push(IntStream.range(0, 50)
                                        .mapToObj(n -> array[n].modified("2020-02-01 00:00:0" + i % 10))
                                        .toArray(AnIncident[]::new))
                                .statusCode(200);
                    }))
                    .toList();
            for (Future<?> post : posts) {
                post.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(connector.find("")).hasSize(50);
    }

    @Test
    void aReceiptIsOfItsOrganisationOnly() {
        String id = connector.push(anIncident()).extract().path("Id");
        var other = new Connector();
        other.get("/v2/requests/" + id + "/" + other.org()).statusCode(404).body("Status", equalTo("Fail"));
        connector.get("/v2/requests/nonsense/" + connector.org()).statusCode(404);
    }

    private List<Object> summaries() {
        return connector.find("").stream().map(item -> item.get("Summary")).toList();
    }
}
