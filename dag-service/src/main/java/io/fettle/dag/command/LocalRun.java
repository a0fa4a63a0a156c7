package io.fettle.dag.command;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * A command to be run on the local host.
 *
 * @param limit after this time the command is stopped
 * @param lease how long the run is still the asker's to start; negative when it is no more
 */
public record LocalRun(
        RunKey key, int org, String hostName, ShellCommand command, Duration limit, Supplier<Duration> lease) {}
