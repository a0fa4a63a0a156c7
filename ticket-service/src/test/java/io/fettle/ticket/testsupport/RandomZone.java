package io.fettle.ticket.testsupport;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;

import com.ibm.icu.util.TimeZone;

/**
 * In which zone a ticket's source writes its dates, by the rules of ICU, which are not those of the service.
 *
 * @param fields the zone fields of the ticket
 * @param offset milliseconds that local time is ahead at an instant in milliseconds
 * @param first the earliest instant it is used for, in milliseconds
 * @param end the instant after the last
 */
record RandomZone(Map<String, Object> fields, LongUnaryOperator offset, long first, long end) {

    static final long MINUTE = 60_000;

    private static final long DAY = 1440 * MINUTE;
    private static final long YEAR_1 = -62_135_596_800_000L;
    private static final long YEAR_1975 = 157_766_400_000L;
    private static final long YEAR_2025 = 1_735_689_600_000L;
    private static final long YEAR_10000 = 253_402_300_800_000L;

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("IST", "Asia/Kolkata"),
            Map.entry("est", "America/New_York"),
            Map.entry("CDT", "America/Chicago"),
            Map.entry("Pst", "America/Los_Angeles"),
            Map.entry("BST", "Europe/London"),
            Map.entry("CEST", "Europe/Paris"),
            Map.entry("NST", "America/St_Johns"),
            Map.entry("AEDT", "Australia/Sydney"),
            Map.entry("NZST", "Pacific/Auckland"),
            Map.entry("India Standard Time", "Asia/Kolkata"),
            Map.entry("W. Europe Standard Time", "Europe/Berlin"),
            Map.entry("Pacific SA Standard Time", "America/Santiago"),
            Map.entry("Central Standard Time (Mexico)", "America/Mexico_City"),
            Map.entry("Asia/Kathmandu", "Asia/Kathmandu"),
            Map.entry("Asia/Tehran", "Asia/Tehran"),
            Map.entry("Australia/Lord_Howe", "Australia/Lord_Howe"),
            Map.entry("pacific/chatham", "Pacific/Chatham"),
            Map.entry("Antarctica/Troll", "Antarctica/Troll"));

    static RandomZone of(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> fixed(Map.of("IsTimeZoneOrOffset", "GMT"), 0);
            case 1 -> ahead(-random.nextInt(-1080, 1081));
            default -> named(List.copyOf(NAMES.keySet()).get(random.nextInt(NAMES.size())));
        };
    }

    private static RandomZone ahead(int minutes) {
        return fixed(Map.of("IsTimeZoneOrOffset", "OFFSET", "TimeZoneOffset", -minutes), minutes * MINUTE);
    }

    private static RandomZone fixed(Map<String, Object> fields, long offset) {
        return new RandomZone(fields, instant -> offset, YEAR_1 + DAY, YEAR_10000 - DAY);
    }

    private static RandomZone named(String name) {
        TimeZone zone = TimeZone.getTimeZone(NAMES.get(name));
        return new RandomZone(
                Map.of("IsTimeZoneOrOffset", "TIMEZONE", "TimeZone", name), zone::getOffset, YEAR_1975, YEAR_2025);
    }

    long local(long instant) {
        return instant + offset.applyAsLong(instant);
    }

    /** An instant in milliseconds whose local time means it: of a local time that comes twice, the first. */
    long instant(Random random) {
        return random.longs(first, end)
                .filter(instant -> LongStream.of(30, 60, 120)
                        .map(minutes -> instant - minutes * MINUTE)
                        .noneMatch(before -> local(before) == local(instant)))
                .findFirst()
                .orElseThrow();
    }
}
