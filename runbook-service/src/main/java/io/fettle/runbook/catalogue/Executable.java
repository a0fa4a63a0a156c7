package io.fettle.runbook.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a runbook runs (contract section 6, {@code Executable}).
 *
 * @param type {@code Command}; the contract's other types are not supported yet
 * @param command the command's template; a <code>${name}</code> is a parameter, quoted by whoever runs it
 * @param targetHost the name of a CI of the organisation; may hold <code>${name}</code> too
 */
public record Executable(
        @JsonProperty("Type") String type,
        @JsonProperty("Command") String command,
        @JsonProperty("TargetHost") String targetHost) {

    static final String COMMAND = "Command";
}
