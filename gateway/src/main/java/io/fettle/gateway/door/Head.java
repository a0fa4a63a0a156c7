package io.fettle.gateway.door;

import java.util.function.BiConsumer;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

import io.fettle.gateway.failure.Refusal;

/**
 * What the head of a call must be, so that no two programs read it in two ways: where its body ends, which host it is for,
 * what its target is (RFC 9112 sections 3.2, 6 and 11.2). It is checked before anything else is done with it. What netty
 * cannot read, or finds doubtful itself, does not come here: it is answered with 400 or 501 and no body.
 */
final class Head implements BiConsumer<String, String> {

    private int hosts;
    private int codings;
    private int types;
    private boolean hasOddHost;
    private boolean hasOddCoding;
    private boolean hasLength;
    private boolean staysOpen;
    private boolean hasHiddenBody;
    private boolean hasNamelessLine;

    /** @throws Refusal 400, after which the connection is closed, for what follows is doubtful too */
    static void check(HttpServerRequest request) {
        checkTarget(request.uri());
        if (request.version() == HttpVersion.HTTP_2) {
            return;
        }
        var head = new Head();
        request.headers().forEach(head);
        head.checkHost(request);
        head.checkBody(request.version());
        head.checkLines();
    }

    /** Over HTTP/1 a blank ends the target; what is written to a service must not hold another one, or a line's end. */
    private static void checkTarget(String target) {
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c <= ' ' || c == '\u007f') {
                throw Refusal.doubtfulHead("The target has a blank or a control character");
            }
        }
    }

    @Override
    public void accept(String name, String value) {
        switch (name.length()) {
            case 0 -> hasNamelessLine = true;
            case 4 -> {
                if (name.equalsIgnoreCase("host")) {
                    hosts++;
                    hasOddHost |= !isHost(value);
                }
            }
            case 10 -> staysOpen |= name.equalsIgnoreCase("connection") && value.equalsIgnoreCase("keep-alive");
            case 12 -> types += name.equalsIgnoreCase("content-type") ? 1 : 0;
            case 14 -> hasLength |= name.equalsIgnoreCase("content-length");
            case 17 -> {
                if (name.equalsIgnoreCase("transfer-encoding")) {
                    codings++;
                    hasOddCoding |= !value.equalsIgnoreCase("chunked");
                }
            }
            case 18 -> hasHiddenBody |= name.equalsIgnoreCase("sec-websocket-key1");
            default -> {
                // says nothing of body or host
            }
        }
    }

    private void checkHost(HttpServerRequest request) {
        if (hosts > 1) {
            throw Refusal.doubtfulHead("Host is given more than once");
        }
        if (hosts == 0 && request.version() != HttpVersion.HTTP_1_0) {
            throw Refusal.doubtfulHead("Host is missing");
        }
        if (hasOddHost || hosts == 1 && request.authority() == null) {
            throw Refusal.doubtfulHead("Host must be a name or an address, and a port");
        }
    }

    private void checkBody(HttpVersion version) {
        if (hasOddCoding || codings > 1) {
            throw Refusal.doubtfulHead("Transfer-Encoding must be chunked, and nothing else");
        }
        if (hasHiddenBody) {
            // As in an early draft of WebSocket, netty takes the next eight bytes for its body; nobody else does.
            throw Refusal.doubtfulHead("Sec-WebSocket-Key1 is not taken");
        }
        if (hasLength && staysOpen && version == HttpVersion.HTTP_1_0) {
            // Of several lengths netty takes the first here, without a word.
            throw Refusal.doubtfulHead("A call of HTTP/1.0 with a body must be the connection's last");
        }
    }

    private void checkLines() {
        if (hasNamelessLine) {
            throw Refusal.doubtfulHead("A line of the head has no name");
        }
        if (types > 1) {
            throw Refusal.doubtfulHead("Content-Type is given more than once");
        }
    }

    /** Fewer characters than RFC 3986 has for a name: no host that is reached has the others. */
    private static boolean isHost(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || ".-_:[]".indexOf(c) >= 0)) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private Head() {}
}
