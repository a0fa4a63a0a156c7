package io.fettle.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.fettle.local.Part.State;

class PartTest {

    private static final List<String> WAITING =
            List.of("-cp", System.getProperty("java.class.path"), WaitingProgram.class.getName());

    @TempDir
    private Path data;

    private Part part;

    @BeforeEach
    void start() throws IOException {
        part = part();
        part.start();
    }

    @AfterEach
    void stop() throws IOException {
        part.stop();
    }

    @Test
    void whoComesLaterFindsTheProcess() {
        assertThat(part().process()).isEqualTo(part.process()).isPresent();
    }

    @Test
    void oneThatWasKilledIsDeadUntilItIsStopped() throws IOException {
        part.kill();
        assertThat(part().state()).isEqualTo(State.DEAD);
        part.stop();
        assertThat(part().state()).isEqualTo(State.STOPPED);
    }

    @Test
    void oneThatWasStoppedIsGone() throws IOException {
        ProcessId process = part.process().orElseThrow();
        part().stop();
        assertThat(process.isAlive()).isFalse();
        assertThat(part.state()).isEqualTo(State.STOPPED);
    }

    @Test
    void whoWatchesSeesThatItIsBeingStopped() throws IOException {
        assertThat(part.run().orElseThrow().stopping()).isFalse();
        part.terminate();
        assertThat(part.run().orElseThrow().stopping()).isTrue();
    }

    private Part part() {
        return new Part("waiting", data, () -> Program.java(WAITING, data, Map.of()), () -> 1, port -> true);
    }
}
