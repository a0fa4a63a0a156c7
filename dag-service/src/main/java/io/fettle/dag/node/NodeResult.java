package io.fettle.dag.node;

import java.time.Instant;

/**
 * What became of a node.
 *
 * @param message a sentence for people
 * @param rc the exit code; {@code null} when there is none
 * @param stdout what was written, without NUL characters, which Postgres cannot keep; {@code ""} when nothing was
 * @param started {@code null} when nothing was run
 * @param finished {@code null} when that is not known, or nothing was run
 */
public record NodeResult(
        Outcome outcome, String message, Integer rc, String stdout, String stderr, Instant started, Instant finished) {

    public static NodeResult refused(String reason) {
        return new NodeResult(Outcome.REFUSED, reason, null, "", "", null, null);
    }

    public static NodeResult unknown(String reason) {
        return new NodeResult(Outcome.UNKNOWN, reason, null, "", "", null, null);
    }
}
