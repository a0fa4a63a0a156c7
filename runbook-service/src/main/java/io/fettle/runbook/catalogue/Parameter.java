package io.fettle.runbook.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A parameter of a runbook and where in a ticket its value is found (contract section 6).
 *
 * @param required whether a run needs a value; off by default
 * @param field any field of a ticket; {@code null} or blank looks at Summary, then Description
 * @param regEx its first group is the value, or the whole match when it has none; without it the whole field is
 * @param defaultValue the value when none is found; {@code null} or blank means there is no default
 * @param isPasswordParam must be off: secret parameters are not supported yet
 */
public record Parameter(
        @JsonProperty("Name") String name,
        @JsonProperty("Required") Boolean required,
        @Schema(nullable = true) @JsonProperty("Field") String field,
        @Schema(nullable = true) @JsonProperty("RegEx") String regEx,

        @Schema(nullable = true) @JsonProperty("DefaultValue")
        String defaultValue,

        @JsonProperty("IsPasswordParam") Boolean isPasswordParam) {

    public Parameter {
        required = required != null && required;
        isPasswordParam = isPasswordParam != null && isPasswordParam;
    }
}
