package io.fettle.bench.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.fettle.bench.run.CheckFailed;

class WrkTest {

    private static final String OUTPUT = """
            Running 4s test @ http://127.0.0.1:28609/v2/incident/orgentityid/2
              1 threads and 64 connections
              Thread Stats   Avg      Stdev     Max   +/- Stdev
                Latency    25.01ms   39.63ms 315.75ms   89.66%
                Req/Sec     5.15k     5.38k   18.65k    80.00%
              Latency Distribution
                 50%    8.51ms
                 75%   27.95ms
                 90%   65.64ms
                 99%  206.35ms
              20496 requests in 4.05s, 5.14MB read
            Requests/sec:   5061.76
            Transfer/sec:      1.27MB
            """;

    @Test
    void readsAnswersTimeAndMedian() throws IOException {
        assertThat(Wrk.parse(OUTPUT)).isEqualTo(new Wrk(20_496, Duration.ofMillis(4_050), Duration.ofNanos(8_510_000)));
    }

    @Test
    void readsMicrosecondsAndMinutes() throws IOException {
        Wrk wrk = Wrk.parse(OUTPUT.replace("8.51ms", "851.00us").replace("4.05s", "1.50m"));
        assertThat(wrk.median()).isEqualTo(Duration.ofNanos(851_000));
        assertThat(wrk.time()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void anAnswerThatIsNoSuccessLeavesNoFigure() {
        refused(OUTPUT + "  Non-2xx or 3xx responses: 1\n");
        refused(OUTPUT + "  Socket errors: connect 0, read 0, write 0, timeout 3\n");
        refused(OUTPUT + "Wrong answers: 2\n");
    }

    private static void refused(String output) {
        assertThatIOException().isThrownBy(() -> Wrk.parse(output)).isInstanceOf(CheckFailed.class);
    }
}
