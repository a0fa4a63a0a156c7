package io.fettle.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;

class IncidentTest {

    private final Incident incident =
            new Incident("INC1", "Spooler hangs", "On printhost01", Instant.parse("2020-01-29T00:54:52Z"));

    @Test
    void indianDatesAreFiveAndAHalfHoursAhead() {
        assertThat(incident.withIndianDates().path("CreationDate").textValue()).isEqualTo("2020-01-29 06:24:52");
        assertThat(incident.withIndianDates().path("TimeZone").textValue()).isEqualTo("IST");
    }

    @Test
    void epochDatesAreSeconds() {
        assertThat(incident.withEpochDates().path("CreationDate").textValue()).isEqualTo("1580259292");
    }
}
