package io.fettle.ticket.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDateTest {

    @ParameterizedTest
    @CsvSource({
        "2020-01-29 07:12:23, 2020-01-29T07:12:23Z",
        "2020-01-29T07:12:23, 2020-01-29T07:12:23Z",
        "2020-01-29 07:12:23.6, 2020-01-29T07:12:23.6Z",
        "2020-01-29 07:12:23.607, 2020-01-29T07:12:23.607Z",
        "2020-01-29 07:12:23.123456789, 2020-01-29T07:12:23.123456Z",
        "2020-01-29, 2020-01-29T00:00:00Z",
        "2020-02-29, 2020-02-29T00:00:00Z"
    })
    void aLocalTimeIsReadInEverySpelling(String text, Instant gmt) {
        assertThat(gmt(text, LocalRule.GMT)).isEqualTo(gmt);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-29T07:12:23Z, 2020-01-29T07:12:23Z",
        "2020-01-29T07:12:23+05:30, 2020-01-29T01:42:23Z",
        "2020-01-29 07:12:23 +0530, 2020-01-29T01:42:23Z",
        "2020-01-29 07:12:23-05, 2020-01-29T12:12:23Z",
        "2020-01-29T07:12:23.5-08:00, 2020-01-29T15:12:23.5Z"
    })
    void anOffsetInTheDateWinsOverTheZoneFields(String text, Instant gmt) {
        assertThat(gmt(text, LocalRule.offset(-330))).isEqualTo(gmt);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1970-01-01T00:00:00Z",
        "1580281943, 2020-01-29T07:12:23Z",
        "99999999999, 5138-11-16T09:46:39Z",
        "100000000000, 1973-03-03T09:46:40Z",
        "1580281943607, 2020-01-29T07:12:23.607Z",
        "-1, 1969-12-31T23:59:59Z"
    })
    void upToElevenDigitsAreSecondsAndMoreAreMilliseconds(String text, Instant gmt) {
        assertThat(WrittenDate.parse(text, true).toGmt(null)).isEqualTo(gmt);
    }

    @Test
    void aWellFormedDateIsStillADateUnderEpoch() {
        assertThat(WrittenDate.parse("2020-01-29 07:12:23", true).toGmt(LocalRule.GMT))
                .isEqualTo("2020-01-29T07:12:23Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-02-30",
                "2019-02-29",
                "2020-13-01",
                "2020-00-10",
                "0000-01-01",
                "2020-01-29 24:00:00",
                "2020-01-29 07:60:00",
                "2020-01-29 23:59:60",
                "2020-01-29T07:12:23+19:00",
                "9999-12-31T23:59:59-01:00",
                "2020-1-29",
                "29/01/2020",
                "01-29-2020",
                "2020-01-29 07:12",
                "2020-01-29 7:12:23",
                "2020-01-29 07:12:23.",
                "2020-01-29 07:12:23.1234567890",
                "2020-01-29  07:12:23",
                "2020-01-2907:12:23",
                "2020-01-29Z",
                "2020-01-29t07:12:23",
                "+12020-01-29",
                "٢٠٢٠-٠١-٢٩",
                "Jan 29, 2020",
                "1580281943",
                "yesterday",
                ""
            })
    void whatIsNoDateIsRefused(String text) {
        assertThatThrownBy(() -> WrittenDate.parse(text, false).toGmt(LocalRule.GMT))
                .isInstanceOf(DateTimeException.class)
                .message()
                .matches("(must be|does not exist).*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999999999999999", "999999999999999", "1.5e9", "1580281943.5", "--1"})
    void aNumberBeyondTheCalendarIsRefused(String text) {
        assertThatThrownBy(() -> WrittenDate.parse(text, true).toGmt(null)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void gmtIsLocalPlusOffsetAsInTheGuide() {
        assertThat(gmt("2019-11-18 06:24:52", LocalRule.offset(-330))).isEqualTo("2019-11-18T00:54:52Z");
        assertThat(gmt("2019-11-18 06:24:52", LocalRule.offset(300))).isEqualTo("2019-11-18T11:24:52Z");
    }

    @ParameterizedTest
    @CsvSource({
        "IST, 2020-01-29 07:12:23, 2020-01-29T01:42:23Z",
        "ist, 2020-01-29 07:12:23, 2020-01-29T01:42:23Z",
        "India Standard Time, 2020-01-29 07:12:23, 2020-01-29T01:42:23Z",
        "Asia/Kolkata, 2020-01-29 07:12:23, 2020-01-29T01:42:23Z",
        "EST, 2020-01-29 07:12:23, 2020-01-29T12:12:23Z",
        "EST, 2020-07-29 07:12:23, 2020-07-29T11:12:23Z",
        "EDT, 2020-01-29 07:12:23, 2020-01-29T12:12:23Z",
        "Eastern Standard Time, 2020-07-29 07:12:23, 2020-07-29T11:12:23Z",
        "CST, 2020-07-29 07:12:23, 2020-07-29T12:12:23Z",
        "China Standard Time, 2020-07-29 07:12:23, 2020-07-28T23:12:23Z",
        "MST, 2020-07-29 07:12:23, 2020-07-29T13:12:23Z",
        "PDT, 2020-01-29 07:12:23, 2020-01-29T15:12:23Z",
        "BST, 2020-01-29 07:12:23, 2020-01-29T07:12:23Z",
        "CEST, 2020-07-29 07:12:23, 2020-07-29T05:12:23Z",
        "EET, 2020-01-29 07:12:23, 2020-01-29T05:12:23Z",
        "JST, 2020-01-29 07:12:23, 2020-01-28T22:12:23Z",
        "AEDT, 2020-01-29 07:12:23, 2020-01-28T20:12:23Z",
        "NZST, 2020-01-29 07:12:23, 2020-01-28T18:12:23Z",
        "UTC, 2020-01-29 07:12:23, 2020-01-29T07:12:23Z",
        "UTC-11, 2020-01-29 07:12:23, 2020-01-29T18:12:23Z"
    })
    void aZoneIsNamedByIanaIdWindowsIdOrAbbreviation(String zone, String text, Instant gmt) {
        assertThat(gmt(text, LocalRule.zone(Zones.find(zone).orElseThrow()))).isEqualTo(gmt);
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2020-03-08 02:30:00, 2020-03-08T07:30:00Z",
        "Europe/London, 2020-03-29 01:00:00, 2020-03-29T01:00:00Z",
        "Australia/Lord_Howe, 2020-10-04 02:15:00, 2020-10-03T15:45:00Z"
    })
    void aTimeInAGapMovesForwardByTheGap(String zone, String text, Instant gmt) {
        assertThat(gmt(text, LocalRule.zone(Zones.find(zone).orElseThrow()))).isEqualTo(gmt);
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2020-11-01 01:30:00, 2020-11-01T05:30:00Z",
        "Europe/London, 2020-10-25 01:30:00, 2020-10-25T00:30:00Z"
    })
    void aTimeInAnOverlapTakesTheEarlierOffset(String zone, String text, Instant gmt) {
        assertThat(gmt(text, LocalRule.zone(Zones.find(zone).orElseThrow()))).isEqualTo(gmt);
    }

    private static Instant gmt(String text, LocalRule rule) {
        return WrittenDate.parse(text, false).toGmt(rule);
    }
}
