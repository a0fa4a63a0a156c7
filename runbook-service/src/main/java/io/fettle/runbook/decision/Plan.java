package io.fettle.runbook.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.fettle.runbook.catalogue.Template;

/**
 * A runbook and the values of its parameters for one ticket.
 *
 * @param parameters by name; the empty text for an optional one that was not found
 * @param missing the parameters that keep it from running, in the runbook's order
 */
public record Plan(ActiveRunbook runbook, Map<String, String> parameters, List<String> missing) {

    /** @param given by a person; they go before what the ticket says */
    public static Plan of(ActiveRunbook runbook, Ticket ticket, Map<String, String> given) {
        var values = new LinkedHashMap<String, String>();
        var missing = new ArrayList<String>();
        Set<String> inHost = host(runbook).names();
        for (Extractor extractor : runbook.extractors()) {
            String name = extractor.parameter().name();
            String value = Optional.ofNullable(given.get(name))
                    .or(() -> extractor.value(ticket))
                    .orElse("");
            if (!value.isBlank()) {
                values.put(name, value);
            } else if (extractor.parameter().required() || inHost.contains(name)) {
                missing.add(name);
            } else {
                values.put(name, "");
            }
        }
        return new Plan(runbook, values, missing);
    }

    /** A template; whoever runs it puts the parameters in as quoted arguments. */
    public String command() {
        return runbook.runbook().executable().command();
    }

    /** The name of the host; {@code null} while parameters are missing. */
    public String targetHost() {
        return missing.isEmpty() ? host(runbook).render(parameters).strip() : null;
    }

    private static Template host(ActiveRunbook runbook) {
        return new Template(runbook.runbook().executable().targetHost());
    }
}
