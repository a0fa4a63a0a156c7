package io.fettle.dag.execution;

import static io.fettle.dag.testsupport.Calls.ended;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.fettle.platform.Ids;

@QuarkusTest
class RequestConsumerTest {

    private static final Path SAMPLES = Path.of(System.getProperty("fettle.root"), "docs", "events");

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @ConfigProperty(name = "mp.messaging.incoming.runbook-execution.topic")
    String requests;

    @ConfigProperty(name = "fettle.relay.topics.dag-execution")
    String results;

    @Inject
    ObjectMapper json;

    @Inject
    Ids ids;

    private KafkaProducer<String, String> producer;
    private KafkaConsumer<String, String> consumer;
    private final List<JsonNode> finished = new ArrayList<>();

    @BeforeEach
    void connect() {
        producer =
                new KafkaProducer<>(Map.of("bootstrap.servers", kafka), new StringSerializer(), new StringSerializer());
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "group.id",
                        UUID.randomUUID().toString(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.subscribe(List.of(results));
    }

    @AfterEach
    void disconnect() {
        producer.close();
        consumer.close();
    }

    @Test
    void aRequestIsRunAndItsEndIsTold() throws IOException {
        ObjectNode request = request("printf %s \"restarted ${service}\" | tee mark");
        send(request);
        JsonNode event = awaitFinished(request);
        assertThat(names(event)).isEqualTo(names(sample("execution-finished.json")));
        assertThat(event.get("type").asText()).isEqualTo("Finished");
        assertThat(event.get("org").asInt()).isEqualTo(1);
        assertThat(event.get("outcome").asText()).isEqualTo("SUCCESSFUL");
        assertThat(event.get("message").asText()).isEqualTo("command on printhost01 ended with exit code 0");
        var status = ended(1, request.get("interactionId").asText());
        assertThat(status.getString("results[0].event_data.res.stdout")).isEqualTo("restarted spooler");
        assertThat(status.getString("results[0].event_data.res.cmd"))
                .isEqualTo("printf %s \"restarted spooler\" | tee mark");
    }

    @Test
    void aRequestThatComesAgainRunsNothingAgain() throws IOException {
        ObjectNode request = request("echo x >> twice; cat twice");
        send(request);
        send(request);
        send(request.deepCopy().put("eventId", UUID.randomUUID().toString()));
        ObjectNode last = request("cat twice");
        awaitFinished(request);
        send(last);
        awaitFinished(last);
        assertThat(ended(1, last.get("interactionId").asText()).getString("results[0].event_data.res.stdout"))
                .isEqualTo("x\n");
    }

    @Test
    void aRequestThatCannotBeRunIsRefusedAndTold() throws IOException {
        ObjectNode noHost = request("id").put("targetHost", "nohost");
        ObjectNode badValue = request("echo ${service}");
        ((ObjectNode) badValue.get("parameters")).put("service", "a\0b");
        ObjectNode nothing = request("").putNull("parameters");
        send(noHost);
        send(badValue);
        send(nothing);
        assertThat(awaitFinished(noHost).get("message").asText()).isEqualTo("There is no host nohost in the inventory");
        assertThat(awaitFinished(badValue).get("outcome").asText()).isEqualTo("REFUSED");
        assertThat(awaitFinished(nothing).get("outcome").asText()).isEqualTo("REFUSED");
    }

    @Test
    void theTimeOfARequestIsKept() throws IOException {
        ObjectNode request = request("sleep 30").put("timeout", "PT1S");
        send(request);
        assertThat(awaitFinished(request).get("outcome").asText()).isEqualTo("TIMED_OUT");
    }

    @Test
    void whatIsOfAnotherTypeIsNoneOfOurs() throws IOException {
        send(request("id").put("type", "Withdrawn"));
        ObjectNode request = request("true");
        send(request);
        awaitFinished(request);
    }

    private ObjectNode request(String command) throws IOException {
        return ((ObjectNode) sample("execution-requested.json"))
                .put("eventId", UUID.randomUUID().toString())
                .put("interactionId", String.valueOf(ids.next()))
                .put("command", command);
    }

    private JsonNode sample(String name) throws IOException {
        return json.readTree(Files.readString(SAMPLES.resolve(name)));
    }

    private void send(ObjectNode request) {
        producer.send(
                new ProducerRecord<>(requests, request.get("interactionId").asText(), request.toString()));
        producer.flush();
    }

    private JsonNode awaitFinished(ObjectNode request) {
        String id = request.get("interactionId").asText();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            for (var record : consumer.poll(Duration.ofMillis(200))) {
                finished.add(json.readTree(record.value()));
            }
            return finished.stream().anyMatch(event -> isOf(event, id));
        });
        return finished.stream().filter(event -> isOf(event, id)).findFirst().orElseThrow();
    }

    private static boolean isOf(JsonNode event, String id) {
        return event.get("interactionId").asText().equals(id);
    }

    private static List<String> names(JsonNode event) {
        var names = new ArrayList<String>();
        event.fieldNames().forEachRemaining(names::add);
        names.sort(null);
        return names;
    }
}
