package io.fettle.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A process, whoever started it. A pid alone may be given to another process later.
 *
 * @param started when it began, in hundredths of a second since the machine did
 */
public record ProcessId(long pid, long started) {

    /** The process that has this pid now; empty when there is none, or only what is left of one that ended. */
    static Optional<ProcessId> of(long pid) {
        try {
            String stat = Files.readString(proc(pid, "stat"), StandardCharsets.ISO_8859_1);
            // Fields 3, 20 and 22 of /proc/PID/stat, counted behind the command's name, which may have blanks.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            // The first thread may be gone while others are still giving back ports and files.
            boolean ended = fields[0].equals("Z") && fields[17].equals("1");
            return ended ? Optional.empty() : Optional.of(new ProcessId(pid, Long.parseLong(fields[19])));
        } catch (IOException e) {
            return Optional.empty(); // no such process, or it ended while it was read
        }
    }

    public boolean isAlive() {
        return of(pid).filter(this::equals).isPresent();
    }

    /** Asks the process to end. */
    void terminate() {
        handle().ifPresent(ProcessHandle::destroy);
    }

    /** Ends the process at once, as {@code kill -9} does. */
    void kill() {
        handle().ifPresent(ProcessHandle::destroyForcibly);
    }

    private Optional<ProcessHandle> handle() {
        return isAlive() ? ProcessHandle.of(pid) : Optional.empty();
    }

    /** How long it has been running; zero when it ended. */
    Duration uptime() throws IOException {
        String now = Files.readString(Path.of("/proc/uptime")).split(" ")[0].replace(".", "");
        return isAlive() ? Duration.ofMillis(10 * (Long.parseLong(now) - started)) : Duration.ZERO;
    }

    /**
     * The memory it costs the machine: its own pages, and its share of those it has in common with others (PSS).
     *
     * @return KiB; 0 when it ended
     */
    long memory() {
        if (!isAlive()) {
            return 0;
        }
        try (var lines = Files.lines(proc(pid, "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }

    private static Path proc(long pid, String file) {
        return Path.of("/proc", String.valueOf(pid), file);
    }
}
