package io.fettle.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;

import org.junit.jupiter.api.Test;

class ProcessIdTest {

    private final long ourPid = ProcessHandle.current().pid();

    @Test
    void aProcessIsFoundWithItsMemoryAndUptime() throws IOException {
        ProcessId process = ProcessId.of(ourPid).orElseThrow();
        assertThat(process.isAlive()).isTrue();
        assertThat(process.memory()).isGreaterThan(10_000);
        assertThat(process.uptime()).isBetween(Duration.ofMillis(100), Duration.ofHours(1));
    }

    @Test
    void aProcessThatGotThePidOfAnotherIsNotTakenForIt() {
        ProcessId earlier =
                new ProcessId(ourPid, ProcessId.of(ourPid).orElseThrow().started() - 1);
        assertThat(earlier.isAlive()).isFalse();
        earlier.kill(); // we go on
        assertThat(earlier.memory()).isZero();
    }

    @Test
    void aProcessThatWasKilledIsNotAlive() throws IOException {
        Process child = new ProcessBuilder("sleep", "60").start();
        ProcessId process = ProcessId.of(child.pid()).orElseThrow();
        process.kill();
        assertThat(Conditions.await(Duration.ofSeconds(10), () -> !process.isAlive()))
                .isTrue();
    }
}
