package io.fettle.bench.event;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.IntegerDeserializer;
import org.apache.kafka.common.serialization.IntegerSerializer;

import io.fettle.bench.site.Topics;

/** Sends records and receives them again, each as soon as it may. */
final class RoundTrip implements AutoCloseable {

    static final String TOPIC = "bench.round-trip";

    private final KafkaProducer<Integer, byte[]> producer;
    private final KafkaConsumer<Integer, byte[]> consumer;
    private final List<CompletableFuture<Void>> received;
    private final Thread receiver = new Thread(this::receive, "receiver");

    private RoundTrip(KafkaProducer<Integer, byte[]> producer, KafkaConsumer<Integer, byte[]> consumer, int count) {
        this.producer = producer;
        this.consumer = consumer;
        this.received = Stream.generate(() -> new CompletableFuture<Void>())
                .limit(count)
                .toList();
    }

    /** Ready to receive what is sent from now on. */
    static RoundTrip begin(Topics topics, int count) throws IOException {
        // The producer waits for nothing: what is compared is the shortest way.
        var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", topics.broker(), "acks", "all", "linger.ms", 0),
                new IntegerSerializer(),
                new ByteArraySerializer());
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", topics.broker()),
                new IntegerDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = topics.partitions(TOPIC);
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        var roundTrip = new RoundTrip(producer, consumer, count);
        roundTrip.receiver.start();
        return roundTrip;
    }

    /** Done when the record was received. @param number its key, counted from 0 */
    CompletableFuture<Void> send(int number, byte[] value) {
        CompletableFuture<Void> answer = received.get(number);
        producer.send(new ProducerRecord<>(TOPIC, number, value), (metadata, failure) -> {
            if (failure != null) {
                answer.completeExceptionally(failure);
            }
        });
        return answer;
    }

    private void receive() {
        try {
            while (true) {
                consumer.poll(Duration.ofSeconds(1)).forEach(this::received);
            }
        } catch (WakeupException e) {
            consumer.close();
        }
    }

    private void received(ConsumerRecord<Integer, byte[]> record) {
        received.get(record.key()).complete(null);
    }

    @Override
    public void close() {
        producer.close();
        consumer.wakeup();
    }
}
