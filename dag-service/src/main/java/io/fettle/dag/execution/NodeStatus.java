package io.fettle.dag.execution;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.fettle.dag.node.Outcome;
import io.fettle.dag.worker.Definition;

/**
 * How far a node is (contract section 8).
 *
 * @param host the CI's name
 * @param status {@code In Progress}, or the text of an {@link Outcome}
 * @param rc the exit code; {@code null} while there is none
 * @param stderr {@code ""} while there is none
 * @param started GMT, {@code yyyy-MM-dd HH:mm:ss.SSS}
 * @param finished as {@code started}; {@code null} while it runs
 */
public record NodeStatus(
        String id,
        String node,
        String host,
        String status,
        @Schema(nullable = true) Integer rc,
        String stderr,
        String started,
        @Schema(nullable = true) String finished,
        @JsonProperty("event_data") EventData eventData) {

    public record EventData(Response res) {}

    /**
     * @param stdout {@code ""} while there is none
     * @param cmd the command with its values in their places, quoted
     * @param message the outcome in words
     */
    public record Response(
            String stdout,
            String cmd,
            @JsonProperty("response_message") String message) {}

    private static final String IN_PROGRESS = "In Progress";
    private static final DateTimeFormatter GMT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");

    static NodeStatus of(Row row) {
        String outcome = row.getString("outcome");
        return new NodeStatus(
                String.valueOf(row.getLong("id")),
                row.getString("node"),
                row.getString("host"),
                text(outcome),
                row.getInteger("rc"),
                orEmpty(row.getString("stderr")),
                gmt(row.getOffsetDateTime("started_at")),
                gmt(row.getOffsetDateTime("finished_at")),
                new EventData(new Response(
                        orEmpty(row.getString("stdout")),
                        Definition.of((JsonObject) row.getJson("definition")).readable(),
                        outcome == null ? IN_PROGRESS : row.getString("message"))));
    }

    /** @param outcome {@code null} while there is none */
    static String text(String outcome) {
        return outcome == null ? IN_PROGRESS : Outcome.valueOf(outcome).text();
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static String gmt(OffsetDateTime time) {
        return time == null ? null : GMT.format(time.withOffsetSameInstant(ZoneOffset.UTC));
    }
}
