package io.fettle.ticket.status;

import static io.fettle.ticket.testsupport.AnIncident.anIncident;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import io.fettle.platform.caller.Role;
import io.fettle.platform.testsupport.TestTokens;
import io.fettle.ticket.testsupport.Connector;

@QuarkusTest
class StatusResourceTest {

    private final Connector connector = new Connector();

    @Test
    void statusesComeInTheOrderAskedWithoutUnknownNumbers() {
        connector
                .push(anIncident().with("TicketNumber", "A"), anIncident().with("TicketNumber", "B"))
                .statusCode(200);
        status("incident", "B,unknown,,A")
                .statusCode(200)
                .body("Count", equalTo(2))
                .body("Status", equalTo("Success"))
                .body("Result.TicketNumber", contains("B", "A"))
                .body("Result.TicketStatus", contains("Data Collected", "Data Collected"))
                .body("Result[0]", aMapWithSize(2));
    }

    @Test
    void everyNumberIsDecodedAfterSplitting() {
        connector
                .push(
                        anIncident().with("TicketNumber", "A,B"),
                        anIncident().with("TicketNumber", "C+D Ä"),
                        anIncident().with("TicketNumber", "E&f=g"))
                .statusCode(200);
        status("incident", "A%2CB,C+D%20%C3%84,E&f=g").body("Result.TicketNumber", contains("A,B", "C+D Ä", "E&f=g"));
        connector
                .get("/v2/incident/TicketHistory/A%2CB/" + connector.org())
                .statusCode(200)
                .body("Result", hasSize(1));
    }

    @Test
    void incidentsAndEventsAreApart() {
        connector
                .push(
                        anIncident().with("TicketNumber", "I"),
                        anIncident().with("TicketNumber", "E").with("ModuleId", 9))
                .statusCode(200);
        status("incident", "I,E").body("Result.TicketNumber", contains("I"));
        status("event", "I,E").body("Result.TicketNumber", contains("E"));
        connector.get("/v2/event/TicketHistory/E/" + connector.org()).body("Count", equalTo(1));
        connector.get("/v2/event/TicketHistory/I/" + connector.org()).body("Count", equalTo(0));
    }

    @Test
    void ofSeveralTicketsWithOneNumberTheYoungestIsMeant() {
        connector
                .push(
                        anIncident().with("TicketNumber", "A").with("CreationDate", "2020-01-02"),
                        anIncident().with("TicketNumber", "A").with("CreationDate", "2020-01-01"))
                .statusCode(200);
        status("incident", "A").body("Result", hasSize(1));
    }

    @Test
    void aThousandNumbersCanBeAskedForAndNoMore() {
        connector.push(anIncident().with("TicketNumber", "N1000")).statusCode(200);
        status("incident", numbers(1000)).statusCode(200).body("Result.TicketNumber", contains("N1000"));
        status("incident", numbers(1001)).statusCode(400).body("Status", equalTo("Fail"));
    }

    @Test
    void anUnknownTicketHasNoHistory() {
        connector
                .get("/v2/incident/TicketHistory/unknown/" + connector.org())
                .statusCode(200)
                .body("Result", empty());
    }

    @Test
    void withoutTheRoleNothingIsTold() {
        given().auth()
                .oauth2(TestTokens.of(connector.org(), Role.TICKETS_WRITE))
                .get("/v2/incident/TicketStatus/A/" + connector.org())
                .then()
                .statusCode(403);
    }

    private ValidatableResponse status(String module, String numbers) {
        return connector.get("/v2/" + module + "/TicketStatus/" + numbers + "/" + connector.org());
    }

    private static String numbers(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "N" + i).collect(Collectors.joining(","));
    }
}
