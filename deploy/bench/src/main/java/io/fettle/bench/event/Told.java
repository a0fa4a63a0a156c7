package io.fettle.bench.event;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import io.fettle.bench.run.CheckFailed;
import io.fettle.bench.site.Topics;

/** What Kafka was told of tickets' transitions. */
final class Told {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Topics topics;

    Told(Topics topics) {
        this.topics = topics;
    }

    /**
     * Reads them.
     *
     * @param events how many there are to be, each ticket's in order
     * @return the same for another topic, in the order in which they were sent
     */
    List<ProducerRecord<String, byte[]>> read(long events, String topic) throws IOException {
        List<ConsumerRecord<String, byte[]>> records = consume(events);
        CheckFailed.unlessEqual("Events in Kafka", events, records.size());
        requireOrder(records);
        records.sort(Comparator.comparingLong(ConsumerRecord::timestamp));
        return records.stream()
                .map(record -> new ProducerRecord<>(topic, null, record.key(), record.value(), record.headers()))
                .toList();
    }

    /** All of them, partition by partition in order. */
    private List<ConsumerRecord<String, byte[]>> consume(long events) throws IOException {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", topics.broker()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = topics.partitions(Topics.TRANSITIONS);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            for (var next = consumer.poll(PATIENCE); !next.isEmpty(); next = consumer.poll(pause(records, events))) {
                next.forEach(records::add);
            }
        }
        return records;
    }

    /** When all are there, one more look must find nothing. */
    private static Duration pause(List<?> records, long events) {
        return records.size() < events ? PATIENCE : Duration.ofSeconds(1);
    }

    static void requireOrder(List<ConsumerRecord<String, byte[]>> records) throws IOException {
        var versions = new HashMap<String, Integer>();
        for (var record : records) {
            int version = JSON.readTree(record.value()).path("version").intValue();
            CheckFailed.unlessEqual("Version of " + record.key(), versions.getOrDefault(record.key(), 0) + 1, version);
            versions.put(record.key(), version);
        }
    }
}
