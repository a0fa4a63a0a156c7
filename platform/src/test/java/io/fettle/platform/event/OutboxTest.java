package io.fettle.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutboxTest {

    @Inject
    Pool pool;

    @Inject
    Outbox outbox;

    @Inject
    Relay relay;

    @BeforeEach
    void forget() {
        pool.query("delete from effect").executeAndAwait();
    }

    @Test
    void eventsOfOneKeyHaveTheirEffectOnceAndInOrder() {
        List<Note> notes =
                IntStream.range(0, 300).mapToObj(i -> note("note " + i)).toList();
        add(notes);
        await().untilAsserted(() -> assertThat(effects())
                .containsExactlyElementsOf(notes.stream().map(Note::text).toList()));
    }

    @Test
    void eventsThatAreTooLargeTogetherGoOneAfterTheOther() {
        String large = "x".repeat(1000);
        List<Note> notes = IntStream.range(0, 20).mapToObj(i -> note(i + large)).toList();
        add(notes);
        await().untilAsserted(() -> assertThat(effects())
                .containsExactlyElementsOf(notes.stream().map(Note::text).toList()));
    }

    @Test
    void anEventDeliveredAgainChangesNothing() {
        Note first = note("first");
        add(List.of(first));
        await().untilAsserted(() -> assertThat(effects()).containsExactly("first"));
        pool.preparedQuery("update outbox set published_at = null where event_id = $1")
                .executeAndAwait(Tuple.of(first.eventId()));
        add(List.of(note("last")));
        await().untilAsserted(() -> assertThat(effects()).containsExactly("first", "last"));
    }

    @Test
    void aPoisonedEventStopsNobody() {
        add(List.of(note("before"), note("poison"), note("after")));
        await().untilAsserted(() -> assertThat(effects()).containsExactly("before", "after"));
    }

    @Test
    void anEventOfATransactionThatFailedIsNeverTold() {
        pool.withTransaction(tx -> outbox.add(tx, "notes", "key", note("ghost"))
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("rolled back"))))
                .onFailure()
                .recoverWithNull()
                .await()
                .indefinitely();
        add(List.of(note("real")));
        await().untilAsserted(() -> assertThat(effects()).containsExactly("real"));
    }

    private void add(List<Note> notes) {
        pool.withTransaction(tx -> Multi.createFrom()
                        .iterable(notes)
                        .onItem()
                        .transformToUniAndConcatenate(note -> outbox.add(tx, "notes", "key", note))
                        .collect()
                        .asList())
                .await()
                .indefinitely();
        relay.wake();
    }

    private List<String> effects() {
        return pool.query("select text from effect order by id").executeAndAwait().stream()
                .map(row -> row.getString("text"))
                .toList();
    }

    private static Note note(String text) {
        return new Note(UUID.randomUUID(), Instant.now(), text);
    }
}
