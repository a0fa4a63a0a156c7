package io.fettle.local;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** A line of a ticket's history. @param interactionId {@code null} before there is one */
public record HistoryLine(String from, String to, Instant at, String reason, String interactionId) {

    public static final String CLOSED = "Execution Successful and Marked for Closure";

    /** Where nothing more happens without a person. */
    private static final Set<String> ENDS = Set.of(CLOSED, "Marked for Release", "Pending for Approval");

    private static final DateTimeFormatter GMT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

    static HistoryLine of(JsonNode item) {
        return new HistoryLine(
                item.path("From").textValue(),
                item.path("To").textValue(),
                LocalDateTime.parse(item.path("At").textValue(), GMT).toInstant(ZoneOffset.UTC),
                item.path("Reason").textValue(),
                item.path("InteractionId").textValue());
    }

    boolean isEnd() {
        return ENDS.contains(to);
    }
}
