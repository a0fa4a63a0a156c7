package io.fettle.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** All processes on one data folder: Postgres, Kafka and the services. What it knows of them is in files, not here. */
public final class Stack {

    /** Work on the processes of a data folder, of which there is one at a time. */
    private interface Work {
        void run() throws IOException;
    }

    static final String POSTGRES = "postgres";

    private final Path data;
    private final Settings settings;
    private final Programs programs;
    private final Part postgres;
    private final Part kafka;
    private final List<Part> services;
    private final Start start;

    private Stack(Path data, Settings settings, Programs programs, Set<Service> services) {
        this.data = data;
        this.settings = settings;
        this.programs = programs;
        this.postgres = new Part(POSTGRES, data, programs::postgres, settings::postgresPort, Ports::isListening);
        this.kafka = new Part("kafka", data, programs::kafka, settings::kafkaPort, Ports::isListening);
        this.services = services.stream()
                .map(service -> service(data, settings, programs, service))
                .toList();
        this.start = new Start(this, new Database(settings));
    }

    static boolean exists(Path data) {
        return Files.exists(data.resolve("run"));
    }

    public static Stack of(Checkout checkout, Path data) throws IOException {
        return of(checkout, data, Sizing.LAPTOP, EnumSet.allOf(Service.class));
    }

    /** One with these services only. */
    public static Stack of(Checkout checkout, Path data, Sizing sizing, Set<Service> services) throws IOException {
        Path folder = data.toAbsolutePath().normalize();
        Settings settings = Settings.of(folder);
        Files.createDirectories(folder.resolve("run"));
        return new Stack(folder, settings, new Programs(checkout, folder, settings, sizing), services);
    }

    /**
     * One more gateway, which is no part of this stack.
     *
     * @param environment in which it is different: where services are
     */
    public Part anotherGateway(String name, int port, int readinessPort, Map<String, String> environment) {
        var different = new HashMap<>(environment);
        different.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        different.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(readinessPort));
        return new Part(
                name,
                data,
                () -> programs.service(Service.GATEWAY, different),
                () -> port,
                own -> Readiness.isUp(readinessPort));
    }

    private static Part service(Path data, Settings settings, Programs programs, Service service) {
        return new Part(
                service.module(),
                data,
                () -> programs.service(service),
                () -> settings.port(service),
                port -> Readiness.isUp(settings.readinessPort(service)));
    }

    public Path data() {
        return data;
    }

    public Settings settings() {
        return settings;
    }

    public Part postgres() {
        return postgres;
    }

    public Part kafka() {
        return kafka;
    }

    public List<Part> services() {
        return services;
    }

    public List<Part> parts() {
        return Stream.concat(Stream.of(postgres, kafka), services.stream()).toList();
    }

    /** @throws IOException naming the parts, when it is none of them */
    public Part part(String name) throws IOException {
        return parts().stream()
                .filter(part -> part.name().equals(name) || part.name().equals(name + "-service"))
                .findFirst()
                .orElseThrow(() -> new IOException(name + " is none of "
                        + String.join(", ", parts().stream().map(Part::name).toList())));
    }

    boolean isRunning() {
        return parts().stream().allMatch(Part::isAlive);
    }

    boolean isStopped() {
        return parts().stream().noneMatch(Part::isAlive);
    }

    /**
     * Starts what does not run, and waits until it is ready.
     *
     * @param news is told of each part that is ready, and how long that took
     * @throws IOException naming the part that cannot be started, with the end of its log
     */
    public void start(BiConsumer<Part, Duration> news) throws IOException {
        exclusively(() -> start.all(news));
    }

    public void restart(Part part, BiConsumer<Part, Duration> news) throws IOException {
        exclusively(() -> {
            end(part);
            start.parts(List.of(part), news);
        });
    }

    public void stop(Part part) throws IOException {
        exclusively(() -> end(part));
    }

    /** Stops all, the services first; also in the middle of a start of this process. */
    public void stop() throws IOException {
        start.cancel();
        exclusively(() -> {
            for (Part service : services) {
                service.terminate();
            }
            for (Part service : services) {
                service.stop();
            }
            end(kafka);
            end(postgres);
        });
    }

    private void end(Part part) throws IOException {
        part.stop();
        if (part == postgres) {
            stopOrphan();
        }
    }

    /** The database server survives when only the process dies that had started it. */
    void stopOrphan() throws IOException {
        PostgresProcess.stopOrphan(data.resolve(POSTGRES));
    }

    /**
     * Gives a server another port, because somebody else uses the one it had.
     *
     * @throws IOException when others already know the port: clients, or services that run
     */
    void evade(Part part) throws IOException {
        if (services.contains(part) || services.stream().anyMatch(Part::isAlive)) {
            throw new IOException(
                    "Port " + part.port() + " of " + part.name() + " is used by another program; see --port");
        }
        settings.renewPort(part.name());
    }

    /** How long the last start of the whole stack took; empty if there was none. */
    public Optional<Duration> startTime() throws IOException {
        return Files.exists(startTimeFile())
                ? Optional.of(Duration.ofMillis(Long.parseLong(Files.readString(startTimeFile()))))
                : Optional.empty();
    }

    void startTime(Duration time) throws IOException {
        Files.writeString(startTimeFile(), String.valueOf(time.toMillis()));
    }

    private Path startTimeFile() {
        return data.resolve("run").resolve("start-time-ms");
    }

    private synchronized void exclusively(Work work) throws IOException {
        Path file = data.resolve("run").resolve("lock");
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) { // waits for the other script
            work.run();
        }
    }
}
