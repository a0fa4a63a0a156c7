package io.fettle.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.fettle.bench.profile.Profiler;

class RunnerTest {

    @TempDir
    private Path directory;

    private Path document;

    @BeforeEach
    void write() throws IOException {
        document = Files.writeString(
                directory.resolve("performance.md"), "Before\n<!-- B0 -->\nold\n<!-- /B0 -->\nAfter\n");
    }

    @Test
    void bothSidesTakeTurnsInBeingTheFirst() throws IOException {
        var bench = new CountingBench();
        run(bench);
        assertThat(bench.asked)
                .containsExactly("prepare", "ours 0", "reference 0", "ours 1", "reference 1", "reference 2", "ours 2");
    }

    @Test
    void figuresReplaceTheOldOnesAndTheProseStays() throws IOException {
        run(new CountingBench());
        assertThat(document).hasContent("""
                Before
                <!-- B0 -->
                Measured today. Other programs took at most 25 % of the processors.

                | ratio | median (min–max) | aim | at least |  |
                | --- | --- | --- | --- | --- |
                | things/s | 0.50 (0.50–0.50) | ≥ 1.00 | ≥ 0.50 | short of the aim |

                |  | ours | reference |
                | --- | --- | --- |
                | things/s | 50.0 (50.0–50.0) | 100 (100–100) |
                | CPU µs per thing, servers | 2,000 (2,000–2,000) | 2,000 (2,000–2,000) |
                | CPU µs per thing, client | 1,000 (1,000–1,000) | 1,000 (1,000–1,000) |
                <!-- /B0 -->
                After
                """);
    }

    @Test
    void aFailedCheckLeavesNoFigure() throws IOException {
        run(new CountingBench() {
            @Override
            public Sample ours(int round) throws IOException {
                CheckFailed.unlessEqual("Things", 50, 49);
                return super.ours(round);
            }
        });
        assertThat(document)
                .content()
                .contains("There is no figure: Things: expected 50, found 49.")
                .doesNotContain("old", "|");
    }

    private void run(Bench bench) throws IOException {
        new Runner(Effort.QUICK, Profiler.none(), new Report(document, "Measured today.")).run(List.of(bench));
    }
}
