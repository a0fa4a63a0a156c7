package io.fettle.bench.run;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Calls at a fixed rate, however long the calls take. Times count from when a call was due: what a slow call holds up
 * is not left out.
 */
public final class OpenLoop {

    private final long periodNanos;

    /** @param rate calls a second */
    public OpenLoop(int rate) {
        this.periodNanos = TimeUnit.SECONDS.toNanos(1) / rate;
    }

    /** @param call makes one, by its place; done when what is waited for is there */
    public Latencies run(int count, IntFunction<CompletionStage<?>> call) throws IOException {
        var nanos = new long[count];
        var calls = new CompletableFuture<?>[count];
        long begin = System.nanoTime();
        for (int place = 0; place < count; place++) {
            long due = begin + place * periodNanos;
            int own = place;
            await(due);
            calls[place] = call.apply(place)
                    .thenRun(() -> nanos[own] = System.nanoTime() - due)
                    .toCompletableFuture();
        }
        join(calls);
        return Latencies.of(nanos);
    }

    private static void await(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static void join(CompletableFuture<?>[] calls) throws IOException {
        try {
            CompletableFuture.allOf(calls).orTimeout(1, TimeUnit.MINUTES).join();
        } catch (CompletionException e) {
            throw new CheckFailed("Not every call was answered: " + e.getCause());
        }
    }
}
