package io.fettle.bench.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Linux tells of a process in {@code /proc/PID/stat}. Times are processor time in ticks.
 *
 * @param own of its threads
 * @param ended of those of its children that have ended
 */
record Stat(long pid, long parent, long own, long ended) {

    /** The length of a tick, the same on every machine that Java runs on. */
    static final long TICK_NANOS = 10_000_000;

    /** Empty when there is no such process. */
    static Optional<Stat> of(long pid) {
        try {
            return Optional.of(parse(
                    Files.readString(Path.of("/proc", String.valueOf(pid), "stat"), StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            return Optional.empty(); // it ended
        }
    }

    /** Fields 1, 4 and 14 to 17, counted behind the command's name, which may have blanks. */
    static Stat parse(String line) {
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        long[] times = Arrays.stream(fields)
                .skip(11)
                .limit(4)
                .mapToLong(Long::parseLong)
                .toArray();
        return new Stat(
                Long.parseLong(line.substring(0, line.indexOf(' '))),
                Long.parseLong(fields[1]),
                times[0] + times[1],
                times[2] + times[3]);
    }

    long withEnded() {
        return own + ended;
    }

    /** Of it and of its children, also those that have ended. */
    long withChildren() {
        return withEnded() + children().mapToLong(Stat::withEnded).sum();
    }

    /** The children that live. */
    Stream<Stat> children() {
        return ProcessHandle.allProcesses()
                .flatMap(process -> of(process.pid()).stream())
                .filter(process -> process.parent == pid);
    }

    /** Of all programs of the machine since it began, from the first line of {@code /proc/stat}. */
    static long machine(String line) {
        long[] times = Arrays.stream(line.split(" +"))
                .skip(1)
                .limit(7)
                .mapToLong(Long::parseLong)
                .toArray();
        // user, nice, system, idle, iowait, irq, softirq
        return times[0] + times[1] + times[2] + times[5] + times[6];
    }
}
