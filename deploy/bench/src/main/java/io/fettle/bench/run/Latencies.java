package io.fettle.bench.run;

import java.util.Arrays;

/** How long each of many calls took, in nanoseconds. */
public final class Latencies {

    private final long[] sorted;

    private Latencies(long[] sorted) {
        this.sorted = sorted;
    }

    /** @param nanos at least one */
    public static Latencies of(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Latencies(sorted);
    }

    /** The least of them that so many per cent do not exceed. @param percent above 0, up to 100 */
    public long percentile(double percent) {
        return sorted[(int) Math.ceil(percent / 100 * sorted.length) - 1];
    }
}
