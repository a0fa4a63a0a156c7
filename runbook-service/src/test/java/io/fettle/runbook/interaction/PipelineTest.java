package io.fettle.runbook.interaction;

import static io.fettle.runbook.testsupport.Topics.likeSample;
import static io.fettle.runbook.testsupport.Topics.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.fettle.runbook.testsupport.ARunbook;
import io.fettle.runbook.testsupport.Catalogue;
import io.fettle.runbook.testsupport.Collected;
import io.fettle.runbook.testsupport.Ledger;
import io.fettle.runbook.testsupport.Topics;
import io.fettle.runbook.testsupport.Topics.Told;

@QuarkusTest
class PipelineTest {

    @Inject
    Topics topics;

    @Inject
    Ledger ledger;

    @Test
    void theSampleTicketBecomesTheSampleEvents() throws IOException {
        Catalogue.add(1, ARunbook.called("7611"));
        topics.ticketTransition(sample("ticket-collected"));
        Told progressed =
                topics.progressOf(1, "9c573169c611228700193229fff72400", 1).get(0);
        Told requested =
                topics.requestOf(progressed.event().path("interactionId").asText());

        var expectedRequest = (ObjectNode) new ObjectMapper().readTree(sample("execution-requested"));
        copy(requested, expectedRequest, "eventId", "occurredAt", "interactionId");
        assertThat(requested.event()).isEqualTo(expectedRequest);

        var expectedProgress = (ObjectNode) new ObjectMapper().readTree(sample("runbook-progressed"));
        copy(progressed, expectedProgress, "eventId", "occurredAt", "interactionId");
        expectedProgress.withObject("/steps/0").put("reason", "Matching 1 runbook");
        IntStream.range(0, 6)
                .forEach(i -> expectedProgress
                        .withObject("/steps/" + i)
                        .set("at", progressed.event().at("/steps/" + i + "/at")));
        assertThat(progressed.event()).isEqualTo(expectedProgress);
    }

    @Test
    void aSuccessfulExecutionEndsTheInteraction() {
        String interaction = execute(201, "success");
        topics.dagExecution(finished(201, interaction));
        JsonNode end = topics.progressOf(201, "success", 2).get(1).event();
        assertThat(statuses(end)).containsExactly("EXECUTION_SUCCESSFUL");
        assertThat(end.at("/steps/0/reason").asText()).isEqualTo("command on printhost01 ended with exit code 0");
        assertThat(end.path("interactionId").asText()).isEqualTo(interaction);
        assertThat(ledger.stateOf(interaction)).isEqualTo("SUCCESSFUL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FAILED", "TIMED_OUT", "REFUSED", "UNKNOWN"})
    void anyOtherOutcomeHandsTheTicketBackToPeople(String outcome) {
        String interaction = execute(202, outcome);
        topics.dagExecution(finished(202, interaction).put("outcome", outcome).put("message", "it was " + outcome));
        JsonNode end = topics.progressOf(202, outcome, 2).get(1).event();
        assertThat(statuses(end)).containsExactly("EXECUTION_FAILED", "MARKED_FOR_RELEASE");
        assertThat(end.at("/steps/1/reason").asText()).isEqualTo("it was " + outcome);
        assertThat(ledger.stateOf(interaction)).isEqualTo("FAILED");
    }

    @Test
    void deliveriesOfTheSameEventsAgainChangeNothing() {
        Catalogue.add(203, ARunbook.called("7611"));
        ObjectNode collected = Collected.ticket(203, "again").event();
        topics.ticketTransition(collected);
        topics.ticketTransition(collected);
        String interaction = interactionOf(topics.progressOf(203, "again", 1).get(0));
        ObjectNode finished = finished(203, interaction);
        topics.dagExecution(finished);
        topics.dagExecution(finished);
        ObjectNode other = finished(203, interaction).put("outcome", "FAILED");
        topics.dagExecution(other);
        ledger.awaitHandled(other);
        assertThat(ledger.toldOf(203, "again")).isEqualTo(2);
        assertThat(ledger.toldOfKey(interaction)).isEqualTo(1);
        assertThat(ledger.stateOf(interaction)).isEqualTo("SUCCESSFUL");
    }

    @Test
    void anUpdateOfATicketThatWasDecidedOnDoesNotRunItAgain() {
        execute(204, "updated");
        ObjectNode update = Collected.ticket(204, "updated")
                .version(9)
                .with("Col2", "updated")
                .event();
        topics.ticketTransition(update);
        ledger.awaitHandled(update);
        assertThat(ledger.toldOf(204, "updated")).isEqualTo(1);
    }

    @Test
    void aTicketThatArrivesResolvedIsLeftAlone() {
        Catalogue.add(205, ARunbook.called("7611"));
        ObjectNode resolved = Collected.ticket(205, "resolved").resolved().event();
        topics.ticketTransition(resolved);
        ledger.awaitHandled(resolved);
        assertThat(ledger.toldOf(205, "resolved")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Moved", "SomethingNew"})
    void anEventOfAnotherTypeIsOfNoInterest(String type) {
        ObjectNode other = likeSample("ticket-moved").put("type", type);
        other.withObject("/ticket").put("org", 206).put("sysId", type);
        topics.ticketTransition(other);
        ledger.awaitHandled(other);
        assertThat(ledger.toldOf(206, type)).isZero();
    }

    @Test
    void anExecutionThatIsNotOursIsOfNoInterest() {
        topics.dagExecution(finished(207, "4711"));
        String interaction = execute(207, "ours");
        topics.dagExecution(finished(208, interaction));
        topics.dagExecution(finished(207, interaction).put("message", "ours"));
        assertThat(topics.progressOf(207, "ours", 2)
                        .get(1)
                        .event()
                        .at("/steps/0/reason")
                        .asText())
                .isEqualTo("ours");
    }

    private String execute(int org, String sysId) {
        Catalogue.add(org, ARunbook.called("for-" + sysId).matching("Col2", "Equals", sysId));
        topics.ticketTransition(Collected.ticket(org, sysId).with("Col2", sysId).event());
        String interaction = interactionOf(topics.progressOf(org, sysId, 1).get(0));
        topics.requestOf(interaction);
        return interaction;
    }

    private static String interactionOf(Told progressed) {
        return progressed.event().path("interactionId").asText();
    }

    private static ObjectNode finished(int org, String interaction) {
        return likeSample("execution-finished").put("org", org).put("interactionId", interaction);
    }

    private static List<String> statuses(JsonNode progressed) {
        return StreamSupport.stream(progressed.path("steps").spliterator(), false)
                .map(step -> step.path("status").asText())
                .toList();
    }

    private static void copy(Told from, ObjectNode to, String... fields) {
        for (String field : fields) {
            assertThat(from.event().path(field).asText()).isNotBlank();
            to.set(field, from.event().get(field));
        }
    }
}
