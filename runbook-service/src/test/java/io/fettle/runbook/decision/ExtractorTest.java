package io.fettle.runbook.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.fettle.runbook.catalogue.Parameter;

class ExtractorTest {

    private static final Ticket TICKET = new Ticket(
            new TicketKey(1, 1, "abc"),
            "INC1",
            Map.of(
                    "Summary",
                    "Disk full on db01",
                    "Description",
                    "Volume /data of server db02.example.org",
                    "Col3",
                    " x "));

    @Test
    void theFirstGroupIsTheValue() {
        assertThat(value("Description", "server ([\\w.-]+)", null)).contains("db02.example.org");
    }

    @Test
    void theWholeMatchIsTheValueOfAnExpressionWithoutGroups() {
        assertThat(value("description", "/\\w+", null)).contains("/data");
    }

    @Test
    void aGroupThatTookNoPartGivesNothing() {
        assertThat(value("Summary", "Disk|(Volume)", null)).isEmpty();
    }

    @Test
    void aFieldWithoutAnExpressionIsTheValueWithoutTheBlanksAround() {
        assertThat(value("Col3", null, null)).contains("x");
    }

    @Test
    void anExpressionWithoutAFieldLooksAtTheSummaryAndThenAtTheDescription() {
        assertThat(value(null, "db\\d+", null)).contains("db01");
        assertThat(value("", "/\\w+", null)).contains("/data");
    }

    @Test
    void theDefaultIsTakenWhenNothingIsFound() {
        assertThat(value("Col4", ".+", "none")).contains("none");
        assertThat(value(null, null, "constant")).contains("constant");
        assertThat(value("Col4", ".+", " ")).isEmpty();
    }

    private static Optional<String> value(String field, String regEx, String byDefault) {
        return Extractor.of(new Parameter("p", true, field, regEx, byDefault, false))
                .value(TICKET);
    }
}
