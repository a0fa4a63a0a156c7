package io.fettle.platform.error;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One thing wrong with a request (contract section 1, {@code Errors}).
 *
 * @param index the item's place in the posted array, from 0; {@code null} when the body is no array
 * @param field the field's name as the contract writes it; {@code null} when the whole item is at fault
 * @param message what is wrong, to be read after the field's name: {@code is required}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(
        @JsonProperty("Index") Integer index,
        @JsonProperty("Field") String field,
        @JsonProperty("Message") String message) {

    /** At most this many are told at once. */
    public static final int MOST = 100;

    /** The fault as one sentence: {@code Item 0: sys_id is required}. */
    String sentence() {
        String subject = field == null ? message : field + " " + message;
        return index == null ? subject : "Item " + index + ": " + subject;
    }
}
