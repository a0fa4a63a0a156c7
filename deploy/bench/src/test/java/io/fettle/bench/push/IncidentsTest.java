package io.fettle.bench.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class IncidentsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void numbersGoOnFromTheFirst() throws IOException {
        var array = JSON.readTree(Incidents.array("INC", 500, 3));
        assertThat(array.findValuesAsText("sys_id")).containsExactly("INC500", "INC501", "INC502");
        assertThat(array.findValuesAsText("TicketNumber")).containsExactly("INC500", "INC501", "INC502");
    }

    @Test
    void theSameNumberHasTheSameContentInEveryRound() {
        assertThat(Incidents.array("INC", 0, 2)).isEqualTo(Incidents.array("INC", 0, 2));
    }

    @Test
    void aDescriptionIsAsLongAsRealOnes() throws IOException {
        var incident = JSON.readTree(Incidents.one("INC1")).path(0);
        assertThat(incident.path("Description").textValue()).hasSize(350);
        assertThat(incident.path("Col3").textValue()).isNotBlank();
    }
}
