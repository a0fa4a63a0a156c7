package io.fettle.runbook.decision;

import java.util.Map;
import java.util.TreeMap;

/**
 * A ticket as the rules see it.
 *
 * @param fields the texts of its fields; names ignore case
 */
public record Ticket(TicketKey key, String number, Map<String, String> fields) {

    public Ticket {
        var anyCase = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(fields);
        fields = anyCase;
    }

    /** The text of a field; {@code null} when the ticket does not have it. */
    String field(String name) {
        return fields.get(name.strip());
    }
}
