package io.fettle.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClosedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.fettle.gateway.failure.Refusal;
import io.fettle.gateway.testsupport.AdvancedClock;

class CircuitTest {

    private static final Duration REST = Duration.ofMinutes(1);

    private final Circuit circuit = new Circuit("ticket", REST, new AdvancedClock());
    private final AtomicInteger made = new AtomicInteger();

    static Throwable[] faultsOfTheService() {
        return new Throwable[] {
            Refusal.unavailable("ticket"), Refusal.brokenOff("ticket"), new HttpClosedException("closed")
        };
    }

    static Throwable[] faultsOfTheCaller() {
        return new Throwable[] {Refusal.tooLarge(), Refusal.tooSlow(), Refusal.callerGone()};
    }

    @ParameterizedTest
    @MethodSource("faultsOfTheService")
    void aServiceThatDoesNotAnswerIsLeftAlone(Throwable fault) {
        fail(20, fault);
        assertThat(made).hasValue(20);
        Future<String> refused = call(Future.succeededFuture("answer"));
        assertThat(made).hasValue(20);
        assertThat(refused.cause()).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(503);
            assertThat(refusal.headers()).containsKey("Retry-After");
        });
    }

    @ParameterizedTest
    @MethodSource("faultsOfTheCaller")
    void whatTheCallerIsToBlameForDoesNotCount(Throwable fault) {
        fail(200, fault);
        assertThat(call(Future.succeededFuture("answer")).result()).isEqualTo("answer");
    }

    @Test
    void aFailureNowAndThenDoesNotCount() {
        for (int i = 0; i < 100; i++) {
            call(Future.succeededFuture("answer"));
            call(Future.succeededFuture("answer"));
            fail(1, Refusal.unavailable("ticket"));
        }
        assertThat(made).hasValue(300);
    }

    @Test
    void aServiceThatIsBackGetsAllCallsAgain() {
        fail(20, Refusal.unavailable("ticket"));
        AdvancedClock.advance(REST.plusMillis(1));
        for (int i = 0; i < 10; i++) {
            assertThat(call(Future.succeededFuture("answer")).result()).isEqualTo("answer");
        }
    }

    @Test
    void aServiceThatIsStillAwayIsLeftAloneAgain() {
        fail(20, Refusal.unavailable("ticket"));
        AdvancedClock.advance(REST.plusMillis(1));
        fail(3, Refusal.unavailable("ticket"));
        assertThat(made).hasValue(23);
        call(Future.succeededFuture("answer"));
        assertThat(made).hasValue(23);
    }

    private void fail(int calls, Throwable fault) {
        for (int i = 0; i < calls; i++) {
            call(Future.failedFuture(fault));
        }
    }

    private Future<String> call(Future<String> outcome) {
        return circuit.call(() -> {
            made.incrementAndGet();
            return outcome;
        });
    }
}
