package io.fettle.ticket.date;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as clients read them: GMT, {@code yyyy-MM-dd HH:mm:ss.SSS} (contract section 3). */
public final class Gmt {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Gmt() {}

    /** @return {@code null} for {@code null} */
    public static String text(OffsetDateTime date) {
        return date == null ? null : FORM.format(date);
    }

    /** As the database takes it. */
    public static OffsetDateTime column(Instant date) {
        return date == null ? null : date.atOffset(ZoneOffset.UTC);
    }
}
