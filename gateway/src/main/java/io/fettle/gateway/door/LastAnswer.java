package io.fettle.gateway.door;

import java.util.concurrent.TimeUnit;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * The end of a connection over HTTP/1 on which it is doubtful where calls begin. Once it has begun, nothing that comes is a
 * call any more, one answer is written, and then the connection is closed. To ask Vert.x to close it would not do: with the
 * end of an answer it goes on with the call that has come behind.
 */
final class LastAnswer extends ChannelDuplexHandler {

    private static final AttributeKey<Boolean> BEGUN = AttributeKey.valueOf(LastAnswer.class, "begun");

    /** A connection that is closed while the caller sends is reset, and the answer may be lost. */
    private static final int PATIENCE_SECONDS = 5;

    private boolean written;

    /** Makes the next answer the last. To be called on the connection's own thread. */
    static void begin(HttpConnection connection) {
        ChannelHandlerContext calls = ((ConnectionBase) connection).channelHandlerContext();
        calls.channel().attr(BEGUN).set(true);
        calls.pipeline().addBefore(calls.name(), null, new LastAnswer());
    }

    /** Whether a call on this connection is none, since it came behind the last one. */
    static boolean isBegun(HttpConnection connection) {
        return ((ConnectionBase) connection).channel().hasAttr(BEGUN);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ReferenceCountUtil.release(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (written) {
            ReferenceCountUtil.release(message);
            promise.trySuccess();
            return;
        }
        ChannelPromise done = promise.unvoid();
        if (message instanceof LastHttpContent) {
            written = true;
            done.addListener(sent -> close(context.channel()));
        }
        context.write(message, done);
    }

    private static void close(Channel channel) {
        if (channel instanceof DuplexChannel plain && channel.pipeline().get(SslHandler.class) == null) {
            plain.shutdownOutput();
            channel.eventLoop().schedule(() -> channel.close(), PATIENCE_SECONDS, TimeUnit.SECONDS);
        } else {
            channel.close();
        }
    }
}
