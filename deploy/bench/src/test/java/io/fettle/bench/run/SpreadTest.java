package io.fettle.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void theMedianOfAnOddNumberIsTheMiddleOne() {
        assertThat(Spread.of(List.of(5.0, 1.0, 2.0))).isEqualTo(new Spread(2, 1, 5));
    }

    @Test
    void theMedianOfAnEvenNumberIsBetweenTheTwoInTheMiddle() {
        assertThat(Spread.of(List.of(8.0, 1.0, 2.0, 4.0))).isEqualTo(new Spread(3, 1, 8));
    }

    @Test
    void isWrittenWithThreeDigitsThatCount() {
        assertThat(new Spread(1.234, 0.999, 12.34)).hasToString("1.23 (1.00–12.3)");
        assertThat(new Spread(12345.6, 123.4, 1234567)).hasToString("12,346 (123–1,234,567)");
    }
}
