package io.fettle.ticket.testsupport;

import static io.restassured.RestAssured.given;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import io.fettle.platform.caller.Role;
import io.fettle.platform.testsupport.TestTokens;

/** A connector of an organisation that no other test uses. */
public final class Connector {

    private static final AtomicInteger ORGANISATIONS = new AtomicInteger(100);

    private final int org;
    private final String token;

    public Connector() {
        this.org = ORGANISATIONS.incrementAndGet();
        this.token = TestTokens.of(org, Role.TICKETS_WRITE, Role.TICKETS_READ);
    }

    private Connector(int org, String token) {
        this.org = org;
        this.token = token;
    }

    /** Calls for this connector's organisation with the token of another one. */
    public Connector usedBy(Connector stranger) {
        return new Connector(org, stranger.token);
    }

    public int org() {
        return org;
    }

    public ValidatableResponse push(AnIncident... incidents) {
        return push(AnIncident.array(incidents), "");
    }

    public ValidatableResponse push(String body, String query) {
        return json().body(body).post("/v2/incident/orgentityid/" + org + query).then();
    }

    public ValidatableResponse pushV1(String body, String query) {
        return json().body(body)
                .post("/iAutomateAPI/Request/SaveIncidentData/" + org + query)
                .then();
    }

    /** Pushes and gives what became of it. */
    public Map<String, Object> receiptOf(AnIncident... incidents) {
        return receipt(push(incidents).statusCode(200).extract().path("Id"));
    }

    public Map<String, Object> receipt(String id) {
        return get("/v2/requests/" + id + "/" + org).statusCode(200).extract().path("Result");
    }

    /** @param path as it is; not encoded again */
    public ValidatableResponse get(String path) {
        return call().urlEncodingEnabled(false).get(path).then();
    }

    public List<Map<String, Object>> find(String filter) {
        return call().queryParam("queryParams", "{\"filter\":\"" + filter + "\"}")
                .get("/v2/incident/orgentityid/" + org)
                .then()
                .statusCode(200)
                .extract()
                .path("Result");
    }

    public List<Map<String, Object>> historyOf(AnIncident incident) {
        return get("/v2/incident/TicketHistory/" + incident.number() + "/" + org)
                .statusCode(200)
                .extract()
                .path("Result");
    }

    public String statusOf(AnIncident incident) {
        return get("/v2/incident/TicketStatus/" + incident.number() + "/" + org)
                .statusCode(200)
                .extract()
                .path("Result[0].TicketStatus");
    }

    /** Sends a request target byte for byte, as no client library would. */
    public JsonPath getRaw(String target) throws IOException {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.getOutputStream()
                    .write(("GET " + target + " HTTP/1.0\r\nHost: localhost\r\nAuthorization: Bearer " + token
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new JsonPath(answer.substring(answer.indexOf("\r\n\r\n")));
        }
    }

    public RequestSpecification json() {
        return call().contentType("application/json");
    }

    public RequestSpecification call() {
        return given().auth().oauth2(token);
    }
}
