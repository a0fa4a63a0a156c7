package io.fettle.bench.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.fettle.bench.run.CheckFailed;

class GuessesTest {

    private final Guesses guesses = new Guesses();

    @Test
    void theTwoWaysToSayWrongAreOne() throws IOException {
        guesses.count(400);
        guesses.count(401);
        guesses.count(429);
        guesses.count(503);
        assertThat(guesses.wrong()).isEqualTo(2);
        assertThat(guesses.throttled()).isEqualTo(1);
        assertThat(guesses.turnedAway()).isEqualTo(1);
        assertThat(guesses.all()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 404, 500})
    void aGuessThatWasRightOrNotUnderstoodLeavesNoFigure(int status) {
        assertThatIOException().isThrownBy(() -> guesses.count(status)).isInstanceOf(CheckFailed.class);
    }
}
