package io.fettle.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;

import io.fettle.local.FettleClient.Answer;

/** What a connector of an ITSM system does: it pushes incidents and asks what became of them. */
public final class Connector {

    private final FettleClient client;
    private final int org;

    public Connector(FettleClient client, int org) {
        this.client = client;
        this.org = org;
    }

    public Answer pushV1(List<Incident> incidents) throws IOException {
        return push("/iAutomateAPI/Request/SaveIncidentData/" + org, incidents, Incident::withIndianDates);
    }

    public Answer pushV2(List<Incident> incidents) throws IOException {
        return push("/v2/incident/orgentityid/" + org, incidents, Incident::withEpochDates);
    }

    private Answer push(String path, List<Incident> incidents, Function<Incident, JsonNode> form) throws IOException {
        var array = FettleClient.JSON.createArrayNode();
        incidents.forEach(incident -> array.add(form.apply(incident)));
        return client.post(path, array);
    }

    /** From the first line to the last; empty while there is no such ticket. */
    public List<HistoryLine> history(String number) throws IOException {
        JsonNode result = result("/v2/incident/TicketHistory/" + FettleClient.encode(number) + "/" + org);
        var lines = new ArrayList<HistoryLine>();
        result.forEach(item -> lines.add(HistoryLine.of(item)));
        return lines;
    }

    /** Status by ticket number; unknown numbers are left out. */
    public Map<String, String> statuses(List<String> numbers) throws IOException {
        var statuses = new LinkedHashMap<String, String>();
        result("/v2/incident/TicketStatus/" + String.join(",", numbers) + "/" + org)
                .forEach(item -> statuses.put(
                        item.path("TicketNumber").textValue(),
                        item.path("TicketStatus").textValue()));
        return statuses;
    }

    /** The first node of an execution. */
    public JsonNode execution(String interactionId) throws IOException {
        return client.get("/api/v1/status/" + org + "/" + interactionId)
                .require("The status of execution " + interactionId)
                .body()
                .path("results")
                .path(0);
    }

    private JsonNode result(String path) throws IOException {
        return client.get(path).require("GET " + path).body().path("Result");
    }
}
