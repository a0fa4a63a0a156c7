package io.fettle.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.fettle.local.Connector;
import io.fettle.local.FettleClient;
import io.fettle.local.HistoryLine;
import io.fettle.local.Incident;
import io.fettle.local.Stack;

/** The way of the demo: from the push to the closure. */
@EndToEnd
class JourneyTest {

    private static final int ORG = 10;
    private static final DateTimeFormatter GMT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

    private static Site site;

    @BeforeAll
    static void serveAnOrganisation(Stack stack) throws IOException {
        site = Site.create(stack, ORG, "journey-host");
    }

    @Test
    void anIncidentPushedThroughV1WithIndianDatesIsClosed() throws IOException {
        Incident incident = site.incident("INC0001");
        Connector connector = new Connector(site.tenant().basic(), ORG);
        connector.pushV1(List.of(incident)).require("The push");
        awaitClosure(connector, incident);
        assertThat(stored(incident).path("CreationDate").textValue())
                .isEqualTo(GMT.format(incident.created().atOffset(ZoneOffset.UTC)));
    }

    @Test
    void anIncidentPushedThroughV2WithEpochDatesPassesEveryStatusOnce() throws IOException {
        Incident incident = site.incident("INC0002");
        Connector connector = new Connector(site.tenant().bearer(), ORG);
        Instant begin = Instant.now();
        connector.pushV2(List.of(incident)).require("The push");
        awaitClosure(connector, incident);
        System.out.printf(
                "A V2 incident was closed after %d ms%n",
                Duration.between(begin, Instant.now()).toMillis());
        assertThat(connector.history(incident.number()))
                .extracting(HistoryLine::to)
                .isEqualTo(Statuses.TO_CLOSURE);
    }

    @Test
    void theExecutedCommandAndItsOutputCanBeRead() throws IOException {
        Incident incident = site.incident("INC0003");
        Connector connector = site.connector();
        connector.pushV2(List.of(incident)).require("The push");
        awaitClosure(connector, incident);
        List<HistoryLine> history = connector.history(incident.number());
        JsonNode node = connector.execution(history.get(history.size() - 1).interactionId());
        JsonNode response = node.path("event_data").path("res");
        assertThat(response.path("cmd").textValue()).contains("restart for INC0003");
        assertThat(response.path("stdout").textValue()).contains("of cups noted on journey-host");
        assertThat(node.path("rc").intValue()).isZero();
        assertThat(site.marks()).containsOnlyOnce(Site.markOf("INC0003"));
    }

    @Test
    void anIncidentThatNoRunbookMatchesStaysCollectedWithTheReason() throws IOException {
        Incident incident = new Incident("INC0004", "Coffee is cold", "On the second floor", Instant.now());
        Connector connector = site.connector();
        connector.pushV2(List.of(incident)).require("The push");
        HistoryLine remark = await().atMost(Duration.ofSeconds(60))
                .until(() -> connector.history("INC0004"), lines -> lines.size() > 1)
                .get(1);
        assertThat(remark.to()).isEqualTo("Data Collected");
        assertThat(remark.reason()).isNotBlank();
    }

    @Test
    void aSecretIsReadAsItWasPut() throws IOException {
        FettleClient client = site.tenant().basic();
        String path = "/v2/secret/InternalVault/printer-key/" + ORG;
        client.put(path, JsonNodeFactory.instance.objectNode().put("Value", "päss wörd"))
                .require("PUT " + path);
        assertThat(client.get(path).require("GET " + path).body().path("Result").textValue())
                .isEqualTo("päss wörd");
    }

    private static void awaitClosure(Connector connector, Incident incident) {
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(60))
                .until(() -> HistoryLine.CLOSED.equals(
                        connector.statuses(List.of(incident.number())).get(incident.number())));
    }

    private static JsonNode stored(Incident incident) throws IOException {
        String filter = "{\"filter\":\"ModuleId=1&ticket_number=" + incident.number() + "\"}";
        String query = "?queryParams=" + URLEncoder.encode(filter, StandardCharsets.UTF_8);
        return site.tenant()
                .basic()
                .get("/v2/incident/orgentityid/" + ORG + query)
                .require("Reading the incident")
                .body()
                .path("Result")
                .path(0);
    }
}
