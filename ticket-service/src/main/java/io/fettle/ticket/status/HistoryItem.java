package io.fettle.ticket.status;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A line of a ticket's history (contract section 5). The same status on both sides is a remark.
 *
 * @param from {@code null} in the first line
 * @param at GMT, {@code yyyy-MM-dd HH:mm:ss.SSS}
 * @param reason may be {@code null}
 * @param actor a user's e-mail address or a service's name
 * @param interactionId {@code null} before a runbook was chosen
 */
public record HistoryItem(
        @Schema(nullable = true) @JsonProperty("From") String from,
        @JsonProperty("To") String to,
        @JsonProperty("At") String at,
        @Schema(nullable = true) @JsonProperty("Reason") String reason,
        @JsonProperty("Actor") String actor,

        @Schema(nullable = true) @JsonProperty("InteractionId")
        String interactionId) {}
