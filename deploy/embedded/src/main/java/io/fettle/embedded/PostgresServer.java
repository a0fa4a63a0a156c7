package io.fettle.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A real PostgreSQL server on loopback, started from Maven artifacts as child processes of this JVM. Works for root and
 * for an ordinary user.
 */
public final class PostgresServer implements AutoCloseable {

    private final EmbeddedPostgres postgres;

    private PostgresServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /**
     * Starts a server on {@code data}, which is created when it is empty and recovered when a server died on it.
     *
     * @param port the TCP port; 0 takes a free one
     * @param durable whether a commit is on disk when it is acknowledged; only unit tests may say no
     */
    public static PostgresServer start(Path data, int port, boolean durable) throws IOException {
        return start(data, port, durable, Map.of());
    }

    /** @param settings further ones of the server, by name */
    public static PostgresServer start(Path data, int port, boolean durable, Map<String, String> settings)
            throws IOException {
        Files.createDirectories(data.getParent());
        String onlyWhenDurable = durable ? "on" : "off";
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(60))
                // The library turns these off by default.
                .setServerConfig("fsync", onlyWhenDurable)
                .setServerConfig("synchronous_commit", onlyWhenDurable)
                .setServerConfig("full_page_writes", onlyWhenDurable)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("timezone", "UTC");
        settings.forEach(builder::setServerConfig);
        var server = new PostgresServer(builder.start());
        server.askForPasswords(data);
        return server;
    }

    /** The library trusts every role on loopback; here only the superuser needs no password, as in {@link #adminUrl}. */
    private void askForPasswords(Path data) throws IOException {
        Files.writeString(data.resolve("pg_hba.conf"), """
                local all all trust
                host all postgres 127.0.0.1/32 trust
                host all all 127.0.0.1/32 scram-sha-256
                """);
        try (var connection = DriverManager.getConnection(adminUrl());
                var statement = connection.createStatement()) {
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IOException("Postgres did not read its pg_hba.conf", e);
        }
    }

    public int port() {
        return postgres.getPort();
    }

    /** The address of the administrator's database; the superuser needs no password on loopback. */
    public String adminUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/postgres?user=postgres";
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
