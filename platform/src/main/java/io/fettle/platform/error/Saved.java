package io.fettle.platform.error;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The V2 write envelope (contract section 1).
 *
 * @param id names the request, a decimal TSID; {@code null} when it failed
 * @param errors what is wrong with the request; absent when nothing is
 */
public record Saved(
        @JsonProperty("Id") String id,
        @JsonProperty("Status") String status,
        @JsonProperty("Message") String message,

        @JsonProperty("Errors") @JsonInclude(JsonInclude.Include.NON_NULL)
        List<Fault> errors) {

    public static Saved of(String id, String message) {
        return new Saved(id, "Success", message, null);
    }
}
