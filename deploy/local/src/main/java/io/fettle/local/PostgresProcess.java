package io.fettle.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

import io.fettle.embedded.PostgresServer;

/** The database server's process: {@code PostgresProcess DATA PORT [NAME=VALUE...]}. It ends in order when it is asked to end. */
final class PostgresProcess {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private PostgresProcess() {}

    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[0]);
        // The server's own shutdown hook stops it.
        PostgresServer.start(data, Integer.parseInt(arguments[1]), true, settings(arguments));
        System.out.println("Postgres listens on port " + arguments[1]);
        new CountDownLatch(1).await();
    }

    private static Map<String, String> settings(String[] arguments) {
        return Arrays.stream(arguments)
                .skip(2)
                .map(argument -> argument.split("=", 2))
                .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]));
    }

    /** Stops the server on this folder when the process that had started it was killed. */
    static void stopOrphan(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        List<String> lines = Files.readAllLines(file);
        var orphan = ProcessId.of(Long.parseLong(lines.get(0).strip())).filter(process -> isServer(process, data));
        if (orphan.isPresent()) {
            System.out.println("Stopping the Postgres server " + orphan.get().pid() + ", which lost its parent");
            // INT is the server's fast shutdown; TERM would wait for its clients.
            new ProcessBuilder("kill", "-INT", String.valueOf(orphan.get().pid())).start();
            Conditions.await(LIMIT, () -> !orphan.get().isAlive());
        }
    }

    /** The file is also there after a crash, and the pid may be another program's by now. */
    private static boolean isServer(ProcessId process, Path data) {
        try {
            String line = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "cmdline"));
            return line.contains("postgres") && line.contains(data.toString());
        } catch (IOException e) {
            return false;
        }
    }
}
