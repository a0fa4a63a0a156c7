package io.fettle.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What each process of the stack runs. */
final class Programs {

    private static final List<String> SERVICE = List.of(
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:SharedArchiveFile=app-cds.jsa",
            "-Xshare:auto",
            "-Xlog:disable",
            "-Xlog:all=error",
            "-Dvertx.disableURIValidation=true",
            "-jar",
            "quarkus-run.jar");

    private final Checkout checkout;
    private final Path data;
    private final Settings settings;
    private final Sizing sizing;

    Programs(Checkout checkout, Path data, Settings settings, Sizing sizing) {
        this.checkout = checkout;
        this.data = data;
        this.settings = settings;
        this.sizing = sizing;
    }

    /** Its heap is used once on a machine: to unpack the server's programs, whose compression has a window of 64 MiB. */
    Program postgres() {
        return server(
                "-Xmx128m", "io.fettle.local.PostgresProcess", "postgres", settings.postgresPort(), sizing.postgres());
    }

    Program kafka() {
        return server("-Xmx384m", "io.fettle.embedded.KafkaServer", "kafka", settings.kafkaPort(), List.of());
    }

    private Program server(String memory, String main, String directory, int port, List<String> more) {
        var arguments = new ArrayList<>(sizing.server());
        arguments.addAll(List.of(memory, "-cp", checkout.classPath(), main));
        arguments.addAll(List.of(data.resolve(directory).toString(), String.valueOf(port)));
        arguments.addAll(more);
        return Program.java(arguments, data, Map.of());
    }

    /** @throws IOException also when the service was not built */
    Program service(Service service) throws IOException {
        return service(service, Map.of());
    }

    /** One in whose environment some is different. */
    Program service(Service service, Map<String, String> different) throws IOException {
        Path directory = checkout.packaged(service);
        if (!Files.exists(directory.resolve("quarkus-run.jar"))) {
            throw new IOException(service.module() + " is not built: there is no " + directory + "/quarkus-run.jar");
        }
        var environment = new HashMap<>(addresses());
        // glibc keeps an arena for each of many threads otherwise.
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(settings.port(service)));
        if (service != Service.GATEWAY) {
            environment.putAll(database(service));
        }
        if (service.usesKafka()) {
            environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + settings.kafkaPort());
        }
        environment.putAll(own(service));
        environment.putAll(different);
        var arguments = new ArrayList<>(sizing.service());
        arguments.addAll(SERVICE);
        return Program.java(arguments, directory, environment);
    }

    private Map<String, String> addresses() {
        var addresses = new HashMap<String, String>();
        for (Service service : Service.withSchema()) {
            addresses.put("FETTLE_" + service.name() + "_URL", "http://127.0.0.1:" + settings.port(service));
        }
        return addresses;
    }

    private Map<String, String> database(Service service) {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", settings.jdbcUrl(),
                "QUARKUS_DATASOURCE_REACTIVE_URL", settings.jdbcUrl().replaceFirst("jdbc:", ""),
                "QUARKUS_DATASOURCE_USERNAME", service.schema(),
                "QUARKUS_DATASOURCE_PASSWORD", settings.password(service));
    }

    private Map<String, String> own(Service service) throws IOException {
        return switch (service) {
            case GATEWAY -> Map.of("QUARKUS_MANAGEMENT_PORT", String.valueOf(settings.readinessPort(service)));
            case AUTH -> auth();
            case DAG ->
                Map.of(
                        "FETTLE_SERVICE_SECRET", settings.serviceSecret(service),
                        "FETTLE_DAG_DIRECTORY", data.resolve("dag").toString());
            case VAULT -> Map.of("FETTLE_VAULT_MASTER_KEY", settings.masterKey(service));
            case TICKET, RUNBOOK, INVENTORY -> Map.of();
        };
    }

    private Map<String, String> auth() throws IOException {
        var environment = new HashMap<String, String>();
        environment.put("FETTLE_AUTH_MASTER_KEY", settings.masterKey(Service.AUTH));
        environment.put("FETTLE_AUTH_PUBLIC_URL", settings.gatewayUrl());
        environment.put("FETTLE_AUTH_SERVICE_CLIENTS", "dag-service:" + settings.serviceSecret(Service.DAG));
        Administrator.known(data).ifPresent(administrator -> environment.putAll(administrator.environment()));
        return environment;
    }
}
