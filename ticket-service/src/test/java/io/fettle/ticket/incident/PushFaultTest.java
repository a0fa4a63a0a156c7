package io.fettle.ticket.incident;

import static io.fettle.ticket.testsupport.AnIncident.anIncident;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.fettle.ticket.testsupport.Connector;

@QuarkusTest
class PushFaultTest {

    private final Connector connector = new Connector();

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
}
