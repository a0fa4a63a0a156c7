package io.fettle.bench.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import io.fettle.bench.run.CheckFailed;

class PgbenchTest {

    private static final String OUTPUT = """
            pgbench (15.14 (Debian 15.14-0+deb12u1), server 18.3)
            transaction type: insert.sql
            query mode: prepared
            number of clients: 64
            number of transactions actually processed: 47144
            number of failed transactions: 0 (0.000%)
            latency average = 5.430 ms
            initial connection time = 90.461 ms
            tps = 11786.331023 (without initial connection time)
            """;

    @Test
    void readsCommitsAndRate() throws IOException {
        assertThat(Pgbench.parse(OUTPUT)).isEqualTo(new Pgbench(47_144, 11_786.331023));
    }

    @Test
    void aFailedTransactionLeavesNoFigure() {
        String output = OUTPUT.replace("failed transactions: 0", "failed transactions: 2");
        assertThatIOException().isThrownBy(() -> Pgbench.parse(output)).isInstanceOf(CheckFailed.class);
    }
}
