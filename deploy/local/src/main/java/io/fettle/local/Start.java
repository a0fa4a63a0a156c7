package io.fettle.local;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Starts processes of a stack, all at once but for the services, which come after the database. */
final class Start {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Stack stack;
    private final Database database;
    private volatile boolean cancelled;

    Start(Stack stack, Database database) {
        this.stack = stack;
        this.database = database;
    }

    /** Whatever is being started, no further process will be. */
    void cancel() {
        cancelled = true;
    }

    /** Starts what does not run. */
    void all(BiConsumer<Part, Duration> news) throws IOException {
        boolean whole = stack.isStopped();
        Instant begin = Instant.now();
        parts(stack.parts().stream().filter(part -> !part.isAlive()).toList(), news);
        if (whole) {
            stack.startTime(Duration.between(begin, Instant.now()));
        }
    }

    void parts(List<Part> parts, BiConsumer<Part, Duration> news) throws IOException {
        if (parts.isEmpty()) {
            return;
        }
        if (parts.contains(stack.postgres())) {
            stack.stopOrphan();
        }
        requirePorts(parts);
        launch(parts.stream().filter(part -> !stack.services().contains(part)).toList());
        await(parts.stream().filter(stack.postgres()::equals).toList(), (part, time) -> {});
        database.provision();
        launch(parts.stream().filter(stack.services()::contains).toList());
        await(parts, news);
    }

    private void requirePorts(List<Part> parts) throws IOException {
        for (Part part : parts) {
            if (!Ports.isFree(part.port())) {
                stack.evade(part);
            }
        }
    }

    private void launch(List<Part> parts) throws IOException {
        for (Part part : parts) {
            requireGoingOn();
            part.start();
        }
    }

    private void await(List<Part> parts, BiConsumer<Part, Duration> news) throws IOException {
        var waiting = new ArrayList<>(parts);
        Instant limit = Instant.now().plus(PATIENCE);
        while (!waiting.isEmpty()) {
            requireGoingOn();
            for (Part part : List.copyOf(waiting)) {
                if (part.isReady()) {
                    waiting.remove(part);
                    news.accept(part, part.started());
                } else if (!part.isAlive()) {
                    throw failure(part, "ended while it started");
                }
            }
            if (Instant.now().isAfter(limit)) {
                throw failure(waiting.get(0), "is not ready after " + PATIENCE.toSeconds() + " s");
            }
            Conditions.pause(PAUSE);
        }
    }

    private void requireGoingOn() throws IOException {
        if (cancelled) {
            throw new IOException("The start was broken off");
        }
    }

    private static IOException failure(Part part, String what) throws IOException {
        return new IOException(part.name() + " " + what + ". Its log, " + part.log() + ", ends with\n" + part.tail());
    }
}
