package io.fettle.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** TCP ports on loopback. */
public final class Ports {

    /**
     * Below the ports that Linux gives to outgoing connections: a client that keeps calling a dead server on one of those
     * may at last be connected to itself, and hold the port.
     */
    private static final int FIRST = 20_000;

    private static final int LAST = 32_000;

    private Ports() {}

    /** The first of so many free ports in a row. */
    public static int free(int count) {
        int port = ThreadLocalRandom.current().nextInt(FIRST, LAST - count);
        return IntStream.range(port, port + count).allMatch(Ports::isFree) ? port : free(count);
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    public static boolean isListening(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
