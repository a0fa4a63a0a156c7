package io.fettle.auth.organisation;

import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.fettle.auth.form.Faults;

/**
 * An organisation as clients write and read it (contract section 13). In a change, what is {@code null} stays as it is.
 *
 * @param id the organisation number, positive
 * @param name 1-255 characters
 * @param timeZone an IANA id; {@code GMT} for a new organisation that names none
 * @param zoneOverrides what this organisation means by zone abbreviations: {@code {"IST":"Europe/Dublin"}}; values are
 *     IANA ids
 */
public record Organisation(
        @JsonProperty("OrgId") Integer id,
        @JsonProperty("Name") String name,
        @JsonProperty("TimeZone") String timeZone,
        @JsonProperty("ZoneOverrides") Map<String, String> zoneOverrides) {

    private static final Pattern NAME = Pattern.compile("(?=.*\\S)[^\\p{Cntrl}]{1,255}");
    private static final Pattern ABBREVIATION = Pattern.compile("[A-Z]{1,10}");

    /** What a new organisation is where nothing else is given. */
    static Organisation blank(int id) {
        return new Organisation(id, null, "GMT", Map.of());
    }

    Organisation with(Organisation change) {
        return new Organisation(
                id,
                change.name == null ? name : change.name,
                change.timeZone == null ? timeZone : change.timeZone,
                change.zoneOverrides == null ? zoneOverrides : change.zoneOverrides);
    }

    void requireNew() {
        var faults = new Faults();
        faults.unless(id != null, "OrgId", "is required");
        faults.unless(id == null || id > 0, "OrgId", "must be positive");
        faults.unless(name != null, "Name", "is required");
        requireForm(faults);
    }

    /** @param path the organisation number in the path, which the body may only repeat */
    void requireChangeOf(int path) {
        var faults = new Faults();
        faults.unless(id == null || id == path, "OrgId", "is not the organisation in the path");
        requireForm(faults);
    }

    private void requireForm(Faults faults) {
        faults.unless(name == null || NAME.matcher(name).matches(), "Name", "must have 1-255 printable characters");
        faults.unless(timeZone == null || isZone(timeZone), "TimeZone", "must be an IANA time zone");
        if (zoneOverrides != null) {
            zoneOverrides.forEach((abbreviation, zone) -> requireOverride(faults, abbreviation, zone));
        }
        faults.refuse();
    }

    private static void requireOverride(Faults faults, String abbreviation, String zone) {
        boolean wellFormed = ABBREVIATION.matcher(abbreviation).matches();
        faults.unless(wellFormed, "ZoneOverrides", "may only name abbreviations of 1-10 letters A-Z");
        faults.unless(isZone(zone), "ZoneOverrides." + abbreviation, "must be an IANA time zone");
    }

    private static boolean isZone(String id) {
        return id != null
                && !id.startsWith("SystemV/") // the JDK's own
                && ZoneId.getAvailableZoneIds().contains(id);
    }
}
