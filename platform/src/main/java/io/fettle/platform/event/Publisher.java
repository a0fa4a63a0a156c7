package io.fettle.platform.event;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sends events to Kafka in the order given, as CloudEvents in binary mode.
 *
 * <p>The plain client, because the order per key must hold over a broker's outage: it never gives a record up and never
 * lets a later one overtake it, so that a batch waits for the broker as a whole. A batch that waits too long is given up
 * with its producer and told again by a new one: a client can lose step with its broker for good, and what arrives twice
 * is known by its id.
 */
@ApplicationScoped
class Publisher {

    private static final String NEVER = String.valueOf(Integer.MAX_VALUE);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, String> topics;
    private final Map<String, Object> configuration;
    private final String source;
    private final ExecutorService sender = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "relay-sender");
        thread.setDaemon(true); // a send that waits for the broker must not keep the process
        return thread;
    });
    private volatile KafkaProducer<String, byte[]> producer;

    Publisher(
            RelayConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.application.name") String source) {
        this.topics = config.topics();
        this.source = source;
        this.configuration = new HashMap<>(kafka);
        configuration.put(ProducerConfig.ACKS_CONFIG, "all");
        configuration.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        configuration.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, NEVER);
        configuration.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, NEVER);
        configuration.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        // The broker's limit for one record, see deploy/embedded and the chart.
        configuration.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, String.valueOf(8 << 20));
        configuration.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "1000");
    }

    /** Completes when the broker has them all; fails when it has not for a while. */
    Uni<Void> publish(List<PendingEvent> events) {
        return events.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.createFrom()
                        .completionStage(() -> CompletableFuture.supplyAsync(() -> send(events), sender)
                                .thenCompose(sent -> sent));
    }

    private CompletableFuture<Void> send(List<PendingEvent> events) {
        var current = open();
        return CompletableFuture.allOf(
                events.stream().map(event -> send(current, event)).toArray(CompletableFuture<?>[]::new));
    }

    private KafkaProducer<String, byte[]> open() {
        var current = producer;
        if (current == null) {
            current = new KafkaProducer<>(configuration, new StringSerializer(), new ByteArraySerializer());
            producer = current;
        }
        return current;
    }

    private CompletableFuture<Void> send(KafkaProducer<String, byte[]> producer, PendingEvent event) {
        var acknowledged = new CompletableFuture<Void>();
        producer.send(record(event), (metadata, failure) -> {
            if (failure == null) {
                acknowledged.complete(null);
            } else {
                acknowledged.completeExceptionally(failure);
            }
        });
        return acknowledged;
    }

    private ProducerRecord<String, byte[]> record(PendingEvent event) {
        String topic = topics.get(event.channel());
        if (topic == null) {
            throw new IllegalStateException("No topic is configured: fettle.relay.topics." + event.channel());
        }
        var record = new ProducerRecord<>(topic, event.key(), event.data().getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        event.eventId().toString(),
                        "ce_type",
                        event.type(),
                        "ce_source",
                        source,
                        "ce_time",
                        event.occurredAt().toString(),
                        "content-type",
                        "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    @PreDestroy
    void close() {
        sender.shutdownNow();
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
        }
    }
}
