package io.fettle.dag.command;

import java.time.Duration;
import java.time.Instant;

/** What a run folder tells about its command. */
sealed interface RunState {

    /** No launcher has claimed the run: nothing was started. */
    record Unclaimed() implements RunState {}

    /** The launcher lives: the command is under way. */
    record Alive() implements RunState {}

    /**
     * The command ended.
     *
     * @param code the exit code
     * @param took on a clock that nobody can set, to a hundredth of a second
     * @param began when the launcher claimed the run
     */
    record Ended(int code, Duration took, Instant began) implements RunState {}

    /** The launcher is gone and left no exit code: what the command did is unknown. */
    record Lost(Instant began) implements RunState {}
}
