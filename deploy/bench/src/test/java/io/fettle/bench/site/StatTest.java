package io.fettle.bench.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.junit.jupiter.api.Test;

class StatTest {

    @Test
    void aNameWithBlanksAndBracketsDoesNotShiftTheFields() {
        String line =
                "4711 (postgres: (io) worker) S 42 4711 4711 0 -1 4194560 1 2 3 4 100 20 3000 400 20 0 1 0 99 0 0";
        assertThat(Stat.parse(line)).isEqualTo(new Stat(4711, 42, 120, 3400));
    }

    @Test
    void ofTheMachineIdleAndWaitingTimeDoNotCount() {
        assertThat(Stat.machine("cpu  100 20 30 9000 800 5 6 0 0 0")).isEqualTo(161);
    }

    @Test
    void thisProcessHasTakenTimeAndItsChildrenAreFound() throws IOException {
        Process child = new ProcessBuilder("cat").start();
        try {
            Stat own = Stat.of(ProcessHandle.current().pid()).orElseThrow();
            assertThat(own.own()).isPositive();
            assertThat(own.children().map(Stat::pid)).contains(child.pid());
        } finally {
            child.destroy();
        }
    }

    @Test
    void aProcessThatIsNotThereHasNone() {
        assertThat(Stat.of(Integer.MAX_VALUE)).isEmpty();
    }
}
