package io.fettle.gateway.door;

import java.time.Duration;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

import io.fettle.gateway.failure.Refusal;

/**
 * A body that fails when more of it comes than it may have, so that one without a length is counted as it passes, and when it
 * comes too slowly.
 */
final class LimitedBody implements ReadStream<Buffer> {

    private final ReadStream<Buffer> body;
    private final long limit;
    private final Refusal beyond;
    private final SlowestPace slowest;
    private final long begunNanos = System.nanoTime();
    private long seen;
    private Throwable failure;
    private Handler<Throwable> onFailure = failed -> {};

    /**
     * @param limit in bytes
     * @param beyond what it fails with when more comes
     */
    LimitedBody(ReadStream<Buffer> body, long limit, Refusal beyond, SlowestPace slowest) {
        this.body = body;
        this.limit = limit;
        this.beyond = beyond;
        this.slowest = slowest;
    }

    /** Why it ended before its end: a {@link Refusal}, or whatever befell the caller; {@code null} if it did not. */
    Throwable failure() {
        return failure;
    }

    @Override
    public LimitedBody handler(Handler<Buffer> handler) {
        body.handler(handler == null ? null : chunk -> pass(chunk, handler));
        return this;
    }

    private void pass(Buffer chunk, Handler<Buffer> next) {
        seen += chunk.length();
        if (failure != null) {
            return;
        }
        if (seen > limit) {
            fail(beyond);
        } else if (!slowest.allows(seen, Duration.ofNanos(System.nanoTime() - begunNanos))) {
            fail(Refusal.tooSlow());
        } else {
            next.handle(chunk);
        }
    }

    private void fail(Throwable cause) {
        if (failure == null) {
            failure = cause;
            onFailure.handle(cause);
        }
    }

    @Override
    public LimitedBody exceptionHandler(Handler<Throwable> handler) {
        onFailure = handler == null ? failed -> {} : handler;
        body.exceptionHandler(handler == null ? null : this::fail);
        return this;
    }

    @Override
    public LimitedBody pause() {
        body.pause();
        return this;
    }

    @Override
    public LimitedBody resume() {
        body.resume();
        return this;
    }

    @Override
    public LimitedBody fetch(long amount) {
        body.fetch(amount);
        return this;
    }

    @Override
    public LimitedBody endHandler(Handler<Void> handler) {
        body.endHandler(handler);
        return this;
    }
}
