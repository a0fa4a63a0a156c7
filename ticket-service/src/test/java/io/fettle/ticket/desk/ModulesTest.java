package io.fettle.ticket.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.fettle.platform.caller.Role;
import io.fettle.platform.testsupport.TestTokens;
import io.fettle.ticket.testsupport.AnIncident;
import io.fettle.ticket.testsupport.Connector;
import io.fettle.ticket.testsupport.Kind;
import io.fettle.ticket.testsupport.Topic;

/** What the contract says of every module, for each of them. */
@QuarkusTest
class ModulesTest {

    private static final List<String> MEMBERS = List.of(
            "TicketNumber",
            "Summary",
            "Description",
            "AssignedGroup",
            "StatusCode",
            "CreationDate",
            "LastModifiedDate",
            "sys_id",
            "iAutomate_CreatedDateInGMT",
            "iAutomate_UpdatedDateInGMT");

    private final Connector connector = new Connector();

    static Stream<Kind> kindsWithV1() {
        return Arrays.stream(Kind.values()).filter(Kind::hasV1);
    }

    @ParameterizedTest
    @CsvSource({
        "INCIDENT, Incident data saved successfully",
        "EVENT, Incident data saved successfully",
        "CHANGE_REQUEST_TASK, Change Request saved successfully",
        "SERVICE_REQUEST_TASK, Service Request saved successfully",
        "PROBLEM, Problem saved successfully",
        "SUB_TASK, Sub-Task saved successfully",
        "VULNERABILITY, Vulnerability saved successfully"
    })
    void aV2PushAnswersItsIdAndTheModulesMessage(Kind kind, String message) {
        kind.push(connector, kind.aTicket())
                .statusCode(200)
                .body("Id", matchesPattern("[0-9]{15,19}"))
                .body("Status", equalTo("Success"))
                .body("Message", equalTo(message));
    }

    @ParameterizedTest
    @MethodSource("kindsWithV1")
    void aV1PushAnswersItsIdAsTheResult(Kind kind) {
        kind.pushV1(connector, AnIncident.array(kind.aTicket()))
                .statusCode(200)
                .body("statusCode", equalTo(200))
                .body("message", equalTo("Success"))
                .body("result", matchesPattern("[0-9]{15,19}"));
    }

    @ParameterizedTest
    @EnumSource
    void eachRequiredFieldIsMissedByItsPlaceAndName(Kind kind) {
        List<String> required = kind.requiredFields();
        AnIncident[] tickets =
                required.stream().map(field -> kind.aTicket().without(field)).toArray(AnIncident[]::new);
        ValidatableResponse answer = kind.push(connector, tickets).statusCode(400);
        assertFaults(answer, "Errors", required);
        if (kind.hasV1()) {
            ValidatableResponse v1 =
                    kind.pushV1(connector, AnIncident.array(tickets)).statusCode(400);
            assertFaults(v1, "errors", required);
        }
        assertThat(kind.find(connector)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aStoredTicketIsDataCollectedWithOneLineOfHistory(Kind kind) {
        AnIncident ticket = kind.aTicket();
        kind.push(connector, ticket).statusCode(200);
        assertThat(kind.statusOf(connector, ticket.number()))
                .containsExactly(Map.of("TicketNumber", ticket.number(), "TicketStatus", "Data Collected"));
        assertThat(kind.historyOf(connector, ticket.number()))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .containsEntry("From", null)
                        .containsEntry("To", "Data Collected")
                        .containsEntry("Reason", "Arrived"));
    }

    @ParameterizedTest
    @CsvSource({
        "INCIDENT, ClosedDate",
        "EVENT, ClosedDate",
        "CHANGE_REQUEST_TASK, ChangeId",
        "SERVICE_REQUEST_TASK, RequestItemId SRId",
        "PROBLEM, ClosedDate",
        "SUB_TASK, ClosedDate Priority",
        "VULNERABILITY, ClosedDate"
    })
    void anItemHasTheContractsMembersAndNoOthers(Kind kind, String own) {
        kind.push(connector, kind.aTicket()).statusCode(200);
        assertThat(kind.find(connector))
                .singleElement()
                .satisfies(item -> assertThat(item.keySet()).containsExactlyInAnyOrderElementsOf(members(own, 20)));
        if (kind.hasV1()) {
            assertThat(kind.findV1(connector))
                    .singleElement()
                    .satisfies(item -> assertThat(item.keySet()).containsExactlyInAnyOrderElementsOf(members(own, 5)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBareObjectIsAnArrayOfOneOnEveryPath(Kind kind) {
        kind.push(connector, kind.aTicket().alone()).statusCode(200);
        if (kind.hasV1()) {
            kind.pushV1(connector, kind.aTicket().alone()).statusCode(200);
        }
        assertThat(kind.find(connector)).hasSize(kind.hasV1() ? 2 : 1);
    }

    @ParameterizedTest
    @EnumSource
    void postingATicketAgainChangesNothing(Kind kind) {
        AnIncident ticket = kind.aTicket();
        kind.push(connector, ticket).statusCode(200);
        String id = kind.push(connector, ticket).extract().path("Id");
        assertThat(connector.receipt(id)).containsEntry("Unchanged", 1).containsEntry("Updated", 0);
    }

    @Test
    void theSameSysIdAndNumberInAllModulesAreSevenTickets() {
        for (Kind kind : Kind.values()) {
            kind.push(
                            connector,
                            kind.aTicket()
                                    .with("sys_id", "one")
                                    .with("TicketNumber", "T1")
                                    .with("Summary", kind))
                    .statusCode(200);
        }
        for (Kind kind : Kind.values()) {
            assertThat(kind.find(connector))
                    .extracting(item -> item.get("Summary"))
                    .contains(kind.name());
            assertThat(kind.statusOf(connector, "T1")).hasSize(1);
            assertThat(kind.historyOf(connector, "T1")).hasSize(1);
        }
        assertThat(Kind.INCIDENT.find(connector)).hasSize(2);
        assertThat(Kind.PROBLEM.find(connector)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aTicketIsToldToThePipelineUnderItsModule(Kind kind) {
        AnIncident ticket = kind.aTicket();
        kind.push(connector, ticket).statusCode(200);
        String key = connector.org() + ":" + kind.module() + ":" + ticket.sysId();
        assertThat(new Topic("fettle.ticket.transition.v1").await(key, 1)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void everyCallNeedsItsRole(Kind kind) {
        int org = connector.org();
        for (String path : kind.pushPaths(org)) {
            call(org, Role.TICKETS_READ)
                    .contentType("application/json")
                    .body("[]")
                    .post(path)
                    .then()
                    .statusCode(403);
        }
        var reads = new ArrayList<>(kind.readPaths(org));
        reads.addAll(List.of(kind.statusPath("T1", org), kind.historyPath("T1", org)));
        for (String path : reads) {
            call(org, Role.TICKETS_WRITE).get(path).then().statusCode(403);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "v2/incident/orgentityid, 9, 200",
        "v2/incident/orgentityid, 2, 400",
        "v2/changeRequests/orgentityid, 2, 200",
        "v2/changeRequests/orgentityid, 1, 400",
        "iAutomateAPI/Request/GetSRTicketData, 3, 200",
        "iAutomateAPI/Request/GetSRTicketData, 2, 400",
        "v1/vulnerability/orgentityid, 13, 200",
        "v1/vulnerability/orgentityid, 9, 400"
    })
    void aFilterMayNameAModuleOfItsPathAndNoOther(String path, int module, int status) {
        connector
                .get("/" + path + "/" + connector.org() + "?ModuleId=" + module)
                .statusCode(status);
    }

    private static void assertFaults(ValidatableResponse answer, String errors, List<String> fields) {
        Integer[] places = IntStream.range(0, fields.size()).boxed().toArray(Integer[]::new);
        answer.body(errors + ".Index", containsInAnyOrder(places))
                .body(errors + ".sort{it.Index}.Field", equalTo(fields));
    }

    private static List<String> members(String own, int cols) {
        var members = new ArrayList<>(MEMBERS);
        members.addAll(List.of(own.split(" ")));
        IntStream.rangeClosed(1, cols).forEach(i -> members.add("Col" + i));
        return members;
    }

    private static RequestSpecification call(int org, String role) {
        return given().auth().oauth2(TestTokens.of(org, role));
    }
}
