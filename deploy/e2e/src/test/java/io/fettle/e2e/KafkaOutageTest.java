package io.fettle.e2e;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.fettle.local.Stack;

/** Kafka is transport: without it, tickets wait. */
@EndToEnd
class KafkaOutageTest {

    private static final int ORG = 30;

    @Test
    void incidentsAreTakenWhileKafkaIsStoppedAndClosedWhenItIsBack(Stack stack) throws Exception {
        Site site = Site.create(stack, ORG, "outage-host");
        var storm = new Storm(site, "KAFKA");
        stack.stop(stack.kafka());
        storm.push(() -> {});
        Instant back = Instant.now();
        stack.restart(stack.kafka(), (kafka, time) -> {});
        storm.assertThatAllIsDoneOnce();
        Duration time = Duration.between(back, Instant.now());
        System.out.printf(
                "%d incidents were closed %d ms after Kafka was started again%n", Storm.SIZE, time.toMillis());
    }
}
