package io.fettle.ticket.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.fettle.ticket.testsupport.AnIncident;
import io.fettle.ticket.testsupport.Connector;
import io.fettle.ticket.testsupport.Kind;
import io.fettle.ticket.testsupport.Topic;

/** The fields that only some modules have. */
@QuarkusTest
class OwnFieldsTest {

    private final Connector connector = new Connector();

    @Test
    void ownFieldsIgnoreCaseAreTrimmedAndTakeNumbers() {
        Kind.SERVICE_REQUEST_TASK
                .push(
                        connector,
                        Kind.SERVICE_REQUEST_TASK
                                .aTicket()
                                .without("SRId", "RequestItemId")
                                .with("SRid", 42)
                                .with("requestitemid", " RITM7 "))
                .statusCode(200);
        Kind.CHANGE_REQUEST_TASK
                .pushV1(
                        connector,
                        Kind.CHANGE_REQUEST_TASK
                                .aTicket()
                                .without("ChangeId")
                                .with("changeid", "\tCHG7\n")
                                .alone())
                .statusCode(200);
        assertThat(Kind.SERVICE_REQUEST_TASK.find(connector).get(0))
                .containsEntry("SRId", "42")
                .containsEntry("RequestItemId", "RITM7");
        assertThat(Kind.CHANGE_REQUEST_TASK.findV1(connector).get(0)).containsEntry("ChangeId", "CHG7");
    }

    @ParameterizedTest
    @CsvSource({
        "CHANGE_REQUEST_TASK, ChangeId, 100",
        "SERVICE_REQUEST_TASK, SRId, 100",
        "SERVICE_REQUEST_TASK, RequestItemId, 100",
        "SUB_TASK, Priority, 50"
    })
    void anOwnFieldMayBeAsLongAsTheContractSaysAndNoLonger(Kind kind, String field, int longest) {
        String text = "ä".repeat(longest);
        kind.push(connector, kind.aTicket().with(field, text)).statusCode(200);
        assertThat(kind.find(connector).get(0)).containsEntry(field, text);
        kind.push(connector, kind.aTicket().with(field, text + "ä"))
                .statusCode(400)
                .body("Errors.Field", contains(field))
                .body("Errors.Index", contains(0));
    }

    @Test
    void ownFieldsAreToldToThePipeline() {
        AnIncident ticket = Kind.CHANGE_REQUEST_TASK.aTicket();
        Kind.CHANGE_REQUEST_TASK.push(connector, ticket).statusCode(200);
        var event = new Topic("fettle.ticket.transition.v1")
                .await(connector.org() + ":2:" + ticket.sysId(), 1)
                .get(0);
        assertThat(new JsonObject(Buffer.buffer(event.value()))
                        .getJsonObject("fields")
                        .getString("ChangeId"))
                .isEqualTo("CHG1");
    }

    @Test
    void theSameDateWithAnotherOwnFieldUpdates() {
        AnIncident task = Kind.CHANGE_REQUEST_TASK.aTicket();
        Kind.CHANGE_REQUEST_TASK.push(connector, task).statusCode(200);
        String id = Kind.CHANGE_REQUEST_TASK
                .push(connector, task.with("ChangeId", "CHG2"))
                .extract()
                .path("Id");
        assertThat(connector.receipt(id)).containsEntry("Updated", 1);
        assertThat(Kind.CHANGE_REQUEST_TASK.find(connector).get(0)).containsEntry("ChangeId", "CHG2");
    }

    /** What another module has is unknown here, whatever stands in it. */
    @ParameterizedTest
    @CsvSource({
        "INCIDENT, ChangeId",
        "EVENT, SRId",
        "CHANGE_REQUEST_TASK, ModuleId",
        "CHANGE_REQUEST_TASK, ResolvedDate",
        "SERVICE_REQUEST_TASK, ModuleId",
        "SERVICE_REQUEST_TASK, ResolvedDate",
        "PROBLEM, ModuleId",
        "PROBLEM, Priority",
        "SUB_TASK, ModuleId",
        "SUB_TASK, Col10",
        "VULNERABILITY, ModuleId",
        "VULNERABILITY, RequestItemId"
    })
    void aFieldOfAnotherModuleIsIgnored(Kind kind, String field) {
        kind.push(connector, kind.aTicket().with(field, "x".repeat(5000))).statusCode(200);
        kind.push(connector, kind.aTicket().with(field, List.of(1))).statusCode(200);
        assertThat(kind.find(connector))
                .hasSize(2)
                .allSatisfy(item -> assertThat(item.getOrDefault(field, "")).isEqualTo(""));
    }

    @ParameterizedTest
    @EnumSource(names = {"INCIDENT", "EVENT", "PROBLEM", "SUB_TASK", "VULNERABILITY"})
    void aResolvedDateIsReadBackAsTheClosedDate(Kind kind) {
        kind.push(connector, kind.aTicket(), kind.aTicket().with("ResolvedDate", "2020-01-30"))
                .statusCode(200);
        assertThat(kind.find(connector))
                .extracting(item -> item.get("ClosedDate"))
                .containsExactlyInAnyOrder(null, "2020-01-30 00:00:00.000");
    }

    @Test
    void aSubTaskHasNineColsAndAPriorityThatMayBeMissing() {
        Kind.SUB_TASK
                .push(
                        connector,
                        Kind.SUB_TASK.aTicket().with("Priority", 3).with("Col9", "ninth"),
                        Kind.SUB_TASK.aTicket())
                .statusCode(200);
        assertThat(Kind.SUB_TASK.find(connector))
                .extracting(item -> item.get("Priority") + "|" + item.get("Col9"))
                .containsExactlyInAnyOrder("3|ninth", "|");
    }
}
