package io.fettle.platform.event;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sends events to Kafka in the order given, as CloudEvents in binary mode.
 *
 * <p>The plain client, because the order per key must hold over a broker's outage: it never gives a record up and never
 * lets a later one overtake it, so that a batch waits for the broker as a whole. A batch that waits too long is given up
 * together with its producer and every batch behind it, and told again by a new one: a client can lose step with its
 * broker for good, and what arrives twice is known by its id.
 */
@ApplicationScoped
class Publisher {

    /**
     * A row of {@code pending_event}: an event that Kafka does not have yet.
     *
     * @param data the body: JSON in UTF-8
     */
    record PendingEvent(
            long id, UUID eventId, String channel, String key, String type, Instant occurredAt, byte[] data) {}

    private static final String NEVER = String.valueOf(Integer.MAX_VALUE);
    private static final byte[] SPEC_VERSION = bytes("1.0");
    private static final byte[] CONTENT_TYPE = bytes("application/json");

    private final Map<String, String> topics;
    private final Map<String, Object> configuration;
    private final Duration patience;
    private final byte[] source;
    private final ExecutorService sender = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "relay-sender");
        thread.setDaemon(true); // a send that waits for the broker must not keep the process
        return thread;
    });
    private KafkaProducer<String, byte[]> producer;
    private int producers;

    Publisher(
            RelayConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.application.name") String source) {
        this.topics = config.topics();
        this.patience = config.patience();
        this.source = bytes(source);
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

    /**
     * Completes when the broker has them all. Fails when it has not for a while; then all batches sent before and not
     * complete fail, too, and nothing of them arrives any more.
     */
    Uni<Void> publish(List<PendingEvent> events) {
        int generation = generation();
        return Uni.createFrom()
                .completionStage(() -> CompletableFuture.supplyAsync(() -> send(events, generation), sender)
                        .thenCompose(sent -> sent)
                        .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS))
                .onFailure()
                .invoke(() -> giveUp(generation));
    }

    private CompletableFuture<Void> send(List<PendingEvent> events, int generation) {
        var current = open(generation);
        var acknowledged = new CompletableFuture<Void>();
        var missing = new AtomicInteger(events.size());
        for (PendingEvent event : events) {
            current.send(record(event), (metadata, failure) -> {
                if (failure != null) {
                    acknowledged.completeExceptionally(failure);
                } else if (missing.decrementAndGet() == 0) {
                    acknowledged.complete(null);
                }
            });
        }
        return acknowledged;
    }

    private synchronized int generation() {
        return producers;
    }

    /** The producer, unless it was given up since the batch was handed over: nothing may overtake what it left behind. */
    private synchronized KafkaProducer<String, byte[]> open(int generation) {
        if (generation != producers) {
            throw new IllegalStateException("An earlier batch was given up");
        }
        if (producer == null) {
            producer = new KafkaProducer<>(configuration, new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    private synchronized void giveUp(int generation) {
        if (generation == producers) {
            producers++;
            close(Duration.ZERO);
        }
    }

    private ProducerRecord<String, byte[]> record(PendingEvent event) {
        String topic = topics.get(event.channel());
        if (topic == null) {
            throw new IllegalStateException("No topic is configured: fettle.relay.topics." + event.channel());
        }
        var record = new ProducerRecord<>(topic, event.key(), event.data());
        Headers headers = record.headers();
        headers.add("ce_specversion", SPEC_VERSION);
        headers.add("ce_id", bytes(event.eventId().toString()));
        headers.add("ce_type", bytes(event.type()));
        headers.add("ce_source", source);
        headers.add("ce_time", bytes(event.occurredAt().toString()));
        headers.add("content-type", CONTENT_TYPE);
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @PreDestroy
    void close() {
        sender.shutdownNow();
        close(Duration.ofSeconds(2));
    }

    private synchronized void close(Duration patience) {
        if (producer != null) {
            producer.close(patience);
            producer = null;
        }
    }
}
