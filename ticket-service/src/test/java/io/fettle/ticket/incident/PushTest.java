package io.fettle.ticket.incident;

import static io.fettle.ticket.testsupport.AnIncident.anIncident;
import static io.fettle.ticket.testsupport.AnIncident.array;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.Map;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.fettle.platform.caller.Role;
import io.fettle.platform.testsupport.TestTokens;
import io.fettle.ticket.testsupport.AnIncident;
import io.fettle.ticket.testsupport.Connector;

@QuarkusTest
class PushTest {

    private final Connector connector = new Connector();

    @Test
    void aV2PushAnswersItsIdAndTheGuidesMessage() {
        connector
                .push(anIncident())
                .statusCode(200)
                .body("Id", matchesPattern("[0-9]{15,19}"))
                .body("Status", equalTo("Success"))
                .body("Message", equalTo("Incident data saved successfully"))
                .body("$", not(org.hamcrest.Matchers.hasKey("Errors")));
    }

    @Test
    void aV1PushAnswersItsIdAsTheResult() {
        connector
                .pushV1(array(anIncident()), "")
                .statusCode(200)
                .body("statusCode", equalTo(200))
                .body("status", equalTo("Success"))
                .body("message", equalTo("Success"))
                .body("result", matchesPattern("[0-9]{15,19}"));
    }

    @Test
    void oneObjectIsTakenAsAnArrayOfOneOnBothPaths() {
        connector.push(anIncident().alone(), "").statusCode(200);
        connector.pushV1(anIncident().alone(), "").statusCode(200);
        assertThat(connector.find("")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "", "null", "7", "\"text\"", "[{", "{\"a\":1}}", "[{}] [{}]", "[1,]"})
    void aBodyWithoutTicketsIsMalformed(String body) {
        connector.push(body, "").statusCode(400).body("Id", nullValue()).body("Status", equalTo("Fail"));
        connector
                .pushV1(body, "")
                .statusCode(400)
                .body("statusCode", equalTo(400))
                .body("result", nullValue());
    }

    @Test
    void moreThanTenThousandItemsAreTooMany() {
        connector.push("[" + "{},".repeat(10_000) + "{}]", "").statusCode(413).body("Status", equalTo("Fail"));
    }

    @Test
    void tenThousandItemsAreNotTooMany() {
        var incidents = IntStream.range(0, 10_000).mapToObj(i -> anIncident()).toArray(AnIncident[]::new);
        assertThat(connector.receiptOf(incidents)).containsEntry("Inserted", 10_000);
    }

    @Test
    void aBodyThatIsNotJsonByItsTypeIs415() {
        connector
                .call()
                .contentType("text/plain")
                .body(array(anIncident()))
                .post("/v2/incident/orgentityid/" + connector.org())
                .then()
                .statusCode(415);
    }

    @Test
    void jsonBeyondTheLimitsIsRefusedWithoutNamingAClass() {
        connector
                .push("[{\"x\":" + "[".repeat(40) + "]".repeat(40) + "}]", "")
                .statusCode(400)
                .body("Message", not(org.hamcrest.Matchers.containsString("StreamReadConstraints")));
    }

    @Test
    void everyFaultOfEveryItemIsListedWithItsPlaceAndTheContractsFieldName() {
        connector
                .push("[{},{\"ticketnumber\":\"INC1\",\"isepoch\":\"maybe\",\"CreationDate\":\"2020-02-30\"},7]", "")
                .statusCode(400)
                .body("Id", nullValue())
                .body("Message", equalTo("Item 0: TicketNumber is required"))
                .body(
                        "Errors.findAll{it.Index==0}.Field",
                        containsInAnyOrder(
                                "TicketNumber",
                                "Summary",
                                "sys_id",
                                "StatusCode",
                                "CreationDate",
                                "LastModifiedDate",
                                "Description",
                                "IsTimeZoneOrOffset",
                                "IsEpoch",
                                "ModuleId"))
                .body(
                        "Errors.findAll{it.Index==1}.Field",
                        containsInAnyOrder(
                                "Summary",
                                "sys_id",
                                "StatusCode",
                                "CreationDate",
                                "LastModifiedDate",
                                "Description",
                                "IsTimeZoneOrOffset",
                                "IsEpoch",
                                "ModuleId"))
                .body("Errors.findAll{it.Index==2}.Message", contains("The item must be an object"));
    }

    @Test
    void atMostAHundredFaultsAreTold() {
        connector.push("[" + "{},".repeat(99) + "{}]", "").statusCode(400).body("Errors", hasSize(100));
    }

    @ParameterizedTest
    @CsvSource({
        "TicketNumber, 100",
        "sys_id, 100",
        "StatusCode, 50",
        "AssignedGroup, 255",
        "Summary, 4000",
        "Col1, 4000",
        "Col20, 4000"
    })
    void aTextMayBeAsLongAsTheContractSaysAndNoLonger(String field, int longest) {
        connector.push(anIncident().with(field, "ä".repeat(longest))).statusCode(200);
        connector
                .push(anIncident().with(field, "ä".repeat(longest + 1)))
                .statusCode(400)
                .body("Errors.Field", contains(field))
                .body("Errors.Index", contains(0));
    }

    @Test
    void aDescriptionMayHaveOneMebibyte() {
        connector.push(anIncident().with("Description", "x".repeat(1 << 20))).statusCode(200);
        connector
                .push(anIncident().with("Description", "ä".repeat((1 << 19) + 1)))
                .statusCode(400)
                .body("Errors.Field", contains("Description"));
        connector
                .push(anIncident().with("Description", "x".repeat((1 << 20) + 1)))
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TicketNumber",
                "Summary",
                "sys_id",
                "StatusCode",
                "CreationDate",
                "LastModifiedDate",
                "Description",
                "IsTimeZoneOrOffset",
                "IsEpoch",
                "ModuleId"
            })
    void aRequiredFieldThatIsAbsentNullOrBlankIsAnError(String field) {
        connector
                .push(
                        anIncident().without(field),
                        anIncident().with(field, null),
                        anIncident().with(field, " \t"))
                .statusCode(400)
                .body("Errors.Field", contains(field, field, field))
                .body("Errors.Index", contains(0, 1, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "ModuleId, 2, ModuleId",
        "ModuleId, 01, ModuleId",
        "IsEpoch, maybe, IsEpoch",
        "IsTimeZoneOrOffset, LOCAL, IsTimeZoneOrOffset",
        "IsTimeZoneOrOffset, TIMEZONE, TimeZone",
        "IsTimeZoneOrOffset, OFFSET, TimeZoneOffset",
        "CreationDate, 1580281943, CreationDate",
        "LastModifiedDate, 2020-02-30, LastModifiedDate",
        "ResolvedDate, soon, ResolvedDate"
    })
    void aMalformedValueNamesItsField(String field, String value, String blamed) {
        connector.push(anIncident().with(field, value)).statusCode(400).body("Errors.Field", contains(blamed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nowhere/Nothing", "XYZ", "+05:30"})
    void anUnknownZoneNamesItemAndField(String zone) {
        connector
                .push(anIncident(), anIncident().inZone(zone))
                .statusCode(400)
                .body("Errors[0].Index", equalTo(1))
                .body("Errors.Field", contains("TimeZone"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1081", "1081", "-5.5", "five"})
    void anOffsetOutOfItsRangeIsRefused(String minutes) {
        connector
                .push(anIncident().with("IsTimeZoneOrOffset", "OFFSET").with("TimeZoneOffset", minutes))
                .statusCode(400)
                .body("Errors.Field", contains("TimeZoneOffset"));
    }

    @Test
    void aValueThatIsNoTextIsNamed() {
        connector
                .push("[" + anIncident().with("Summary", Map.of("a", 1)).alone() + "]", "")
                .statusCode(400)
                .body("Errors.Field", contains("Summary"));
    }

    @Test
    void textThatCannotBeKeptByteForByteIsRefused() {
        connector.push(anIncident().with("Summary", "a\0b")).statusCode(400).body("Errors.Field", contains("Summary"));
        connector
                .push(anIncident().alone().replace("Print spooler", "\\ud800"), "")
                .statusCode(400)
                .body("Errors.Field", contains("Summary"));
    }

    @Test
    void theOrganisationOfABodyMustBeThatOfThePath() {
        connector.push(anIncident().with("OrgId", connector.org())).statusCode(200);
        connector
                .push(anIncident().with("orgid", String.valueOf(connector.org())))
                .statusCode(200);
        connector
                .push(anIncident().with("OrgId", connector.org() + 1))
                .statusCode(400)
                .body("Errors.Field", contains("OrgId"));
    }

    @Test
    void oneBadItemRefusesTheWholeArrayAndNothingIsStored() {
        connector.push(anIncident(), anIncident().without("sys_id")).statusCode(400);
        connector
                .pushV1(array(anIncident(), anIncident().without("sys_id")), "?partial=false")
                .statusCode(400);
        assertThat(connector.find("")).isEmpty();
    }

    @Test
    void aPartialPushStoresTheGoodItemsAndTellsOfTheOthers() {
        AnIncident good = anIncident();
        String id = connector
                .push(array(anIncident().without("sys_id"), good), "?partial=true")
                .statusCode(200)
                .body("Status", equalTo("Success"))
                .body("Errors.Index", contains(0))
                .body("Errors.Field", contains("sys_id"))
                .extract()
                .path("Id");
        assertThat(connector.receipt(id)).containsEntry("Inserted", 1).containsEntry("Refused", 1);
        connector
                .pushV1(array(anIncident().with("IsEpoch", "X"), anIncident()), "?Partial=TRUE")
                .statusCode(200)
                .body("errors.Field", contains("IsEpoch"));
        assertThat(connector.find("")).hasSize(2);
    }

    @Test
    void aPartialPushWithoutAGoodItemIsRefused() {
        connector.push(array(anIncident().without("sys_id")), "?partial=true").statusCode(400);
    }

    @Test
    void withoutTheRoleOrTheOrganisationNothingIsTaken() {
        given().auth()
                .oauth2(TestTokens.of(connector.org(), Role.TICKETS_READ))
                .contentType("application/json")
                .body(array(anIncident()))
                .post("/v2/incident/orgentityid/" + connector.org())
                .then()
                .statusCode(403);
        connector
                .json()
                .body(array(anIncident()))
                .post("/v2/incident/orgentityid/1")
                .then()
                .statusCode(403);
        given().contentType("application/json")
                .body(array(anIncident()))
                .post("/iAutomateAPI/Request/SaveIncidentData/" + connector.org())
                .then()
                .statusCode(401)
                .body("statusCode", equalTo(401));
    }
}
