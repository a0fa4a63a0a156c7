package io.fettle.bench.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.fettle.bench.run.CpuTime;
import io.fettle.local.Stack;

/** Tells what processor time was taken since it was made. */
public final class Meter {

    private record Reading(long servers, long client, long machine, long nanos) {}

    private final Stack stack;
    private final Companions companions;
    private final Reading begin;

    Meter(Stack stack, Companions companions) throws IOException {
        this.stack = stack;
        this.companions = companions;
        this.begin = read();
    }

    public CpuTime cpu() throws IOException {
        Reading end = read();
        long servers = end.servers - begin.servers;
        long client = end.client - begin.client;
        long foreign = end.machine - begin.machine - servers - client;
        long all = (end.nanos - begin.nanos) * Runtime.getRuntime().availableProcessors() / Stat.TICK_NANOS;
        return new CpuTime(
                Duration.ofNanos(servers * Stat.TICK_NANOS),
                Duration.ofNanos(client * Stat.TICK_NANOS),
                Math.max(0.0, (double) foreign / all));
    }

    private Reading read() throws IOException {
        return new Reading(postgres() + programs() + companions.ticks(), client(), machine(), System.nanoTime());
    }

    private long programs() {
        return stack.parts().stream()
                .flatMap(part -> part.process().stream())
                .flatMap(process -> Stat.of(process.pid()).stream())
                .mapToLong(Stat::own)
                .sum();
    }

    /** The server and its processes, one for each connection, also those that have ended. */
    private long postgres() throws IOException {
        Path file = stack.data().resolve("postgres/postmaster.pid");
        return Stat.of(Long.parseLong(Files.readAllLines(file).get(0).strip()))
                .orElseThrow(() -> new IOException("Postgres does not run"))
                .withChildren();
    }

    /** This process, and the tools it has run. */
    private static long client() throws IOException {
        return Stat.of(ProcessHandle.current().pid())
                .orElseThrow(() -> new IOException("There is no /proc"))
                .withEnded();
    }

    private static long machine() throws IOException {
        return Stat.machine(Files.readAllLines(Path.of("/proc/stat")).get(0));
    }
}
