package io.fettle.ticket.testsupport;

import static io.fettle.ticket.testsupport.AnIncident.anIncident;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.restassured.response.ValidatableResponse;

/** The kinds of tickets as a connector sees them: their paths, and what sets one apart from an incident. */
public enum Kind {
    INCIDENT(1, "v2/incident", "SaveIncidentData", "GetIncidentTicketData", Map.of("ModuleId", "1")),
    EVENT(9, "v2/incident", "v2/event", "SaveIncidentData", "GetIncidentTicketData", Map.of("ModuleId", "9")),
    CHANGE_REQUEST_TASK(
            2, "v2/changeRequests", "SaveChangeRequestTaskData", "GetChangeTicketData", Map.of("ChangeId", "CHG1")),
    SERVICE_REQUEST_TASK(
            3,
            "v2/serviceRequests",
            "SaveServiceRequestTaskData",
            "GetSRTicketData",
            Map.of("SRId", "REQ1", "RequestItemId", "RITM1")),
    PROBLEM(4, "v2/problem"),
    SUB_TASK(5, "v2/sub-task"),
    VULNERABILITY(13, "v1/vulnerability");

    private final int module;
    private final String path;
    private final String statusPath;
    private final String saveV1;
    private final String getV1;
    private final Map<String, String> own;

    Kind(int module, String path) {
        this(module, path, null, null, Map.of());
    }

    Kind(int module, String path, String saveV1, String getV1, Map<String, String> own) {
        this(module, path, path, saveV1, getV1, own);
    }

    Kind(int module, String path, String statusPath, String saveV1, String getV1, Map<String, String> own) {
        this.module = module;
        this.path = path;
        this.statusPath = statusPath;
        this.saveV1 = saveV1;
        this.getV1 = getV1;
        this.own = own;
    }

    /** Its {@code ModuleId}. */
    public int module() {
        return module;
    }

    public boolean hasV1() {
        return saveV1 != null;
    }

    /** One with the fields it requires and no others. */
    public AnIncident aTicket() {
        AnIncident ticket = anIncident().without("ModuleId");
        for (var field : own.entrySet()) {
            ticket = ticket.with(field.getKey(), field.getValue());
        }
        return ticket;
    }

    public List<String> requiredFields() {
        var fields = new ArrayList<>(List.of(
                "TicketNumber",
                "Summary",
                "sys_id",
                "StatusCode",
                "CreationDate",
                "LastModifiedDate",
                "Description",
                "IsTimeZoneOrOffset",
                "IsEpoch"));
        fields.addAll(own.keySet());
        return fields;
    }

    /** Where it is pushed, V2 and, if it has one, V1. */
    public List<String> pushPaths(int org) {
        String v2 = "/" + path + "/orgentityid/" + org;
        return hasV1() ? List.of(v2, "/iAutomateAPI/Request/" + saveV1 + "/" + org) : List.of(v2);
    }

    /** Where it is read, V2 and, if it has one, V1. */
    public List<String> readPaths(int org) {
        String v2 = "/" + path + "/orgentityid/" + org;
        return hasV1() ? List.of(v2, "/iAutomateAPI/Request/" + getV1 + "/" + org) : List.of(v2);
    }

    public String statusPath(String number, int org) {
        return "/" + statusPath + "/TicketStatus/" + number + "/" + org;
    }

    public String historyPath(String number, int org) {
        return "/" + statusPath + "/TicketHistory/" + number + "/" + org;
    }

    public ValidatableResponse push(Connector connector, AnIncident... tickets) {
        return push(connector, AnIncident.array(tickets));
    }

    public ValidatableResponse push(Connector connector, String body) {
        return post(connector, pushPaths(connector.org()).get(0), body);
    }

    public ValidatableResponse pushV1(Connector connector, String body) {
        return post(connector, pushPaths(connector.org()).get(1), body);
    }

    public List<Map<String, Object>> find(Connector connector) {
        return result(connector, readPaths(connector.org()).get(0), "Result");
    }

    public List<Map<String, Object>> findV1(Connector connector) {
        return result(connector, readPaths(connector.org()).get(1), "result");
    }

    public List<Map<String, Object>> statusOf(Connector connector, String number) {
        return result(connector, statusPath(number, connector.org()), "Result");
    }

    public List<Map<String, Object>> historyOf(Connector connector, String number) {
        return result(connector, historyPath(number, connector.org()), "Result");
    }

    private static ValidatableResponse post(Connector connector, String path, String body) {
        return connector.json().body(body).post(path).then();
    }

    private static List<Map<String, Object>> result(Connector connector, String path, String member) {
        return connector.get(path).statusCode(200).extract().path(member);
    }
}
