package io.fettle.ticket.status;

import static io.fettle.ticket.testsupport.AnIncident.anIncident;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import io.fettle.platform.testsupport.Tables;
import io.fettle.ticket.TicketKey;
import io.fettle.ticket.testsupport.AnIncident;
import io.fettle.ticket.testsupport.Connector;
import io.fettle.ticket.testsupport.Samples;
import io.fettle.ticket.testsupport.Topic;

@QuarkusTest
class TransitionTest {

    private static final String PROGRESS = "fettle.runbook.progress.v1";
    private static final String TRANSITIONS = "fettle.ticket.transition.v1";

    private final Connector connector = new Connector();
    private final AnIncident ticket =
            anIncident().with("AssignedGroup", "Service Desk").with("Col1", "high");
    private final String key = new TicketKey(connector.org(), (short) 1, ticket.sysId()).toString();

    @Test
    void aStoredTicketIsToldInTheFormOfTheSample() {
        connector.push(ticket).statusCode(200);
        ConsumerRecord<String, byte[]> record =
                new Topic(TRANSITIONS).await(key, 1).get(0);
        JsonObject event = body(record);
        assertFormOf("ticket-collected", event);
        assertThat(event.getInteger("version")).isEqualTo(1);
        assertThat(event.getString("ticketNumber")).isEqualTo(ticket.number());
        assertThat(event.getBoolean("resolved")).isFalse();
        assertThat(event.getJsonObject("fields").getString("sys_id")).isEqualTo(ticket.sysId());
        assertThat(event.getJsonObject("fields").getString("Col1")).isEqualTo("high");
        assertThat(new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))
                .isEqualTo("Collected");
        assertThat(new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8))
                .isEqualTo(event.getString("eventId"));
    }

    @Test
    void aTicketThatArrivesResolvedIsToldSoAndStaysDataCollected() {
        connector.push(ticket.with("ResolvedDate", "2020-01-30")).statusCode(200);
        assertThat(body(new Topic(TRANSITIONS).await(key, 1).get(0)).getBoolean("resolved"))
                .isTrue();
        assertThat(connector.statusOf(ticket)).isEqualTo("Data Collected");
    }

    @Test
    void aTicketThatChangesBeforeThePipelineTookItUpIsToldAgain() {
        connector.push(ticket).statusCode(200);
        connector.push(ticket.modified("2020-02-01").with("Summary", "Changed")).statusCode(200);
        JsonObject second = body(new Topic(TRANSITIONS).await(key, 2).get(1));
        assertFormOf("ticket-collected", second);
        assertThat(second.getInteger("version")).isEqualTo(2);
        assertThat(second.getJsonObject("fields").getString("Summary")).isEqualTo("Changed");
    }

    @Test
    void theStepsOfTheSampleAreTakenInOrderEachWithItsOwnTimeAndReason() {
        connector.push(ticket).statusCode(200);
        publish(Samples.of("runbook-progressed", connector.org(), ticket.sysId()));
        awaitStatus("Marked for Execution");
        var history = connector.historyOf(ticket);
        assertThat(history)
                .extracting(line -> line.get("To"))
                .containsExactly(
                        "Data Collected",
                        "Picked for Recommendation",
                        "Move to Parsing",
                        "Picked for Parsing",
                        "Picked for InProgress",
                        "Move to Assignation Decision",
                        "Marked for Execution");
        assertThat(history.get(0))
                .containsEntry("From", null)
                .containsEntry("Actor", "connector@example.org")
                .containsEntry("InteractionId", null);
        assertThat(history.get(6))
                .containsEntry("From", "Move to Assignation Decision")
                .containsEntry("At", "2026-11-24 10:15:30.396")
                .containsEntry("Reason", "Automatic: similarity 1.00 reaches 0.70")
                .containsEntry("Actor", "runbook-service")
                .containsEntry("InteractionId", "708413586174738432");
    }

    @Test
    void movesAreToldInOrderInTheFormOfTheSample() {
        connector.push(ticket).statusCode(200);
        publish(Samples.of("runbook-progressed", connector.org(), ticket.sysId()));
        List<JsonObject> events = new Topic(TRANSITIONS)
                .await(key, 7).stream().map(TransitionTest::body).toList();
        assertThat(events).extracting(event -> event.getInteger("version")).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertFormOf("ticket-moved", events.get(1));
        assertThat(events.get(1).getString("from")).isEqualTo("DATA_COLLECTED");
        assertThat(events.get(1).getString("to")).isEqualTo("PICKED_FOR_RECOMMENDATION");
        assertThat(events.get(6).getString("interactionId")).isEqualTo("708413586174738432");
    }

    @Test
    void anEventDeliveredAgainChangesNothing() {
        connector.push(ticket).statusCode(200);
        JsonObject event = steps("PICKED_FOR_RECOMMENDATION");
        publish(event);
        publish(event);
        publish(steps("MOVE_TO_PARSING"));
        awaitStatus("Move to Parsing");
        assertThat(connector.historyOf(ticket)).hasSize(3);
    }

    @Test
    void aRemarkAddsToTheHistoryAndTellsNobody() {
        connector.push(ticket).statusCode(200);
        publish(steps("DATA_COLLECTED"));
        publish(steps("PICKED_FOR_RECOMMENDATION"));
        awaitStatus("Picked for Recommendation");
        assertThat(connector.historyOf(ticket).get(1))
                .containsEntry("From", "Data Collected")
                .containsEntry("To", "Data Collected")
                .containsEntry("Reason", "because");
        assertThat(new Topic(TRANSITIONS).await(key, 2))
                .extracting(record -> body(record).getString("type"))
                .containsExactly("Collected", "Moved");
    }

    @Test
    void anIllegalStepIsRefusedAndRecordedWithTheRestOfItsMessage() {
        connector.push(ticket).statusCode(200);
        publish(steps("PICKED_FOR_RECOMMENDATION", "MARKED_FOR_EXECUTION", "EXECUTION_SUCCESSFUL"));
        publish(steps("MOVE_TO_PARSING"));
        awaitStatus("Move to Parsing");
        assertThat(connector.historyOf(ticket)).hasSize(3);
        assertThat(refused(ticket.sysId()))
                .containsExactly(
                        "PICKED_FOR_RECOMMENDATION to MARKED_FOR_EXECUTION",
                        "PICKED_FOR_RECOMMENDATION to EXECUTION_SUCCESSFUL");
    }

    @Test
    void aStepOfAnUnknownTicketIsRecordedAndStopsNobody() {
        publish(steps("PICKED_FOR_RECOMMENDATION"));
        await().untilAsserted(
                        () -> assertThat(refused(ticket.sysId())).containsExactly("null to PICKED_FOR_RECOMMENDATION"));
    }

    @Test
    void anUpdateAfterThePipelineTookItUpLeavesStatusAndHistory() {
        connector.push(ticket).statusCode(200);
        publish(steps("PICKED_FOR_RECOMMENDATION"));
        awaitStatus("Picked for Recommendation");
        assertThat(connector.receiptOf(ticket.modified("2020-02-01"))).containsEntry("Updated", 1);
        assertThat(connector.statusOf(ticket)).isEqualTo("Picked for Recommendation");
        assertThat(connector.historyOf(ticket)).hasSize(2);
    }

    @Test
    void anUnknownTypeAndARecordThatIsNoEventStopNobody() {
        connector.push(ticket).statusCode(200);
        new Topic(PROGRESS).publish(key, "no event");
        publish(steps("PICKED_FOR_RECOMMENDATION").put("type", "Invented"));
        publish(steps("PICKED_FOR_RECOMMENDATION"));
        awaitStatus("Picked for Recommendation");
        assertThat(connector.historyOf(ticket)).hasSize(2);
    }

    private JsonObject steps(String... statuses) {
        var steps = new JsonArray();
        for (String status : statuses) {
            steps.add(new JsonObject()
                    .put("status", status)
                    .put("at", Instant.now().toString())
                    .put("reason", "because"));
        }
        return Samples.of("runbook-progressed", connector.org(), ticket.sysId()).put("steps", steps);
    }

    private void publish(JsonObject event) {
        new Topic(PROGRESS).publish(key, event.encode());
    }

    private void awaitStatus(String status) {
        await().untilAsserted(() -> assertThat(connector.statusOf(ticket)).isEqualTo(status));
    }

    private List<String> refused(String sysId) {
        return Tables.run(
                        "select status, to_status from refused_transition where org = $1 and sys_id = $2 order by id",
                        connector.org(),
                        sysId)
                .stream()
                .map(row -> row.getString("status") + " to " + row.getString("to_status"))
                .toList();
    }

    private static JsonObject body(ConsumerRecord<String, byte[]> record) {
        return new JsonObject(new String(record.value(), StandardCharsets.UTF_8));
    }

    /** The same members of the same kinds. */
    private static void assertFormOf(String sample, JsonObject event) {
        JsonObject form = Samples.read(sample);
        assertThat(event.fieldNames()).isEqualTo(form.fieldNames());
        form.forEach(member -> {
            Object value = event.getValue(member.getKey());
            if (member.getValue() instanceof JsonObject object) {
                assertThat(((JsonObject) value).fieldNames()).isEqualTo(object.fieldNames());
            } else if (member.getValue() != null) {
                assertThat(value).hasSameClassAs(member.getValue());
            }
        });
        assertThat(event.getString("occurredAt")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    }
}
