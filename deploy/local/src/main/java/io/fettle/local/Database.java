package io.fettle.local;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

import io.fettle.embedded.Provisioning;

/** The database of the stack: a role and a schema for each service, closed to the others. */
final class Database {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Settings settings;

    Database(Settings settings) {
        this.settings = settings;
    }

    /** Tries until the server takes connections: it listens before it has recovered from a crash. */
    void provision() throws IOException {
        Instant limit = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                roles();
                return;
            } catch (SQLException e) {
                if (Instant.now().isAfter(limit)) {
                    throw new IOException("The database cannot be prepared: " + e.getMessage(), e);
                }
                Conditions.pause(PAUSE);
            }
        }
    }

    private void roles() throws SQLException {
        var provisioning = new Provisioning(settings.superuserUrl());
        provisioning.database(Settings.DATABASE);
        for (Service service : Service.withSchema()) {
            provisioning.service(Settings.DATABASE, service.schema(), settings.password(service));
        }
    }
}
