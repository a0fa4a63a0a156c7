package io.fettle.bench.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import io.fettle.local.Part;

/** Processes beside the stack, which some benches need. */
final class Companions {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String RUNNING = ".pid";

    private final List<Part> parts = new CopyOnWriteArrayList<>();

    /** Starts one and waits until it is ready. @throws IOException with the end of its log, when it is not */
    void start(Part part) throws IOException {
        parts.add(part);
        part.start();
        Waiting.until(PATIENCE, () -> part.isReady() || !part.isAlive());
        if (!part.isAlive() || !part.isReady()) {
            throw new IOException(part.name() + " is not ready:\n" + part.tail());
        }
    }

    /** Processor time of all and their children, also those that have ended. */
    long ticks() {
        return parts.stream()
                .flatMap(part -> part.process().stream())
                .flatMap(process -> Stat.of(process.pid()).stream())
                .mapToLong(Stat::withChildren)
                .sum();
    }

    void stop() throws IOException {
        for (Part part : parts) {
            part.stop();
        }
    }

    /** Stops those of a run that was killed. @param data the folder of its stack */
    static void stopLeft(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("run"))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString();
                if (name.endsWith(RUNNING)) {
                    left(data, name.substring(0, name.length() - RUNNING.length()))
                            .stop();
                }
            }
        }
    }

    private static Part left(Path data, String name) {
        return new Part(name, data, () -> null, () -> 0, port -> false);
    }
}
