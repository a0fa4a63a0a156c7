package io.fettle.ticket.read;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.fettle.platform.error.Found;

/**
 * Tickets in the order of contract section 4.
 *
 * @param next the cursor of the next page; {@code null} on the last
 */
public record Page(List<TicketItem> items, String next) {

    /** The V1 answer with the cursor that V1 has no place for in its own envelope. */
    public record V1(
            int statusCode,
            String status,
            @Schema(nullable = true) String message,
            List<TicketItem> result,

            @JsonProperty("Next") @JsonInclude(JsonInclude.Include.NON_NULL)
            String next) {}

    public Found<List<TicketItem>> found() {
        return Found.page(items, next);
    }

    public V1 answer() {
        return new V1(200, "Success", null, items, next);
    }
}
