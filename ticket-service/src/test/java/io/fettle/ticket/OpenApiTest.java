package io.fettle.ticket;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.fettle.platform.testsupport.CheckedInOpenApi;
import io.fettle.ticket.testsupport.Connector;
import io.fettle.ticket.testsupport.Kind;

@QuarkusTest
class OpenApiTest {

    @Test
    void theDocumentIsTheOneThatIsCheckedIn() {
        CheckedInOpenApi.assertServed();
    }

    @ParameterizedTest
    @CsvSource({
        "/v2/incident/orgentityid/{org}, post, Incident_SaveIncidentData",
        "/v2/incident/orgentityid/{org}, get, Incident_GetIncidentTicketData",
        "/iAutomateAPI/Request/SaveIncidentData/{org}, post, Request_SaveIncidentData",
        "/iAutomateAPI/Request/GetIncidentTicketData/{org}, get, Request_GetIncidentTicketData",
        "/v2/incident/TicketStatus/{ticketnumbers}/{org}, get, Incident_IncidentTicketStatus",
        "/v2/event/TicketStatus/{ticketnumbers}/{org}, get, Event_EventTicketStatus",
        "/v2/incident/TicketHistory/{ticketnumber}/{org}, get, Incident_IncidentTicketHistory",
        "/v2/event/TicketHistory/{ticketnumber}/{org}, get, Event_EventTicketHistory",
        "/v2/changeRequests/orgentityid/{org}, post, ChangeRequests_SaveChangeRequestTaskData",
        "/v2/changeRequests/orgentityid/{org}, get, ChangeRequests_GetChangeTicketData",
        "/v2/changeRequests/TicketStatus/{ticketnumbers}/{org}, get, ChangeRequests_ChangeRequestTicketStatus",
        "/v2/changeRequests/TicketHistory/{ticketnumber}/{org}, get, ChangeRequests_ChangeRequestTicketHistory",
        "/iAutomateAPI/Request/SaveChangeRequestTaskData/{org}, post, Request_SaveChangeRequestTaskData",
        "/iAutomateAPI/Request/GetChangeTicketData/{org}, get, Request_GetChangeTicketData",
        "/v2/serviceRequests/orgentityid/{org}, post, ServiceRequests_SaveServiceRequestTaskData",
        "/v2/serviceRequests/orgentityid/{org}, get, ServiceRequests_GetSRTicketData",
        "/v2/serviceRequests/TicketStatus/{ticketnumbers}/{org}, get, ServiceRequests_ServiceRequestTicketStatus",
        "/v2/serviceRequests/TicketHistory/{ticketnumber}/{org}, get, ServiceRequests_ServiceRequestTicketHistory",
        "/iAutomateAPI/Request/SaveServiceRequestTaskData/{org}, post, Request_SaveServiceRequestTaskData",
        "/iAutomateAPI/Request/GetSRTicketData/{org}, get, Request_GetSRTicketData",
        "/v2/sub-task/orgentityid/{org}, post, SubTask_SaveSubTaskData",
        "/v2/sub-task/orgentityid/{org}, get, SubTask_GetSubTaskTicketData",
        "/v2/sub-task/TicketStatus/{ticketnumbers}/{org}, get, SubTask_SubTaskTicketStatus",
        "/v2/sub-task/TicketHistory/{ticketnumber}/{org}, get, SubTask_SubTaskTicketHistory",
        "/v2/problem/orgentityid/{org}, post, Problem_SaveProblemData",
        "/v2/problem/orgentityid/{org}, get, Problem_GetProblemTicketData",
        "/v2/problem/TicketStatus/{ticketnumbers}/{org}, get, Problem_ProblemTicketStatus",
        "/v2/problem/TicketHistory/{ticketnumber}/{org}, get, Problem_ProblemTicketHistory",
        "/v1/vulnerability/orgentityid/{org}, post, Vulnerability_SaveVulnerabilityData",
        "/v1/vulnerability/orgentityid/{org}, get, Vulnerability_GetVulnerabilityTicketData",
        "/v1/vulnerability/TicketStatus/{ticketnumbers}/{org}, get, Vulnerability_VulnerabilityTicketStatus",
        "/v1/vulnerability/TicketHistory/{ticketnumber}/{org}, get, Vulnerability_VulnerabilityTicketHistory",
        "/v2/incident/resolved/{org}, get, Incident_Resolved",
        "/v2/incident/unresolved/{org}, get, Incident_Unresolved",
        "/v2/requests/{id}/{org}, get, Request_Receipt"
    })
    void theConsoleFindsEveryOperationUnderItsTag(String path, String method, String id) {
        JsonObject operation = operation(path, method);
        assertThat(operation.getString("operationId")).isEqualTo(id);
        assertThat(operation.getJsonArray("tags")).containsExactly(id.split("_")[0]);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EVENT") // pushed and read as incidents are
    void theExampleOfAPushIsTakenAndReadBackAsTheExampleOfARead(Kind kind) {
        var connector = new Connector();
        for (String path : kind.pushPaths(connector.org())) {
            connector.json().body(pushed(path)).post(path).then().statusCode(200);
        }
        for (String path : kind.readPaths(connector.org())) {
            String answer = connector.get(path).statusCode(200).extract().asString();
            assertThat(withoutOurDates(answer)).isEqualTo(withoutOurDates(found(path)));
        }
    }

    private static String pushed(String path) {
        return content(operation(template(path), "post").getJsonObject("requestBody"))
                .getJsonArray("example")
                .encode();
    }

    private static String found(String path) {
        JsonObject responses = operation(template(path), "get").getJsonObject("responses");
        return content(responses.getJsonObject("200")).getJsonObject("example").encode();
    }

    private static JsonObject content(JsonObject message) {
        return message.getJsonObject("content").getJsonObject("application/json");
    }

    private static String template(String path) {
        return path.replaceFirst("/\\d+$", "/{org}");
    }

    /** When a ticket was written here is not in what was pushed. */
    private static JsonObject withoutOurDates(String answer) {
        return new JsonObject(answer.replaceAll("(DateInGMT\":)\"[^\"]*\"", "$1null"));
    }

    private static JsonObject operation(String path, String method) {
        String document = given().get("/q/openapi?format=json").asString();
        return new JsonObject(document)
                .getJsonObject("paths")
                .getJsonObject(path)
                .getJsonObject(method);
    }
}
