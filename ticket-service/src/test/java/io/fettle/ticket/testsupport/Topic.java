package io.fettle.ticket.testsupport;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

/** A topic of this test run, as another service sees it. */
public final class Topic {

    private final String name;

    /** @param name without the prefix of the run */
    public Topic(String name) {
        this.name = config("fettle.topic-prefix") + name;
    }

    public void publish(String key, String event) {
        Map<String, Object> settings = Map.of("bootstrap.servers", config("kafka.bootstrap.servers"));
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(name, key, event.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** Waits until a key has so many records, and gives them. */
    public List<ConsumerRecord<String, byte[]>> await(String key, int count) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", config("kafka.bootstrap.servers"),
                "group.id", UUID.randomUUID().toString(),
                "auto.offset.reset", "earliest");
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(name));
            until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (key.equals(record.key())) {
                        records.add(record);
                    }
                });
                return records.size() >= count;
            });
        }
        return records;
    }

    private static void until(Callable<Boolean> condition) {
        Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(condition);
    }

    private static String config(String key) {
        return ConfigProvider.getConfig().getValue(key, String.class);
    }
}
