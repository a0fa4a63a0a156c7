package io.fettle.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/**
 * A process that was started and not stopped, dead or alive; kept in a file, so that every script finds it.
 *
 * @param startTime until it was ready; {@code null} before
 * @param stopping whether it was asked to end
 */
record Run(ProcessId process, Duration startTime, boolean stopping) {

    private static final String PID = "pid";
    private static final String STARTED = "started";
    private static final String START_TIME = "start-time-ms";
    private static final String STOPPING = "stopping";

    /** Empty if there is no such file. */
    static Optional<Run> read(Path file) throws IOException {
        var values = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            values.load(reader);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        var process = new ProcessId(number(values, PID), number(values, STARTED));
        Duration startTime = values.containsKey(START_TIME) ? Duration.ofMillis(number(values, START_TIME)) : null;
        return Optional.of(new Run(process, startTime, values.containsKey(STOPPING)));
    }

    private static long number(Properties values, String key) {
        return Long.parseLong(values.getProperty(key));
    }

    void write(Path file) throws IOException {
        var values = new Properties();
        values.setProperty(PID, String.valueOf(process.pid()));
        values.setProperty(STARTED, String.valueOf(process.started()));
        if (startTime != null) {
            values.setProperty(START_TIME, String.valueOf(startTime.toMillis()));
        }
        if (stopping) {
            values.setProperty(STOPPING, "");
        }
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        try (var writer = Files.newBufferedWriter(draft)) {
            values.store(writer, null);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
