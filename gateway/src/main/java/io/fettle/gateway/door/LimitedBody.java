package io.fettle.gateway.door;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

import io.fettle.gateway.failure.Refusal;

/** A body that fails when more of it comes than it may have, so that one without a length is counted as it passes. */
final class LimitedBody implements ReadStream<Buffer> {

    private final ReadStream<Buffer> body;
    private final long limit;
    private long seen;
    private Handler<Throwable> onFailure = failure -> {};

    /** @param limit in bytes */
    LimitedBody(ReadStream<Buffer> body, long limit) {
        this.body = body;
        this.limit = limit;
    }

    boolean isOverLimit() {
        return seen > limit;
    }

    @Override
    public LimitedBody handler(Handler<Buffer> handler) {
        body.handler(handler == null ? null : chunk -> count(chunk, handler));
        return this;
    }

    private void count(Buffer chunk, Handler<Buffer> next) {
        boolean wasOver = isOverLimit();
        seen += chunk.length();
        if (!isOverLimit()) {
            next.handle(chunk);
        } else if (!wasOver) {
            onFailure.handle(Refusal.tooLarge());
        }
    }

    @Override
    public LimitedBody exceptionHandler(Handler<Throwable> handler) {
        onFailure = handler == null ? failure -> {} : handler;
        body.exceptionHandler(handler);
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
