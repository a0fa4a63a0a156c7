package io.fettle.ticket.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Arrays;

import com.ibm.icu.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZonesTest {

    @Test
    void everyWindowsIdMeansWhatUnicodeSays() {
        Arrays.stream(TimeZone.getAvailableIDs())
                .map(TimeZone::getWindowsID)
                .filter(id -> id != null)
                .distinct()
                .forEach(id ->
                        assertThat(Zones.find(id)).as(id).contains(ZoneId.of(TimeZone.getIDForWindowsID(id, "001"))));
    }

    @ParameterizedTest
    @CsvSource({
        "IST, Asia/Kolkata",
        "EST, America/New_York",
        "EDT, America/New_York",
        "CST, America/Chicago",
        "CDT, America/Chicago",
        "MST, America/Denver",
        "MDT, America/Denver",
        "PST, America/Los_Angeles",
        "PDT, America/Los_Angeles",
        "GMT, Etc/UTC",
        "UTC, Etc/UTC",
        "BST, Europe/London",
        "CET, Europe/Paris",
        "CEST, Europe/Paris",
        "EET, Europe/Athens",
        "EEST, Europe/Athens",
        "JST, Asia/Tokyo",
        "SGT, Asia/Singapore",
        "HKT, Asia/Hong_Kong",
        "AEST, Australia/Sydney",
        "AEDT, Australia/Sydney",
        "NZST, Pacific/Auckland",
        "NZDT, Pacific/Auckland"
    })
    void anAbbreviationNamesTheZone(String name, String zone) {
        assertThat(Zones.find(name)).contains(ZoneId.of(zone));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Nowhere", "Asia/Nowhere", "+05:30", "UTC+5", "GMT+05:30", "SystemV/EST5", "XYZ"})
    void theTableIsClosed(String name) {
        assertThat(Zones.find(name)).isEmpty();
    }
}
