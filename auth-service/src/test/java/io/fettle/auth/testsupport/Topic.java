package io.fettle.auth.testsupport;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.vertx.core.json.JsonObject;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

/** A topic of this test run, as another service hears it. */
public final class Topic {

    private final String name;

    /** @param name without the prefix of the run */
    public Topic(String name) {
        this.name = config("fettle.topic-prefix") + name;
    }

    /** Waits until a key has so many events, and gives them. */
    public List<JsonObject> await(String key, int count) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                config("kafka.bootstrap.servers"),
                "group.id",
                UUID.randomUUID().toString(),
                "auto.offset.reset",
                "earliest",
                "metadata.max.age.ms",
                "500"); // a topic comes into being with its first event
        var events = new ArrayList<JsonObject>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(name));
            Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (key.equals(record.key())) {
                        events.add(new JsonObject(new String(record.value(), StandardCharsets.UTF_8)));
                    }
                });
                return events.size() >= count;
            });
        }
        return events;
    }

    private static String config(String key) {
        return ConfigProvider.getConfig().getValue(key, String.class);
    }
}
