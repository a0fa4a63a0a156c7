package io.fettle.ticket.read;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.fettle.platform.error.ServiceException;
import io.fettle.ticket.Module;
import io.fettle.ticket.date.LocalRule;
import io.fettle.ticket.date.WrittenDate;
import io.fettle.ticket.read.Filter.Exact;

/**
 * Reads the filter expressions of contract section 4 in every spelling of the guide: terms {@code field operator value}
 * joined by {@code &}.
 */
final class FilterParser {

    /** A quoted value ends at the quote before the next term, so that it may hold {@code &} and quotes. */
    private static final Pattern TERM = Pattern.compile(
            "\\G[\\s&]*(\\w+)\\s*(>=|<=|>|<|=)\\s*(?:'(.*?)'\\s*(?=&|$)|(?![<>=])([^&]*))", Pattern.DOTALL);

    private static final Pattern BETWEEN = Pattern.compile("[\\s&]*");
    private static final Pattern DATE_TO_TIME = Pattern.compile("^([0-9]{4}-[0-9]{2}-[0-9]{2})[ +]*(?=[0-9])");
    private static final Duration RESOLUTION = Duration.ofMillis(1);
    private static final int MOST_ROWS = 10_000;

    private final String expression;
    private final Set<Module> modules;
    private final Filter filter;

    private FilterParser(String expression, Set<Module> modules) {
        this.expression = expression;
        this.modules = modules;
        this.filter = new Filter(modules);
    }

    /**
     * @param expression decoded
     * @param modules those the path gives
     * @throws ServiceException naming the term that is not understood
     */
    static Filter parse(String expression, Set<Module> modules) {
        return new FilterParser(expression, modules).terms();
    }

    private Filter terms() {
        Matcher matcher = TERM.matcher(expression);
        int end = 0;
        while (matcher.find()) {
            String value = matcher.group(3) == null ? matcher.group(4).strip() : matcher.group(3);
            new Term(matcher.group(1), matcher.group(2), value).apply(filter, modules);
            end = matcher.end();
        }
        String rest = expression.substring(end);
        if (!BETWEEN.matcher(rest).matches()) {
            throw ServiceException.invalid("The filter has a term that is not understood: " + firstTerm(rest));
        }
        return filter;
    }

    private static String firstTerm(String rest) {
        String term = rest.replaceFirst("^[\\s&]+", "").replaceFirst("&.*", "").strip();
        return term.substring(0, Math.min(term.length(), 100));
    }

    /** One term, everything in it text. */
    private record Term(String field, String operator, String value) {

        void apply(Filter filter, Set<Module> modules) {
            switch (field.toLowerCase(Locale.ROOT)) {
                case "start_date", "end_date" -> created(filter, date());
                case "updated_since" -> filter.modifiedFrom(only(">=").date());
                case "ticket_number" ->
                    filter.exactly(Exact.TICKET_NUMBER, only("=").text());
                case "assignment_group" ->
                    filter.exactly(Exact.ASSIGNMENT_GROUP, only("=").text());
                case "sys_id" -> filter.exactly(Exact.SYS_ID, only("=").text());
                case "moduleid" -> filter.module(only("=").module(modules));
                case "limit" -> filter.limit(only("=").rows());
                case "after" -> filter.after(only("=").cursor());
                default -> throw refused("an unknown field");
            }
        }

        private void created(Filter filter, Instant date) {
            switch (operator) {
                case ">=" -> filter.createdFrom(date);
                case ">" -> filter.createdFrom(date.plus(RESOLUTION));
                case "<=" -> filter.createdBefore(date.plus(RESOLUTION));
                case "<" -> filter.createdBefore(date);
                default -> {
                    filter.createdFrom(date);
                    filter.createdBefore(date.plus(RESOLUTION));
                }
            }
        }

        private Term only(String allowed) {
            if (!operator.equals(allowed)) {
                throw refused("an operator other than " + allowed);
            }
            return this;
        }

        private String text() {
            if (value.isBlank() || value.indexOf('\0') >= 0) {
                throw refused("no value");
            }
            return value.strip();
        }

        private Instant date() {
            try {
                String spelled = DATE_TO_TIME.matcher(text()).replaceFirst("$1 ");
                return WrittenDate.parse(spelled, false).toGmt(LocalRule.GMT).truncatedTo(ChronoUnit.MILLIS);
            } catch (DateTimeException e) {
                throw refused("a value that is no date");
            }
        }

        private Module module(Set<Module> modules) {
            return Module.ofText(text())
                    .filter(modules::contains)
                    .orElseThrow(() -> refused("a value that is no module of this path"));
        }

        private int rows() {
            if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > MOST_ROWS) {
                throw refused("a value that is not 1 to " + MOST_ROWS);
            }
            return Integer.parseInt(value);
        }

        private Cursor cursor() {
            try {
                return Cursor.of(text());
            } catch (IllegalArgumentException e) {
                throw refused("a value that is no cursor");
            }
        }

        private ServiceException refused(String what) {
            String term = field + operator + value;
            return ServiceException.invalid(
                    "The filter term " + term.substring(0, Math.min(term.length(), 100)) + " has " + what);
        }
    }
}
