package io.fettle.ticket.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Map;

import org.junit.jupiter.api.Test;

class KnownZonesTest {

    private final KnownZones zones =
            new KnownZones(Map.of("IST", "Europe/Dublin", "Xyz", "Asia/Shanghai", "EST", "Nowhere/Else"));

    @Test
    void anOverrideWinsOverTheTable() {
        assertThat(zones.find("IST")).contains(ZoneId.of("Europe/Dublin"));
    }

    @Test
    void anOverrideMayNameWhatTheTableDoesNot() {
        assertThat(zones.find("XYZ")).contains(ZoneId.of("Asia/Shanghai"));
    }

    @Test
    void namesIgnoreCase() {
        assertThat(zones.find("ist")).isEqualTo(zones.find("IST")).isPresent();
        assertThat(zones.find("xYz")).contains(ZoneId.of("Asia/Shanghai"));
    }

    @Test
    void whatIsNotOverriddenStandsInTheTable() {
        assertThat(zones.find("CST")).contains(ZoneId.of("America/Chicago"));
        assertThat(zones.find("Asia/Kolkata")).contains(ZoneId.of("Asia/Kolkata"));
        assertThat(zones.find("Nowhere")).isEmpty();
        assertThat(KnownZones.STANDARD.find("IST")).contains(ZoneId.of("Asia/Kolkata"));
    }

    @Test
    void anOverrideThatIsNoZoneIsNeverTakenForTheTables() {
        assertThat(zones.find("EST")).isEmpty();
    }
}
