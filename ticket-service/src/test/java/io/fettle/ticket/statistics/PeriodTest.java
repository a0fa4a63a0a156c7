package io.fettle.ticket.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.fettle.platform.error.Fault;
import io.fettle.platform.error.ServiceException;

class PeriodTest {

    @Test
    void bothDaysAreWholeAndIncluded() {
        assertThat(Period.of("02-28-2024", " 02-29-2024 "))
                .isEqualTo(new Period(Instant.parse("2024-02-28T00:00:00Z"), Instant.parse("2024-03-01T00:00:00Z")));
    }

    @Test
    void oneDayIsAPeriodToo() {
        assertThat(Period.of("12-31-2025", "12-31-2025"))
                .isEqualTo(new Period(Instant.parse("2025-12-31T00:00:00Z"), Instant.parse("2026-01-01T00:00:00Z")));
    }

    @Test
    void aDayThatIsAbsentOrBlankLeavesItsSideOpen() {
        assertThat(Period.of(null, "12-31-2025").from()).isBefore("0001-01-02T00:00:00Z");
        assertThat(Period.of("12-31-2025", " ").before()).isAfter("9999-12-31T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "02-30-2026, , startdate",
        "02-29-2026, , startdate",
        "13-01-2026, , startdate",
        "31-12-2026, , startdate",
        "2026-11-24, , startdate",
        "11/24/2026, , startdate",
        "1-2-2026, , startdate",
        "11-24-26, , startdate",
        "11-24--026, , startdate",
        "11-24-12026, , startdate",
        "٠١-٠١-٢٠٢٦, , startdate",
        "11-24-2026 00:00:00, , startdate",
        ", yesterday, enddate",
        "01-01-2026, 00-01-2026, enddate"
    })
    void whatIsNoDateOfThisFormIsRefusedByName(String startDate, String endDate, String field) {
        assertThatThrownBy(() -> Period.of(startDate, endDate))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        refusal -> assertThat(refusal.faults())
                                .containsExactly(new Fault(null, field, "must be a date, MM-DD-YYYY")));
    }

    @Test
    void theFirstDayIsNotAfterTheLast() {
        assertThatThrownBy(() -> Period.of("11-25-2026", "11-24-2026"))
                .hasMessage("startdate must not be after enddate");
    }
}
