package io.fettle.bench.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import io.fettle.bench.run.CheckFailed;

class ConstantServiceTest {

    @Test
    void readsHowManyCallsHaveCome() throws IOException {
        assertThat(ConstantService.parse("""
                Active connections: 2\s
                server accepts handled requests
                 66 66 48213\s
                Reading: 0 Writing: 1 Waiting: 1\s
                """)).isEqualTo(48_213);
    }

    @Test
    void callsOnTheirWayAtTheEndMayBeUnread() {
        assertThatCode(() -> ConstantService.requireServed(1_000, 1_128)).doesNotThrowAnyException();
    }

    @Test
    void answersThatDidNotComeFromTheServiceLeaveNoFigure() {
        refused(1_000, 999);
        refused(1_000, 1_129);
    }

    private static void refused(long answers, long served) {
        assertThatIOException()
                .isThrownBy(() -> ConstantService.requireServed(answers, served))
                .isInstanceOf(CheckFailed.class);
    }

    @Test
    void anotherAnswerIsNoNumber() {
        assertThatIOException().isThrownBy(() -> ConstantService.parse("<html>404 Not Found</html>"));
    }
}
