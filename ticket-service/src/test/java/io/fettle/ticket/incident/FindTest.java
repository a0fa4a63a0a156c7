package io.fettle.ticket.incident;

import static io.fettle.ticket.testsupport.AnIncident.anIncident;
import static io.fettle.ticket.testsupport.AnIncident.array;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.fettle.ticket.testsupport.AnIncident;
import io.fettle.ticket.testsupport.Connector;

@QuarkusTest
class FindTest {

    private static final String GMT = "[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}";

    private final Connector connector = new Connector();

    @Test
    void aV2ItemHasExactlyTheContractsMembers() {
        AnIncident ticket = anIncident().with("Col20", "last");
        connector.push(ticket).statusCode(200);
        connector
                .get("/v2/incident/orgentityid/" + connector.org())
                .statusCode(200)
                .body("Count", equalTo(1))
                .body("Status", equalTo("Success"))
                .body("Message", equalTo("Success"))
                .body("$", not(hasKey("Next")))
                .body("Result[0]", aMapWithSize(11 + 20))
                .body("Result[0].TicketNumber", equalTo(ticket.number()))
                .body("Result[0].Summary", equalTo("Print spooler stopped"))
                .body("Result[0].AssignedGroup", equalTo(""))
                .body("Result[0].StatusCode", equalTo("New"))
                .body("Result[0].CreationDate", equalTo("2020-01-29 07:12:23.607"))
                .body("Result[0].LastModifiedDate", equalTo("2020-01-29 07:12:23.607"))
                .body("Result[0].sys_id", equalTo(ticket.sysId()))
                .body("Result[0]", hasKey("ClosedDate"))
                .body("Result[0].ClosedDate", nullValue())
                .body("Result[0].Col1", equalTo(""))
                .body("Result[0].Col20", equalTo("last"))
                .body("Result[0].iAutomate_CreatedDateInGMT", matchesPattern(GMT))
                .body("Result[0].iAutomate_UpdatedDateInGMT", matchesPattern(GMT));
    }

    @Test
    void aV1ItemHasFiveColsAndTheResultIsTheArray() {
        connector.push(anIncident()).statusCode(200);
        connector
                .get("/iAutomateAPI/Request/GetIncidentTicketData/" + connector.org() + "?ModuleId=1")
                .statusCode(200)
                .body("statusCode", equalTo(200))
                .body("status", equalTo("Success"))
                .body("$", hasKey("message"))
                .body("message", nullValue())
                .body("result[0]", aMapWithSize(11 + 5))
                .body("result[0].Col5", equalTo(""));
    }

    @Test
    void noMatchIsASuccessWithAnEmptyResult() {
        connector
                .get("/v2/incident/orgentityid/" + connector.org())
                .statusCode(200)
                .body("Count", equalTo(0))
                .body("Result", empty());
        connector
                .get("/iAutomateAPI/Request/GetIncidentTicketData/" + connector.org())
                .statusCode(200)
                .body("result", empty());
    }

    @Test
    void identifiersAreTrimmedAndFreeTextIsKeptByteForByte() {
        String text = "  \tline one\r\nzwei — Ärger\u00a0\ud83d\ude80 'quoted' \\ %41 <b>  ";
        connector
                .push(anIncident()
                        .with("TicketNumber", " INC7\n")
                        .with("StatusCode", " New ")
                        .with("AssignedGroup", "\tService Desk ")
                        .with("ModuleId", " 1 ")
                        .with("Summary", text)
                        .with("Description", text)
                        .with("Col1", text)
                        .with("Col2", "  "))
                .statusCode(200);
        assertThat(connector.find("").get(0))
                .containsEntry("TicketNumber", "INC7")
                .containsEntry("StatusCode", "New")
                .containsEntry("AssignedGroup", "Service Desk")
                .containsEntry("Summary", text)
                .containsEntry("Description", text)
                .containsEntry("Col1", text)
                .containsEntry("Col2", "  ");
    }

    @Test
    void namesIgnoreCaseAndNumbersAndBooleansAreTextsAsTheyAreWritten() {
        String body = anIncident()
                .with("StatusCode", 7)
                .with("Col1", true)
                .with("moduleid", 9)
                .without("ModuleId")
                .alone()
                .replace("}", ",\"COL2\":1.50,\"col3\":12345678901234567890,\"Status\":\"Closed\",\"Unknown\":[{}]}");
        connector.push(body, "").statusCode(200);
        assertThat(connector.find("ModuleId=9").get(0))
                .containsEntry("StatusCode", "7")
                .containsEntry("Col1", "true")
                .containsEntry("Col2", "1.50")
                .containsEntry("Col3", "12345678901234567890");
    }

    @ParameterizedTest
    @CsvSource({
        "TIMEZONE, IST, , 2020-01-29 01:42:23.607",
        "TIMEZONE, Eastern Standard Time, , 2020-01-29 12:12:23.607",
        "OFFSET, , -330, 2020-01-29 01:42:23.607",
        "GMT, , , 2020-01-29 07:12:23.607"
    })
    void localTimesBecomeGmt(String kind, String zone, String offset, String gmt) {
        connector
                .push(anIncident()
                        .with("IsTimeZoneOrOffset", kind)
                        .with("TimeZone", zone)
                        .with("TimeZoneOffset", offset)
                        .with("ResolvedDate", "2020-01-29 07:12:23.607"))
                .statusCode(200);
        assertThat(connector.find("").get(0))
                .containsEntry("CreationDate", gmt)
                .containsEntry("LastModifiedDate", gmt)
                .containsEntry("ClosedDate", gmt);
    }

    @Test
    void epochNumbersNeedNoZone() {
        connector
                .push(anIncident()
                        .with("IsEpoch", "Y")
                        .with("CreationDate", 1580281943)
                        .with("LastModifiedDate", "1580281943607")
                        .without("IsTimeZoneOrOffset"))
                .statusCode(200);
        assertThat(connector.find("").get(0))
                .containsEntry("CreationDate", "2020-01-29 07:12:23.000")
                .containsEntry("LastModifiedDate", "2020-01-29 07:12:23.607");
    }

    @Test
    void aDateUnderEpochIsReadInItsZone() {
        connector
                .pushV1(anIncident().with("IsEpoch", "Y").inZone("IST").alone(), "")
                .statusCode(200);
        assertThat(connector.find("").get(0)).containsEntry("CreationDate", "2020-01-29 01:42:23.607");
        connector
                .push(anIncident().with("IsEpoch", "Y").without("IsTimeZoneOrOffset"))
                .statusCode(400)
                .body("Errors.Field", org.hamcrest.Matchers.contains("IsTimeZoneOrOffset"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?ModuleId=1&%20start_date>=2020-01-28%2007:12:23.607&end_date<=2020-01-30%2006:24:52",
                "?queryParams={\"filter\":\"ModuleId=1&start_date>=2020-01-28+07:12:23.607&end_date<=2020-01-30\"}",
                "?queryParams={\"filter\":\"ModuleId='1'%26start_date%3E=2020-01-2807:12:23.607\"}"
            })
    void rawQueriesAreTakenAsTheGuidePrintsThem(String query) throws IOException {
        connector.push(anIncident(), anIncident().with("ModuleId", "9")).statusCode(200);
        assertThat(connector
                        .getRaw("/iAutomateAPI/Request/GetIncidentTicketData/" + connector.org() + query)
                        .getList("result"))
                .hasSize(1);
        assertThat(connector
                        .getRaw("/v2/incident/orgentityid/" + connector.org() + query)
                        .getInt("Count"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "start_date>=2020-01-02, 2 3",
        "start_date>2020-01-02, 3",
        "end_date<=2020-01-02, 1 2",
        "end_date<2020-01-02, 1",
        "start_date=2020-01-02, 2",
        "end_date>=2020-01-02&start_date<=2020-01-02, 2",
        "ticket_number=INC3, 3",
        "assignment_group=Group 2, 2",
        "sys_id=s1, 1",
        "updated_since>=2020-03-02, 2 3",
        "ModuleId=9, 3",
        "ModuleId=1&ModuleId=9, ''",
        "assignment_group=group 2, ''"
    })
    void aFilterNarrows(String filter, String expected) {
        connector
                .push(IntStream.rangeClosed(1, 3)
                        .mapToObj(i -> anIncident()
                                .with("TicketNumber", "INC" + i)
                                .with("sys_id", "s" + i)
                                .with("AssignedGroup", "Group " + i)
                                .with("ModuleId", i == 3 ? 9 : 1)
                                .with("CreationDate", "2020-01-0" + i)
                                .modified("2020-03-0" + i))
                        .toArray(AnIncident[]::new))
                .statusCode(200);
        assertThat(connector.find(filter).stream()
                        .map(item -> item.get("sys_id").toString().substring(1))
                        .toList())
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
    }

    @Test
    void anUnknownTermIsRefusedByName() {
        connector
                .get("/v2/incident/orgentityid/" + connector.org() + "?color=red")
                .statusCode(400)
                .body("Count", equalTo(0))
                .body("Result", empty())
                .body("Message", containsString("color=red"));
        connector
                .get("/iAutomateAPI/Request/GetIncidentTicketData/" + connector.org() + "?ModuleId=2")
                .statusCode(400)
                .body("statusCode", equalTo(400))
                .body("message", containsString("ModuleId=2"));
    }

    @Test
    void pagesFollowEachOtherInOrderWithoutGapOrDouble() {
        connector
                .push(IntStream.range(0, 25)
                        .mapToObj(i -> anIncident()
                                .with("sys_id", "s" + (char) ('a' + i * 7 % 25))
                                .with("ModuleId", i % 2 == 0 ? 1 : 9)
                                .with("CreationDate", "2020-01-01 00:00:00." + i % 3 + "123456"))
                        .toArray(AnIncident[]::new))
                .statusCode(200);
        List<Map<String, Object>> all = connector.find("");
        var paged = new ArrayList<Map<String, Object>>();
        String next = "";
        for (int page = 0; next != null; page++) {
            var answer = connector
                    .get("/v2/incident/orgentityid/" + connector.org() + "?limit=10" + next)
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            paged.addAll(answer.getList("Result"));
            next = answer.getString("Next") == null ? null : "&after=" + answer.getString("Next");
            assertThat(page).isLessThan(3);
        }
        assertThat(paged).isEqualTo(all).hasSize(25);
        assertThat(all)
                .isSortedAccordingTo(
                        java.util.Comparator.comparing(item -> item.get("CreationDate") + " " + item.get("sys_id")));
        connector
                .get("/iAutomateAPI/Request/GetIncidentTicketData/" + connector.org() + "?limit=10")
                .body("Next", not(nullValue()));
    }

    @Test
    void anotherOrganisationSeesNothing() {
        connector.push(array(anIncident()), "").statusCode(200);
        assertThat(new Connector().find("")).isEmpty();
    }
}
