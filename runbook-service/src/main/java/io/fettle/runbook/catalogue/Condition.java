package io.fettle.runbook.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One rule of a runbook's {@code Match} (contract section 6).
 *
 * @param field any field of a ticket; case does not matter
 * @param operator the name of an {@link Operator}
 */
public record Condition(
        @JsonProperty("Field") String field,
        @JsonProperty("Operator") String operator,
        @JsonProperty("Value") String value) {}
