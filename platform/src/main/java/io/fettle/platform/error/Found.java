package io.fettle.platform.error;

import java.util.Collection;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The V2 read envelope (contract section 1).
 *
 * @param count how many items the result has; 1 for a single value
 * @param next the cursor of the next page; absent on the last
 */
public record Found<T>(
        @JsonProperty("Count") int count,
        @JsonProperty("Result") T result,
        @JsonProperty("Status") String status,
        @JsonProperty("Message") String message,

        @JsonProperty("Next") @JsonInclude(JsonInclude.Include.NON_NULL)
        String next) {

    public static <C extends Collection<?>> Found<C> all(C items) {
        return page(items, null);
    }

    public static <C extends Collection<?>> Found<C> page(C items, String next) {
        return new Found<>(items.size(), items, "Success", "Success", next);
    }

    public static <T> Found<T> one(T value) {
        return new Found<>(1, value, "Success", "Success", null);
    }
}
