package io.fettle.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

class TargetTest {

    @Test
    void whereMoreIsBetterLessThanTheLimitIsMissed() {
        var target = Target.atLeast("rows/s", 0.5, 0.25);
        assertThat(target.verdict(0.5)).isEqualTo("reached");
        assertThat(target.verdict(0.49)).isEqualTo("short of the aim");
        assertThat(target.verdict(0.24)).isEqualTo("missed");
    }

    @Test
    void whereLessIsBetterMoreThanTheLimitIsMissed() {
        var target = Target.atMost("p50 ms", 2, 5);
        assertThat(target.verdict(2)).isEqualTo("reached");
        assertThat(target.verdict(2.1)).isEqualTo("short of the aim");
        assertThat(target.verdict(5.1)).isEqualTo("missed");
    }

    @Test
    void flatnessComparesOursWithOurs() {
        var target = Target.flat("p50 among 1,000", "p50 among 10", 1.1, 1.3);
        assertThat(target.ratio().applyAsDouble(sample(100, 120), sample(1, 9))).isEqualTo(1.2);
    }

    private static Sample sample(double few, double many) {
        var cpu = new CpuTime(Duration.ZERO, Duration.ZERO, 0);
        return new Sample(Map.of("p50 among 10", few, "p50 among 1,000", many), 1, cpu);
    }
}
