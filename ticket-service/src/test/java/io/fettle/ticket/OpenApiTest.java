package io.fettle.ticket;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class OpenApiTest {

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
        "/v2/requests/{id}/{org}, get, Request_Receipt"
    })
    void theConsoleFindsEveryOperationUnderItsTag(String path, String method, String operation) {
        given().accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.'" + path + "'." + method + ".operationId", equalTo(operation))
                .body(
                        "paths.'" + path + "'." + method + ".tags[0]",
                        equalTo(operation.split("_")[0]));
    }
}
