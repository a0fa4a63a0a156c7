package io.fettle.bench.door;

import java.util.concurrent.atomic.AtomicInteger;

import io.fettle.bench.run.CheckFailed;

/** How guessed passwords were answered. */
final class Guesses {

    private final AtomicInteger wrong = new AtomicInteger();
    private final AtomicInteger throttled = new AtomicInteger();
    private final AtomicInteger turnedAway = new AtomicInteger();

    /** @throws CheckFailed if no guess may be answered so: a right one, or one that was not understood */
    void count(int status) throws CheckFailed {
        switch (status) {
            case 400, 401 -> wrong.incrementAndGet(); // of /token and of a call with Basic
            case 429 -> throttled.incrementAndGet();
            case 503 -> turnedAway.incrementAndGet();
            default -> throw new CheckFailed("A guess was answered with " + status);
        }
    }

    /** Looked at, and found wrong. */
    int wrong() {
        return wrong.get();
    }

    /** Not looked at, because too many before were wrong. */
    int throttled() {
        return throttled.get();
    }

    /** Not looked at, because too many waited. */
    int turnedAway() {
        return turnedAway.get();
    }

    int all() {
        return wrong() + throttled() + turnedAway();
    }
}
