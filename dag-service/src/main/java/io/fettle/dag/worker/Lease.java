package io.fettle.dag.worker;

import java.time.Duration;

/** How long a claim is still held, by this machine's own monotonic clock. */
final class Lease {

    private final Duration time;
    private volatile long until;

    /** @param asked {@link System#nanoTime} before the database was asked */
    Lease(Duration time, long asked) {
        this.time = time;
        renewed(asked);
    }

    void renewed(long asked) {
        until = asked + time.toNanos();
    }

    /** Negative when somebody else may hold it. */
    Duration left() {
        return Duration.ofNanos(until - System.nanoTime());
    }
}
