package io.fettle.e2e.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** Calls byte for byte as they are written, which no HTTP client would send. */
record Wire(int port) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_MILLIS = 20_000;

    /** What came back. @param headers as lines */
    record Answer(int status, List<String> headers, String body) {

        private static final List<String> OF_ONE_CALL = List.of("x-request-id", "date");

        /** Every value of a header. */
        List<String> header(String name) {
            return headers.stream()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).trim())
                    .toList();
        }

        /** A missing node when it is no JSON. */
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException e) {
                return MissingNode.getInstance();
            }
        }

        /** Without what is different in any two calls. */
        Answer comparable() {
            return new Answer(
                    status,
                    headers.stream()
                            .filter(line -> OF_ONE_CALL.stream().noneMatch(line.toLowerCase()::startsWith))
                            .toList(),
                    body);
        }
    }

    /** A call without a body. @param headers as lines */
    Answer call(String method, String target, String... headers) {
        return send(head(method, target, headers) + "\r\n");
    }

    Answer callWithBody(String method, String target, String body, String... headers) {
        return send(
                head(method, target, headers) + "Content-Length: " + body.getBytes(UTF_8).length + "\r\n\r\n" + body);
    }

    /** Says that a body comes, and waits for the answer to that. @param length in bytes */
    Answer announce(String method, String target, long length, String... headers) {
        return send(head(method, target, headers) + "Content-Length: " + length + "\r\n\r\n");
    }

    private static String head(String method, String target, String... headers) {
        String lines = Arrays.stream(headers).map(header -> header + "\r\n").collect(Collectors.joining());
        return method + " " + target + " HTTP/1.1\r\nHost: fettle.example\r\nConnection: close\r\n" + lines;
    }

    private Answer send(String text) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(text.getBytes(UTF_8));
            return read(new BufferedInputStream(socket.getInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer read(InputStream in) throws IOException {
        List<String> lines = List.of(head(in).split("\r\n"));
        var head = new Answer(Integer.parseInt(lines.get(0).split(" ")[1]), lines.subList(1, lines.size()), "");
        List<String> length = head.header("Content-Length");
        byte[] body = length.isEmpty() ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length.get(0)));
        return new Answer(head.status, head.headers, new String(body, UTF_8));
    }

    private static String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(UTF_8).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("The connection ended after: " + head);
            }
            head.write(next);
        }
        return head.toString(UTF_8);
    }
}
