package io.fettle.ticket.date;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date in one of the spellings of contract section 3. The result depends on no locale and no zone of this machine.
 *
 * @param instant what is meant; {@code null} for a local time
 * @param local a local time, which a {@link LocalRule} makes GMT; {@code null} if the date needs none
 */
public record WrittenDate(Instant instant, LocalDateTime local) {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+");
    private static final Pattern FORM = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})"
            + "(?:[ T]([0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?)(?: ?(Z|[+-][0-9]{2}(?::?[0-9]{2})?))?)?");
    private static final int MOST_DIGITS_OF_SECONDS = 11;
    private static final int MOST_DIGITS = 15; // of milliseconds before the year 10000
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    /**
     * Reads a date.
     *
     * @param text already trimmed
     * @param epoch whether a number is a date: seconds with up to 11 digits, else milliseconds
     * @throws DateTimeException if it is none, in words that follow a field's name
     */
    public static WrittenDate parse(String text, boolean epoch) {
        if (NUMBER.matcher(text).matches()) {
            return number(text, epoch);
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new DateTimeException("must be a date: yyyy-MM-dd HH:mm:ss");
        }
        try {
            LocalTime time = form.group(2) == null ? LocalTime.MIDNIGHT : LocalTime.parse(form.group(2));
            LocalDateTime local = LocalDate.parse(form.group(1)).atTime(time);
            return form.group(3) == null
                    ? new WrittenDate(null, local)
                    : new WrittenDate(local.toInstant(ZoneOffset.of(form.group(3))), null);
        } catch (DateTimeException e) {
            throw new DateTimeException("does not exist in the calendar", e);
        }
    }

    private static WrittenDate number(String text, boolean epoch) {
        if (!epoch) {
            throw new DateTimeException("must be a date, not a number, unless IsEpoch is Y");
        }
        int digits = text.startsWith("-") ? text.length() - 1 : text.length();
        if (digits > MOST_DIGITS) {
            throw new DateTimeException("does not exist in the calendar");
        }
        long number = Long.parseLong(text);
        return new WrittenDate(
                digits <= MOST_DIGITS_OF_SECONDS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number), null);
    }

    public boolean isLocal() {
        return local != null;
    }

    /**
     * The date in GMT, to the microsecond, as the database keeps it.
     *
     * @param rule for a local time
     * @throws DateTimeException outside of the years 1 to 9999, in words that follow a field's name
     */
    public Instant toGmt(LocalRule rule) {
        Instant gmt = (isLocal() ? rule.toGmt(local) : instant).truncatedTo(ChronoUnit.MICROS);
        if (gmt.isBefore(FIRST) || !gmt.isBefore(END)) {
            throw new DateTimeException("does not exist in the calendar");
        }
        return gmt;
    }
}
