package io.fettle.ticket.incident;

import static io.fettle.ticket.testsupport.AnIncident.anIncident;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

import io.fettle.ticket.testsupport.AnIncident;
import io.fettle.ticket.testsupport.Connector;

/** Pages of tickets whose texts are long: they end at about 8 MiB. */
@QuarkusTest
class LongPageTest {

    private static final int MEBIBYTE = 1024 * 1024;

    private final Connector connector = new Connector();

    @Test
    void aPageEndsWithTheTicketThatMakesItEightMebibytesLong() {
        push(10, anIncident().with("Description", "d".repeat(MEBIBYTE)));
        push(3, anIncident().with("CreationDate", "2021-01-01"));
        String v2 = "/v2/incident/orgentityid/" + connector.org();
        assertThat(pages(v2, "Result")).containsExactly(8, 5);
        assertThat(pages("/iAutomateAPI/Request/GetIncidentTicketData/" + connector.org(), "result"))
                .containsExactly(8, 5);
        assertThat(pages(v2 + "?limit=6", "Result")).containsExactly(6, 6, 1);
    }

    @Test
    void theLengthIsThatOfTheTextHoweverWellItIsCompressed() {
        AnIncident ticket = anIncident().with("Summary", "s".repeat(4000));
        for (int i = 1; i <= 15; i++) {
            ticket = ticket.with("Col" + i, "ä".repeat(4000));
        }
        push(80, ticket);
        assertThat(pages("/v2/incident/orgentityid/" + connector.org(), "Result"))
                .containsExactly(68, 12);
    }

    private void push(int count, AnIncident ticket) {
        connector
                .push(IntStream.range(0, count)
                        .mapToObj(i -> ticket.with("sys_id", ticket.sysId() + "-" + i))
                        .toArray(AnIncident[]::new))
                .statusCode(200);
    }

    /** How many tickets there are on each page, none of them twice. */
    private List<Integer> pages(String path, String member) {
        var sizes = new ArrayList<Integer>();
        var ids = new ArrayList<Object>();
        String query = path;
        String next;
        do {
            JsonPath page = connector.get(query).statusCode(200).extract().jsonPath();
            List<Object> shown = page.getList(member + ".sys_id");
            assertThat(ids).doesNotContainAnyElementsOf(shown);
            ids.addAll(shown);
            sizes.add(shown.size());
            next = page.getString("Next");
            query = path + (path.contains("?") ? "&" : "?") + "after=" + next;
        } while (next != null);
        return sizes;
    }
}
