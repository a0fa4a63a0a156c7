package io.fettle.bench.run;

import java.time.Duration;
import java.util.Map;

/**
 * What one side of one round gave.
 *
 * @param figures by what they are, with the unit (rows/s), in the order to be told
 * @param operations how many were done, and found afterwards
 */
public record Sample(Map<String, Double> figures, long operations, CpuTime cpu) {

    /** One whose only figure is how many operations were done in a second. */
    public static Sample rate(String unit, long operations, Duration time, CpuTime cpu) {
        return new Sample(Map.of(unit, operations * 1e9 / time.toNanos()), operations, cpu);
    }

    double serverMicros() {
        return cpu.servers().toNanos() / 1e3 / operations;
    }

    double clientMicros() {
        return cpu.client().toNanos() / 1e3 / operations;
    }
}
