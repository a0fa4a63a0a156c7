package io.fettle.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.fettle.bench.run.Effort;

class OptionsTest {

    @Test
    void withoutNamesAllIsMeasuredInFull() throws IOException {
        Options options = Options.parse(List.of());
        assertThat(options.effort()).isEqualTo(Effort.FULL);
        assertThat(options.profile()).isFalse();
        assertThat(options.asksFor("B1")).isTrue();
    }

    @Test
    void optionsMayStandBetweenNames() throws IOException {
        Options options = Options.parse(List.of("B1", "--quick", "B4", "--profile"));
        assertThat(options.effort()).isEqualTo(Effort.QUICK);
        assertThat(options.profile()).isTrue();
        assertThat(options.asksFor("B4")).isTrue();
        assertThat(options.asksFor("B2")).isFalse();
    }

    @Test
    void aNameWithoutItsLetterStandsForAllThatHaveIt() throws IOException {
        Options options = Options.parse(List.of("B3", "B9a"));
        assertThat(List.of("B1", "B3a", "B3b", "B9a", "B9b"))
                .filteredOn(options::asksFor)
                .containsExactly("B3a", "B3b", "B9a");
    }

    @Test
    void aBenchThatIsNotThereIsRefused() throws IOException {
        List<String> there = List.of("B1", "B3a", "B3b");
        Options.parse(List.of("B1", "B3")).requireKnown(there);
        assertThatIOException()
                .isThrownBy(() -> Options.parse(List.of("B1", "B")).requireKnown(there))
                .withMessageContaining("B1, B3a, B3b");
    }

    @Test
    void anUnknownOptionIsRefused() {
        assertThatIOException()
                .isThrownBy(() -> Options.parse(List.of("--fast")))
                .withMessageContaining("--fast");
    }
}
