package io.fettle.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

class OpenLoopTest {

    private static final int RATE = 1_000;

    @Test
    void callsAreMadeWhileEarlierOnesAreNotAnswered() throws IOException {
        List<CompletableFuture<Void>> open = new ArrayList<>();
        Latencies latencies = new OpenLoop(RATE).run(20, place -> {
            open.add(new CompletableFuture<>());
            if (place == 19) {
                open.forEach(call -> call.complete(null));
            }
            return open.get(place);
        });
        // The first was due 19 periods before the last, with which it was answered.
        assertThat(latencies.percentile(100)).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(19));
    }

    @Test
    void aCallThatFailsLeavesNoFigure() {
        assertThatIOException()
                .isThrownBy(() -> new OpenLoop(RATE)
                        .run(1, place -> CompletableFuture.failedFuture(new IllegalStateException("503"))))
                .withMessageContaining("503");
    }
}
