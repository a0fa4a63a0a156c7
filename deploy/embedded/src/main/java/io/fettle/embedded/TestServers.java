package io.fettle.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * One PostgreSQL and one Kafka for all test JVMs of a Maven run (or of an IDE): the first JVM starts them as a process
 * that ends with the outermost Java process, the others find their addresses in a file below {@code target}.
 *
 * <p>Servers that run already are used when the system properties {@code fettle.test.jdbc} (a superuser's JDBC address)
 * and {@code fettle.test.kafka} (bootstrap servers) name them.
 *
 * @param adminUrl the JDBC address of the superuser
 * @param bootstrapServers where Kafka listens
 */
public record TestServers(String adminUrl, String bootstrapServers) {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    /** The running servers; starts them if this JVM is the first to ask. */
    public static TestServers get() throws IOException, InterruptedException {
        String jdbc = System.getProperty("fettle.test.jdbc");
        String kafka = System.getProperty("fettle.test.kafka");
        if (jdbc != null && kafka != null) {
            return new TestServers(jdbc, kafka);
        }
        ProcessHandle owner = outermostJava();
        Path module = Path.of(System.getProperty("fettle.root"), "deploy", "embedded", "target");
        Path directory = Files.createDirectories(module.resolve("test-servers").resolve(String.valueOf(owner.pid())));
        try (var channel = FileChannel.open(
                        directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            Path addresses = directory.resolve("addresses.properties");
            if (!isServed(addresses)) {
                Files.deleteIfExists(addresses);
                launch(module, directory, owner);
                await(addresses, directory);
            }
            return read(addresses);
        }
    }

    private static ProcessHandle outermostJava() {
        return Stream.iterate(
                        ProcessHandle.of(ProcessHandle.current().pid()),
                        p -> p.isPresent(),
                        p -> p.flatMap(ProcessHandle::parent))
                .flatMap(p -> p.stream())
                .filter(p -> p.info().command().orElse("").endsWith("java"))
                .reduce((inner, outer) -> outer)
                .orElseGet(ProcessHandle::current);
    }

    private static void launch(Path module, Path directory, ProcessHandle owner) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = module.resolve("classes") + ":" + module.resolve("lib") + "/*";
        new ProcessBuilder(
                        java,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx512m",
                        "-cp",
                        classPath,
                        TestServers.class.getName(),
                        directory.toString(),
                        String.valueOf(owner.pid()))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
    }

    private static void await(Path addresses, Path directory) throws IOException, InterruptedException {
        Instant limit = Instant.now().plus(START_LIMIT);
        while (!Files.exists(addresses)) {
            if (Instant.now().isAfter(limit)) {
                throw new IOException("The embedded servers did not start; see " + directory.resolve("log"));
            }
            Thread.sleep(50); // a file made by another process has no other signal
        }
    }

    private static boolean isServed(Path addresses) throws IOException {
        return Files.exists(addresses)
                && ProcessHandle.of(Long.parseLong(load(addresses).getProperty("pid")))
                        .isPresent();
    }

    private static TestServers read(Path addresses) throws IOException {
        var properties = load(addresses);
        return new TestServers(properties.getProperty("jdbc"), properties.getProperty("kafka"));
    }

    private static Properties load(Path addresses) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(addresses)) {
            properties.load(reader);
        }
        return properties;
    }

    /** The shared process: {@code TestServers DIRECTORY OWNER_PID}. Durability is off: these serve unit tests only. */
    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        ProcessHandle owner = ProcessHandle.of(Long.parseLong(arguments[1])).orElseThrow();
        try (var postgres = PostgresServer.start(directory.resolve("postgres"), 0, false);
                var kafka = KafkaServer.start(directory.resolve("kafka"), 0)) {
            var addresses = new Properties();
            addresses.setProperty("pid", String.valueOf(ProcessHandle.current().pid()));
            addresses.setProperty("jdbc", postgres.adminUrl());
            addresses.setProperty("kafka", kafka.bootstrapServers());
            Path draft = directory.resolve("addresses.draft");
            try (var writer = Files.newBufferedWriter(draft)) {
                addresses.store(writer, null);
            }
            Files.move(draft, directory.resolve("addresses.properties"), StandardCopyOption.ATOMIC_MOVE);
            owner.onExit().join();
        }
        delete(directory);
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(file);
            }
        }
    }
}
