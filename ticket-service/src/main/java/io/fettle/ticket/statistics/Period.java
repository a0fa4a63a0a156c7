package io.fettle.ticket.statistics;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.vertx.core.http.HttpServerRequest;

import io.fettle.platform.error.Fault;
import io.fettle.platform.error.ServiceException;

/**
 * Whole days in GMT (contract section 14, {@code startdate, enddate}).
 *
 * @param from included
 * @param before excluded
 */
record Period(Instant from, Instant before) {

    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .appendPattern("MM-dd-")
            .appendValue(ChronoField.YEAR, 4)
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    /** The period in the query, the names of which ignore case. */
    static Period of(HttpServerRequest request) {
        try {
            return of(request.getParam("startdate"), request.getParam("enddate"));
        } catch (IllegalArgumentException e) {
            throw ServiceException.invalid("The query is not percent-encoded as it should be");
        }
    }

    /**
     * Reads the two days, both included, as {@code MM-DD-YYYY}. One that is {@code null} or blank leaves its side open.
     *
     * @throws ServiceException naming every date that is none, or the first if it is after the last
     */
    static Period of(String startDate, String endDate) {
        var faults = new ArrayList<Fault>();
        LocalDate first = day("startdate", startDate, FIRST, faults);
        LocalDate last = day("enddate", endDate, LAST, faults);
        if (faults.isEmpty() && first.isAfter(last)) {
            faults.add(new Fault(null, "startdate", "must not be after enddate"));
        }
        if (!faults.isEmpty()) {
            throw ServiceException.invalid(faults);
        }
        return new Period(start(first), start(last.plusDays(1)));
    }

    private static LocalDate day(String field, String text, LocalDate otherwise, List<Fault> faults) {
        try {
            return text == null || text.isBlank() ? otherwise : LocalDate.parse(text.strip(), FORM);
        } catch (DateTimeException e) {
            faults.add(new Fault(null, field, "must be a date, MM-DD-YYYY"));
            return otherwise;
        }
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
