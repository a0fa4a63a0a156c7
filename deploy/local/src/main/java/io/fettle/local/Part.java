package io.fettle.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;

/** One process of the stack, and the files that tell of it: {@code run/NAME.pid} and {@code logs/NAME.log}. */
public final class Part {

    /** How it is with a part. One that is dead was not stopped by anybody. */
    public enum State {
        STOPPED("stopped"),
        NOT_READY("not ready"),
        READY("ready"),
        DEAD("dead");

        private final String text;

        State(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** Made anew for every start: settings may have changed. */
    public interface Recipe {
        Program program() throws IOException;
    }

    private static final int TAIL = 4_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String name;
    private final Path file;
    private final Path log;
    private final Recipe recipe;
    private final IntSupplier port;
    private final IntPredicate ready;

    /** @param ready whether whoever listens on the port can do its work */
    public Part(String name, Path data, Recipe recipe, IntSupplier port, IntPredicate ready) {
        this.name = name;
        this.file = data.resolve("run").resolve(name + ".pid");
        this.log = data.resolve("logs").resolve(name + ".log");
        this.recipe = recipe;
        this.port = port;
        this.ready = ready;
    }

    public String name() {
        return name;
    }

    Path log() {
        return log;
    }

    public int port() {
        return port.getAsInt();
    }

    public State state() {
        Optional<Run> run = run();
        if (run.isEmpty()) {
            return State.STOPPED;
        }
        if (!run.get().process().isAlive()) {
            return State.DEAD;
        }
        return isReady() ? State.READY : State.NOT_READY;
    }

    public boolean isReady() {
        return ready.test(port());
    }

    public boolean isAlive() {
        return process().isPresent();
    }

    /** The living process. */
    public Optional<ProcessId> process() {
        return run().map(Run::process).filter(ProcessId::isAlive);
    }

    /** The process that was started last and not stopped, dead or alive. */
    Optional<Run> run() {
        try {
            return Run.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it costs the machine, in KiB; 0 when it is not alive. */
    public long memory() {
        return process().map(ProcessId::memory).orElse(0L);
    }

    /** The end of its log. */
    public String tail() throws IOException {
        try (var channel = FileChannel.open(log)) {
            channel.position(Math.max(0, channel.size() - TAIL));
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    public void start() throws IOException {
        Files.createDirectories(file.getParent());
        Files.createDirectories(log.getParent());
        new Run(recipe.program().start(log), null, false).write(file);
    }

    /** Keeps how long the start took, now that it is ready. */
    Duration started() throws IOException {
        ProcessId process = run().orElseThrow().process();
        Duration startTime = process.uptime();
        new Run(process, startTime, false).write(file);
        return startTime;
    }

    /** Asks the process to end. Whoever watches it knows then that it does not die. */
    void terminate() throws IOException {
        Optional<Run> run = run();
        if (run.isPresent()) {
            new Run(run.get().process(), run.get().startTime(), true).write(file);
            run.get().process().terminate();
        }
    }

    /** Asks the process to end and, when it does not, ends it. Nothing is left of it then. */
    public void stop() throws IOException {
        terminate();
        if (!hasEnded()) {
            kill();
        }
        Files.deleteIfExists(file);
    }

    /** Ends the process as a crash would. */
    public void kill() {
        process().ifPresent(ProcessId::kill);
        hasEnded();
    }

    private boolean hasEnded() {
        return Conditions.await(PATIENCE, () -> !isAlive());
    }
}
