package io.fettle.bench.door;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import io.fettle.bench.run.CheckFailed;
import io.fettle.bench.site.Waiting;

/**
 * Somebody who guesses passwords, so many a second, however long the answers take: of known and of invented users in turn,
 * at {@code /token} and with Basic in turn, each from a network address that is rarely used again, as who has many
 * machines can. So little of it is throttled: this is the worst that a guesser can do.
 */
final class Guesser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int ANSWER_MILLIS = 30_000;

    /** More than auth-service lets wait. */
    private static final int MOST_AT_ONCE = 128;

    private final URI call;
    private final List<String> users;
    private final Guesses guesses = new Guesses();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService guessing = Executors.newFixedThreadPool(MOST_AT_ONCE);
    private int made;
    private volatile IOException failure;

    private Guesser(URI call, List<String> users) {
        this.call = call;
        this.users = users;
    }

    /** Begins, and returns when the answers of the first second have come. @param call that Basic is tried on */
    static Guesser begin(URI call, List<String> users, int rate) throws IOException {
        var guesser = new Guesser(call, users);
        long period = TimeUnit.SECONDS.toNanos(1) / rate;
        guesser.clock.scheduleAtFixedRate(guesser::next, 0, period, TimeUnit.NANOSECONDS);
        if (!Waiting.until(PATIENCE, () -> guesser.guesses.all() >= rate || guesser.failure != null)) {
            guesser.close();
            throw new CheckFailed("Guesses are not answered: " + guesser.failure);
        }
        return guesser;
    }

    private void next() {
        int number = made++;
        guessing.execute(() -> guess(number));
    }

    private void guess(int number) {
        String user =
                number / 2 % 2 == 0 ? users.get(number / 4 % users.size()) : UUID.randomUUID() + "@invented.example";
        String password = "guess-" + number;
        try {
            guesses.count(status(source(), number % 2 == 0 ? token(user, password) : basic(user, password)));
        } catch (IOException e) {
            failure = e;
        }
    }

    private String token(String user, String password) {
        String form = "grant_type=password&username=" + URLEncoder.encode(user, ISO_8859_1) + "&password=" + password;
        return """
                POST /token HTTP/1.1\r
                Host: %s\r
                Connection: close\r
                Content-Type: application/x-www-form-urlencoded\r
                Content-Length: %d\r
                \r
                %s""".formatted(call.getAuthority(), form.length(), form);
    }

    private String basic(String user, String password) {
        byte[] credentials = (user + ":" + password).getBytes(ISO_8859_1);
        return """
                GET %s HTTP/1.1\r
                Host: %s\r
                Connection: close\r
                Authorization: Basic %s\r
                \r
                """.formatted(
                        call.getPath(), call.getAuthority(), Base64.getEncoder().encodeToString(credentials));
    }

    /** One of many that Linux has on loopback. */
    private static InetAddress source() throws IOException {
        var random = ThreadLocalRandom.current();
        return InetAddress.getByName("127.%d.%d.1".formatted(random.nextInt(1, 255), random.nextInt(1, 255)));
    }

    private int status(InetAddress source, String request) throws IOException {
        try (var socket = new Socket()) {
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.bind(new InetSocketAddress(source, 0));
            socket.connect(new InetSocketAddress(call.getHost(), call.getPort()), ANSWER_MILLIS);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1)).readLine();
            if (line == null) {
                throw new CheckFailed("A guess was not answered");
            }
            return Integer.parseInt(line.split(" ")[1]);
        }
    }

    /**
     * Ends, when all are answered.
     *
     * @throws CheckFailed when one was not, or was answered in a way that no guess may be
     */
    Guesses end() throws IOException {
        close();
        if (failure != null) {
            throw new CheckFailed("The guessing failed: " + failure);
        }
        CheckFailed.unlessEqual("Answers to guesses", made, guesses.all());
        return guesses;
    }

    @Override
    public void close() throws IOException {
        end(clock); // first, for it gives the other its work
        end(guessing);
    }

    private static void end(ExecutorService threads) throws IOException {
        threads.shutdown();
        Waiting.until(PATIENCE, threads::isTerminated);
    }
}
