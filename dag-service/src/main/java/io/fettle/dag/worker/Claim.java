package io.fettle.dag.worker;

import java.time.Duration;
import java.util.UUID;

import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;

import io.fettle.dag.command.RunKey;

/**
 * A node this worker may work on while its lease holds.
 *
 * @param place where it may have been started
 * @param fence the outcome counts only while no later claim has been made
 */
record Claim(
        long id,
        RunKey key,
        int org,
        String host,
        Definition definition,
        Duration limit,
        UUID place,
        long fence,
        Lease lease) {

    static Claim of(Row row, Lease lease) {
        return new Claim(
                row.getLong("id"),
                new RunKey(row.getLong("execution_id"), row.getString("node"), row.getInteger("attempt")),
                row.getInteger("org"),
                row.getString("host"),
                Definition.of((JsonObject) row.getJson("definition")),
                Duration.ofMillis(row.getLong("timeout_millis")),
                row.getUUID("place"),
                row.getLong("fence"),
                lease);
    }
}
