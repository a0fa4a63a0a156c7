package io.fettle.platform.error;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The V1 envelope (contract section 1). Its field names are the wire's.
 *
 * @param statusCode the HTTP status, but 300 for what travels as 422
 */
public record V1Answer(
        int statusCode,
        String status,
        String message,
        Object result,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Fault> errors) {

    public static V1Answer success(String message, Object result) {
        return new V1Answer(200, "Success", message, result, null);
    }
}
