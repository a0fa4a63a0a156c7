package io.fettle.runbook.interaction;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A person's decision on a ticket that is pending for approval (contract section 6, {@code Assignation}).
 *
 * @param decision {@code Approve} or {@code Release}
 * @param runbookId needed when several match; otherwise {@code null} takes the recommended one
 * @param parameters values by name, which go before those found in the ticket
 * @param remarks become part of the reason in the ticket's history
 */
public record Assignation(
        @JsonProperty("Decision") String decision,
        @JsonProperty("RunbookId") String runbookId,
        @JsonProperty("Parameters") Map<String, String> parameters,
        @JsonProperty("Remarks") String remarks) {

    static final String APPROVE = "Approve";
    static final String RELEASE = "Release";

    public Assignation {
        parameters = parameters == null ? Map.of() : parameters;
    }

    @Schema(hidden = true)
    boolean isApproval() {
        return APPROVE.equalsIgnoreCase(decision);
    }
}
