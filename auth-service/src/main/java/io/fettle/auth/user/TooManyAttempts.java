package io.fettle.auth.user;

import java.time.Duration;

/** A sign-in that is not looked at, because too many before it were wrong. */
public final class TooManyAttempts extends RuntimeException {

    private final Duration pause;

    TooManyAttempts(Duration pause) {
        super(
                "Too many wrong passwords; wait before the next attempt",
                null,
                false,
                false); // an answer, not an accident
        this.pause = pause;
    }

    /** In seconds, rounded up, at least 1. */
    public long retryAfter() {
        return Math.max(1, pause.plusMillis(999).toSeconds());
    }
}
