package io.fettle.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.fettle.local.Connector;
import io.fettle.local.FettleClient.Answer;
import io.fettle.local.HistoryLine;
import io.fettle.local.Incident;

/**
 * Many incidents, pushed one by one over several connections, each again and again until it is acknowledged.
 * {@code -Dfettle.storm.size=200} makes it a large one.
 */
final class Storm {

    static final int SIZE = Integer.getInteger("fettle.storm.size", 60);

    private static final int CONNECTIONS = 4;
    private static final Duration LIMIT = Duration.ofSeconds(120);

    private final Site site;
    private final Connector connector;
    private final List<Incident> incidents;
    private final Collection<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Collection<Answer> refusals = new ConcurrentLinkedQueue<>();

    Storm(Site site, String name) {
        this.site = site;
        this.connector = site.connector();
        this.incidents = IntStream.range(0, SIZE)
                .mapToObj(i -> site.incident("INC-" + name + "-" + i))
                .toList();
    }

    /** Pushes all; in the middle of it, does something else. */
    void push(Accident accident) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            incidents.forEach(incident -> senders.execute(() -> send(incident)));
            senders.shutdown();
            await().pollInterval(Duration.ofMillis(10)).atMost(LIMIT).until(() -> acknowledged.size() >= SIZE / 2);
            accident.happen();
            assertThat(senders.awaitTermination(LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .as("all are sent")
                    .isTrue();
        } finally {
            senders.shutdownNow();
        }
        assertThat(refusals).as("answers that blame the sender").isEmpty();
        assertThat(acknowledged).hasSize(SIZE);
    }

    interface Accident {
        void happen() throws Exception;
    }

    private void send(Incident incident) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .atMost(LIMIT)
                .until(() -> isSettled(incident));
    }

    private boolean isSettled(Incident incident) {
        try {
            Answer answer = connector.pushV2(List.of(incident));
            if (answer.isSuccess()) {
                acknowledged.add(incident.number());
            } else if (answer.status() < 500) {
                refusals.add(answer);
            }
            return answer.status() < 500;
        } catch (IOException e) {
            return false; // nobody there, or gone before the answer
        }
    }

    /** Each acknowledged ticket is closed, after every status once, and its command was run once. */
    void assertThatAllIsDoneOnce() throws IOException {
        List<String> numbers = incidents.stream().map(Incident::number).toList();
        await().pollInterval(Duration.ofMillis(250)).atMost(LIMIT).untilAsserted(() -> {
            Map<String, String> statuses = connector.statuses(numbers);
            assertThat(statuses).hasSize(SIZE);
            assertThat(statuses.entrySet()).allMatch(status -> status.getValue().equals(HistoryLine.CLOSED));
        });
        for (String number : numbers) {
            assertThat(connector.history(number))
                    .as(number)
                    .extracting(HistoryLine::to)
                    .isEqualTo(Statuses.TO_CLOSURE);
        }
        assertThat(site.marks())
                .containsExactlyInAnyOrderElementsOf(
                        numbers.stream().map(Site::markOf).toList());
    }
}
