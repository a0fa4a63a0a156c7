package io.fettle.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.function.Supplier;

/** What a stack was given once and keeps over restarts: its ports and its secrets. The owner alone can read the file. */
public final class Settings {

    static final String DATABASE = "fettle";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Properties values = new Properties();

    private Settings(Path file) {
        this.file = file;
    }

    public static Settings of(Path data) throws IOException {
        Path directory = Files.createDirectories(data);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        var settings = new Settings(directory.resolve("settings.properties"));
        if (Files.exists(settings.file)) {
            try (var reader = Files.newBufferedReader(settings.file)) {
                settings.values.load(reader);
            }
        }
        return settings;
    }

    /** Without credentials. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + postgresPort() + "/" + DATABASE;
    }

    String superuserUrl() {
        return "jdbc:postgresql://127.0.0.1:" + postgresPort() + "/postgres?user=postgres";
    }

    public int postgresPort() {
        return port("port.postgres");
    }

    public int kafkaPort() {
        return port("port.kafka");
    }

    /** The gateway's port; the other services have those after it, and the gateway's health the last. */
    public int gatewayPort() {
        return Integer.parseInt(values.getProperty("port.gateway", "8080"));
    }

    public void gatewayPort(int port) {
        set("port.gateway", String.valueOf(port));
    }

    public int port(Service service) {
        return gatewayPort() + service.ordinal();
    }

    /** Where the service answers health checks; the gateway's is none of its public port. */
    public int readinessPort(Service service) {
        return service == Service.GATEWAY ? gatewayPort() + Service.values().length : port(service);
    }

    public String gatewayUrl() {
        return "http://127.0.0.1:" + gatewayPort();
    }

    /** The password of a service's role in the database. */
    public String password(Service service) {
        return remembered("password." + service.schema(), () -> random(24));
    }

    /** With which one of our own services proves who it is. */
    String serviceSecret(Service service) {
        return remembered("secret." + service.schema(), () -> random(24));
    }

    /** 32 bytes in base64. Without it, what a service has encrypted is lost. */
    String masterKey(Service service) {
        return remembered(
                "master-key." + service.schema(), () -> Base64.getEncoder().encodeToString(bytes(32)));
    }

    /** A text of letters, digits, dashes and underscores. */
    static String random(int bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(bytes));
    }

    /** Chooses another port, where somebody else has taken the remembered one meanwhile. */
    void renewPort(String part) {
        set("port." + part, String.valueOf(Ports.free(1)));
    }

    private int port(String key) {
        return Integer.parseInt(remembered(key, () -> String.valueOf(Ports.free(1))));
    }

    private String remembered(String key, Supplier<String> first) {
        if (!values.containsKey(key)) {
            set(key, first.get());
        }
        return values.getProperty(key);
    }

    private void set(String key, String value) {
        values.setProperty(key, value);
        try {
            write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var writer = Files.newBufferedWriter(draft)) {
            values.store(writer, "Ports and secrets of this stack");
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
