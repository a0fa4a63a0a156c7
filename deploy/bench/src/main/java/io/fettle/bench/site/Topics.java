package io.fettle.bench.site;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** The topics of the stack's broker. */
public final class Topics implements AutoCloseable {

    /** Where the ticket service tells what happened. */
    public static final String TRANSITIONS = "fettle.ticket.transition.v1";

    private final String broker;
    private final Admin admin;

    private Topics(String broker, Admin admin) {
        this.broker = broker;
        this.admin = admin;
    }

    static Topics at(String broker) {
        return new Topics(broker, Admin.create(Map.of("bootstrap.servers", broker)));
    }

    /** Where clients begin. */
    public String broker() {
        return broker;
    }

    /** Makes a topic with the broker's own number of partitions, as the service's topic has. */
    public void create(String topic) throws IOException {
        get(admin.createTopics(List.of(new NewTopic(topic, Optional.empty(), Optional.empty())))
                .all());
    }

    public List<TopicPartition> partitions(String topic) throws IOException {
        return get(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic).partitions().stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    /** How many records a topic has ever had. */
    public long size(String topic) throws IOException {
        return ends(topic).values().stream().mapToLong(Long::longValue).sum();
    }

    /** Removes what is in a topic. */
    public void clear(String topic) throws IOException {
        get(admin.deleteRecords(ends(topic).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, end -> RecordsToDelete.beforeOffset(end.getValue()))))
                .all());
    }

    private Map<TopicPartition, Long> ends(String topic) throws IOException {
        var latest =
                partitions(topic).stream().collect(Collectors.toMap(Function.identity(), p -> OffsetSpec.latest()));
        return get(admin.listOffsets(latest).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private static <T> T get(KafkaFuture<T> answer) throws IOException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
