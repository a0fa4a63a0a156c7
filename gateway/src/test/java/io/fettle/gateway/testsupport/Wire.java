package io.fettle.gateway.testsupport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;

import io.vertx.core.json.JsonObject;
import org.eclipse.microprofile.config.ConfigProvider;

/** A call byte for byte as it is written, which no HTTP client would send. */
public final class Wire {

    /** What came back. */
    public record Answer(int status, List<String> headers, String body) {

        static Answer parse(String text) {
            String[] parts = text.split("\r\n\r\n", 2);
            List<String> lines = Arrays.asList(parts[0].split("\r\n"));
            return new Answer(
                    Integer.parseInt(lines.get(0).split(" ")[1]),
                    lines.subList(1, lines.size()),
                    parts.length > 1 ? parts[1] : "");
        }

        /** Every value of a header. */
        public List<String> header(String name) {
            return headers.stream()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).trim())
                    .toList();
        }

        public JsonObject json() {
            return new JsonObject(body);
        }
    }

    /** A body-less call. @param headers as lines */
    public static Answer call(String method, String target, String... headers) {
        return send(head(method, target, headers) + "\r\n");
    }

    /** A call with a body of a known length. */
    public static Answer call(String method, String target, String body, List<String> headers) {
        String head = head(method, target, headers.toArray(String[]::new));
        return send(head + "Content-Length: " + body.getBytes(UTF_8).length + "\r\n\r\n" + body);
    }

    /** All bytes, and then all that comes back. */
    public static Answer send(String text) {
        try (Socket socket = open()) {
            socket.getOutputStream().write(text.getBytes(UTF_8));
            return Answer.parse(new String(socket.getInputStream().readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All bytes, a character each, and then all that comes back until the connection ends. */
    public static String exchange(String text) {
        try (Socket socket = open()) {
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String head(String method, String target, String... headers) {
        return method + " " + target + " HTTP/1.1\r\nHost: fettle.example\r\nConnection: close\r\n"
                + String.join(
                        "",
                        Arrays.stream(headers).map(header -> header + "\r\n").toList());
    }

    /** A connection to the public port. */
    public static Socket open() throws IOException {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        var socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(10_000);
        return socket;
    }

    /** Reads until the connection has given this text. */
    public static void await(Socket socket, String expected) throws IOException {
        var seen = new StringBuilder();
        while (seen.indexOf(expected) < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("The connection ended after: " + seen);
            }
            seen.append(new String(new byte[] {(byte) next}, ISO_8859_1));
        }
    }

    private Wire() {}
}
