package io.fettle.dag.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;

import io.fettle.dag.worker.Definition;
import io.fettle.platform.error.Fault;
import io.fettle.platform.error.ServiceException;

/**
 * What {@code Execute} is sent (contract section 8).
 *
 * @param extraVars {@code command_to_execute}, {@code target_host}, and the command's parameters; names ignore case
 * @param dag the name of a registered DAG; {@code null} for one command
 */
public record ExecuteForm(
        @JsonProperty("extra_vars") Map<String, JsonNode> extraVars,
        @JsonProperty("dag") String dag) {

    private static final String COMMAND = "command_to_execute";
    private static final String HOST = "target_host";

    /** Refuses a form that lacks something, naming all of it. */
    void requireComplete() {
        var faults = new ArrayList<Fault>();
        for (String name : List.of(COMMAND, HOST)) {
            if (variables().getOrDefault(name, "").isBlank()) {
                faults.add(new Fault(null, "extra_vars." + name, "is required"));
            }
        }
        if (!faults.isEmpty()) {
            throw ServiceException.invalid(faults);
        }
        definition().shellCommand();
    }

    String host() {
        return variables().get(HOST).strip();
    }

    Definition definition() {
        Map<String, String> parameters = variables();
        return new Definition(parameters.remove(COMMAND), parameters);
    }

    private Map<String, String> variables() {
        var variables = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        if (extraVars != null) {
            extraVars.forEach((name, value) -> variables.put(name, text(value)));
        }
        return variables;
    }

    /** An array or an object counts as its JSON. */
    private static String text(JsonNode value) {
        if (value == null || value.isNull()) {
            return "";
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
