package io.fettle.bench.event;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class ToldTest {

    @Test
    void ticketsMayBeMixedWhileEachKeepsItsOrder() {
        assertThatCode(() -> Told.requireOrder(
                        List.of(event("5:1:a", 1), event("5:1:b", 1), event("5:1:b", 2), event("5:1:a", 2))))
                .doesNotThrowAnyException();
    }

    @Test
    void aVersionOutOfOrderLostOrToldTwiceIsFound() {
        refused(event("5:1:a", 2), event("5:1:a", 1));
        refused(event("5:1:a", 1), event("5:1:a", 3));
        refused(event("5:1:a", 1), event("5:1:a", 1));
    }

    @SafeVarargs
    private static void refused(ConsumerRecord<String, byte[]>... events) {
        assertThatIOException()
                .isThrownBy(() -> Told.requireOrder(List.of(events)))
                .withMessageContaining("Version of 5:1:a");
    }

    private static ConsumerRecord<String, byte[]> event(String key, int version) {
        byte[] value = ("{\"version\":" + version + "}").getBytes(StandardCharsets.UTF_8);
        return new ConsumerRecord<>("topic", 0, 0, key, value);
    }
}
