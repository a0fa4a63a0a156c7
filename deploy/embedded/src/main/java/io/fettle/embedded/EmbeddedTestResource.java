package io.fettle.embedded;

import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * Gives every {@code @QuarkusTest} of a module a fresh database, provisioned as in production, and topics of its own.
 * Found by the service loader, so a test need not name it.
 */
public final class EmbeddedTestResource implements QuarkusTestResourceLifecycleManager {

    private static final String RUN =
            UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private static final String PASSWORD = "only-for-tests";

    @Override
    public Map<String, String> start() {
        String service =
                System.getProperty("fettle.module").replace("fettle-", "").replace("-service", "");
        String database = "test_" + RUN;
        try {
            TestServers servers = TestServers.get();
            var provisioning = new Provisioning(servers.adminUrl());
            provisioning.database(database);
            provisioning.service(database, service, PASSWORD);
            String jdbc = provisioning.url(database).replaceFirst("\\?.*", "");
            return Map.of(
                    "quarkus.datasource.jdbc.url",
                    jdbc,
                    "quarkus.datasource.reactive.url",
                    jdbc.replaceFirst("jdbc:", ""),
                    "quarkus.datasource.username",
                    service,
                    "quarkus.datasource.password",
                    PASSWORD,
                    "kafka.bootstrap.servers",
                    servers.bootstrapServers(),
                    "fettle.topic-prefix",
                    RUN + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the embedded servers started", e);
        } catch (Exception e) {
            throw new IllegalStateException("The embedded servers cannot be used", e);
        }
    }

    /** Nothing: the servers end with the Maven run, and the database with them. */
    @Override
    public void stop() {}
}
