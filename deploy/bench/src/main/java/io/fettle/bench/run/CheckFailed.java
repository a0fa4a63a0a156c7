package io.fettle.bench.run;

import java.io.IOException;

/** What was measured cannot be believed: there is no figure. */
public final class CheckFailed extends IOException {

    public CheckFailed(String message) {
        super(message);
    }

    /** @throws CheckFailed unless there are as many as expected */
    public static void unlessEqual(String what, long expected, long found) throws CheckFailed {
        if (expected != found) {
            throw new CheckFailed("%s: expected %,d, found %,d".formatted(what, expected, found));
        }
    }
}
