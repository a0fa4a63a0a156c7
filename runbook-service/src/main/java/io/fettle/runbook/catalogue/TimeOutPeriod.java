package io.fettle.runbook.catalogue;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.google.re2j.Pattern;

/** Reads the contract's periods: a number and {@code Sec}, {@code Min}, {@code Hour} or {@code Day} (section 6). */
final class TimeOutPeriod {

    private static final Pattern FORM = Pattern.compile("(?i)([1-9][0-9]{0,5})(Sec|Min|Hour|Day)");
    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "sec", ChronoUnit.SECONDS, "min", ChronoUnit.MINUTES, "hour", ChronoUnit.HOURS, "day", ChronoUnit.DAYS);

    private TimeOutPeriod() {}

    /** The period, more than zero; empty when the text is none. */
    static Optional<Duration> parse(String text) {
        var matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(Duration.of(
                        Long.parseLong(matcher.group(1)),
                        UNITS.get(matcher.group(2).toLowerCase(Locale.ROOT))))
                : Optional.empty();
    }
}
