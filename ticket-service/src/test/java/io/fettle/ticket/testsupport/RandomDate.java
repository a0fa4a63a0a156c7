package io.fettle.ticket.testsupport;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Random;

/**
 * A date as a source might write it.
 *
 * @param text what is pushed
 * @param gmt what is read back
 */
record RandomDate(String text, String gmt) {

    private static final long TWELVE_DIGITS = 100_000_000_000L;

    /** A local time of the zone, or now and then one with an offset of its own. */
    static RandomDate in(RandomZone zone, Random random) {
        int digits = random.nextInt(10);
        long instant = zone.instant(random);
        boolean own = random.nextInt(8) == 0;
        int ahead = own ? random.nextInt(-1080, 1081) : 0;
        String text = written(own ? instant + ahead * RandomZone.MINUTE : zone.local(instant), random.nextBoolean());
        return new RandomDate(
                fraction(text, digits, random) + (own ? offset(ahead) : ""), cut(written(instant, false), digits));
    }

    /** A number: seconds have up to 11 digits, milliseconds at least 12. */
    static RandomDate epoch(RandomZone zone, Random random) {
        long instant = zone.instant(random);
        long seconds = Math.floorDiv(instant, 1000L);
        return Math.abs(instant) < TWELVE_DIGITS || Math.abs(seconds) < TWELVE_DIGITS && random.nextBoolean()
                ? new RandomDate(Long.toString(seconds), written(seconds * 1000, false))
                : new RandomDate(Long.toString(instant), written(instant, false));
    }

    private static String written(long millis, boolean iso) {
        var time = LocalDateTime.ofEpochSecond(Math.floorDiv(millis, 1000L), 0, ZoneOffset.UTC);
        return String.format(
                Locale.ROOT,
                "%04d-%02d-%02d%s%02d:%02d:%02d.%03d",
                time.getYear(),
                time.getMonthValue(),
                time.getDayOfMonth(),
                iso ? "T" : " ",
                time.getHour(),
                time.getMinute(),
                time.getSecond(),
                Math.floorMod(millis, 1000L));
    }

    /** With so many digits of a second; those after the third are lost. */
    private static String fraction(String text, int digits, Random random) {
        String longer = text + String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000));
        return digits == 0 ? text.substring(0, text.length() - 4) : longer.substring(0, text.length() - 3 + digits);
    }

    /** What fewer than three digits of a second have lost. */
    private static String cut(String gmt, int digits) {
        int lost = Math.max(0, 3 - digits);
        return gmt.substring(0, gmt.length() - lost) + "0".repeat(lost);
    }

    private static String offset(int ahead) {
        int minutes = Math.abs(ahead);
        return String.format(Locale.ROOT, "%s%02d:%02d", ahead < 0 ? "-" : "+", minutes / 60, minutes % 60);
    }
}
