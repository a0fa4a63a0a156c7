package io.fettle.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

class LatenciesTest {

    private final Latencies latencies =
            Latencies.of(LongStream.rangeClosed(1, 200).map(n -> 201 - n).toArray());

    @Test
    void aPercentileIsTheLeastThatSoManyDoNotExceed() {
        assertThat(latencies.percentile(50)).isEqualTo(100);
        assertThat(latencies.percentile(99)).isEqualTo(198);
        assertThat(latencies.percentile(100)).isEqualTo(200);
    }

    @Test
    void ofOneCallEveryPercentileIsThatOne() {
        assertThat(Latencies.of(new long[] {7}).percentile(1)).isEqualTo(7);
    }
}
