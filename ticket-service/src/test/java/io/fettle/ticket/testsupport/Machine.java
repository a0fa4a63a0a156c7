package io.fettle.ticket.testsupport;

import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;

/**
 * A machine as its administrator set it up, which nothing about dates may depend on.
 *
 * @param locale an IETF language tag
 * @param zone an IANA id
 */
public record Machine(String locale, String zone) {

    public static Stream<Machine> all() {
        return Stream.of("en-US", "en-IN", "en-GB", "he-IL", "ar-EG-u-nu-arab", "tr-TR", "th-TH-u-ca-buddhist")
                .flatMap(locale ->
                        Stream.of("UTC", "Asia/Kolkata", "America/New_York").map(zone -> new Machine(locale, zone)));
    }

    /** Does something as if this process ran there. */
    public void run(Runnable action) {
        Locale usualLocale = Locale.getDefault();
        TimeZone usualZone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(locale));
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            action.run();
        } finally {
            Locale.setDefault(usualLocale);
            TimeZone.setDefault(usualZone);
        }
    }
}
