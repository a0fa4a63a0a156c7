package io.fettle.runbook.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The other services' end of the topics: publishes what they do and reads what this service tells them. */
@ApplicationScoped
public class Topics {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String prefix;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<Told> told = new ArrayList<>();

    /** A record of this service. */
    public record Told(String topic, String key, JsonNode event) {}

    Topics(
            @ConfigProperty(name = "fettle.topic-prefix") String prefix,
            @ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        this.prefix = prefix;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new ByteArraySerializer());
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        servers,
                        "group.id",
                        UUID.randomUUID().toString(),
                        "auto.offset.reset",
                        "earliest",
                        "metadata.max.age.ms",
                        "500"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(prefix + "fettle.runbook.progress.v1", prefix + "fettle.runbook.execution.v1"));
    }

    /** The bytes of a sample in docs/events. */
    public static byte[] sample(String name) {
        try {
            return Files.readAllBytes(Path.of(System.getProperty("fettle.root"), "docs/events", name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A sample that may be changed, with an event id of its own. */
    public static ObjectNode likeSample(String name) {
        return ((ObjectNode) json(sample(name)))
                .put("eventId", UUID.randomUUID().toString());
    }

    public void ticketTransition(byte[] event) {
        send("fettle.ticket.transition.v1", event);
    }

    public void ticketTransition(JsonNode event) {
        ticketTransition(event.toString().getBytes(StandardCharsets.UTF_8));
    }

    public void dagExecution(JsonNode event) {
        send("fettle.dag.execution.v1", event.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Waits for so many progress events of a ticket; all there are, in order. */
    public List<Told> progressOf(int org, String sysId, int count) {
        return await("fettle.runbook.progress.v1", org + ":1:" + sysId, count);
    }

    public Told requestOf(String interactionId) {
        return await("fettle.runbook.execution.v1", interactionId, 1).get(0);
    }

    private List<Told> await(String topic, String key, int count) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> of(topic, key, count), found -> found.size() >= count);
    }

    private List<Told> of(String topic, String key, int count) {
        var found = told(topic, key);
        if (found.size() < count) {
            poll();
            found = told(topic, key);
        }
        return found;
    }

    private List<Told> told(String topic, String key) {
        return told.stream()
                .filter(record -> record.topic().equals(topic) && record.key().equals(key))
                .toList();
    }

    private void poll() {
        consumer.poll(Duration.ofMillis(50))
                .forEach(record -> told.add(
                        new Told(record.topic().substring(prefix.length()), record.key(), json(record.value()))));
    }

    private void send(String topic, byte[] event) {
        producer.send(new ProducerRecord<>(prefix + topic, "key", event));
        producer.flush();
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PreDestroy
    void close() {
        producer.close();
        consumer.close();
    }
}
