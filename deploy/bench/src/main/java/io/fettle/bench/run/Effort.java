package io.fettle.bench.run;

/** How much is done: all for a figure, little to see that a bench works. */
public enum Effort {
    FULL,
    QUICK;

    public int of(int full, int quick) {
        return this == FULL ? full : quick;
    }

    /** Rounds that only make the services warm: the compiler is busy for about a minute. */
    int warmUps() {
        return of(3, 1);
    }

    public int rounds() {
        return of(5, 2);
    }
}
