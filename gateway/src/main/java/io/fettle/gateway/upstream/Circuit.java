package io.fettle.gateway.upstream;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClosedException;

import io.fettle.gateway.failure.Refusal;

/**
 * Leaves a service alone for a while when half of its last calls found it away or silent, so that callers are told at once
 * and nothing queues up behind it. Then a few calls try it. What the caller is to blame for does not count, and neither does
 * the status of an answer.
 */
final class Circuit {

    private static final int LAST_CALLS = 100;
    private static final int LEAST_CALLS = 20;
    private static final int TRIALS = 3;

    private final String service;
    private final CircuitBreaker breaker;

    Circuit(String service, Duration rest, Clock clock) {
        this.service = service;
        this.breaker = CircuitBreaker.of(
                service,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(LAST_CALLS)
                        .minimumNumberOfCalls(LEAST_CALLS)
                        .permittedNumberOfCallsInHalfOpenState(TRIALS)
                        .waitDurationInOpenState(rest)
                        .clock(clock)
                        .build());
    }

    <T> Future<T> call(Supplier<Future<T>> call) {
        if (!breaker.tryAcquirePermission()) {
            return Future.failedFuture(Refusal.unavailable(service));
        }
        long begun = breaker.getCurrentTimestamp();
        return call.get().onComplete(result -> {
            if (result.succeeded()) {
                breaker.onSuccess(breaker.getCurrentTimestamp() - begun, breaker.getTimestampUnit());
            } else if (blamesService(result.cause())) {
                breaker.onError(breaker.getCurrentTimestamp() - begun, breaker.getTimestampUnit(), result.cause());
            } else {
                breaker.releasePermission();
            }
        });
    }

    private static boolean blamesService(Throwable failure) {
        return failure instanceof HttpClosedException || failure instanceof Refusal refusal && refusal.blamesService();
    }
}
