package io.fettle.runbook.decision;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.google.re2j.Pattern;

import io.fettle.runbook.catalogue.Parameter;
import io.fettle.runbook.catalogue.Regex;

/**
 * Takes a parameter's value from a ticket.
 *
 * @param fields looked at in this order
 * @param pattern {@code null} takes a whole field
 */
record Extractor(Parameter parameter, List<String> fields, Pattern pattern) {

    private static final List<String> TEXTS = List.of("Summary", "Description");

    static Extractor of(Parameter parameter) {
        Pattern pattern = blank(parameter.regEx()) ? null : Regex.compile(parameter.regEx());
        return new Extractor(parameter, fields(parameter), pattern);
    }

    /** What was found, or the default; empty when there is neither. Never blank. */
    Optional<String> value(Ticket ticket) {
        return fields.stream()
                .map(ticket::field)
                .filter(Objects::nonNull)
                .map(this::find)
                .filter(value -> !blank(value))
                .map(String::strip)
                .findFirst()
                .or(() -> Optional.ofNullable(parameter.defaultValue()).filter(value -> !value.isBlank()));
    }

    private static List<String> fields(Parameter parameter) {
        if (!blank(parameter.field())) {
            return List.of(parameter.field());
        }
        return blank(parameter.regEx()) ? List.of() : TEXTS; // without both, only the default is left
    }

    private String find(String text) {
        if (pattern == null) {
            return text;
        }
        var matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(Math.min(matcher.groupCount(), 1)) : null;
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
