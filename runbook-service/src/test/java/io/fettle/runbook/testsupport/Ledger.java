package io.fettle.runbook.testsupport;

import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.awaitility.Awaitility;

/** What is committed: to see that something did not happen, without waiting for it. */
@ApplicationScoped
public class Ledger {

    private final Pool pool;

    Ledger(Pool pool) {
        this.pool = pool;
    }

    /** Waits until the event had its effect, if it has any. */
    public void awaitHandled(JsonNode event) {
        var id = Tuple.of(UUID.fromString(event.path("eventId").asText()));
        await("select count(*) from inbox where event_id = $1", id, 1);
    }

    /** Waits until every waiting ticket was compared with the newest catalogue. */
    public void awaitReview(int org) {
        await("""
                select count(*) from incoming_ticket
                where org = $1 and state = 'WAITING'
                    and revision < (select revision from catalogue where org = $1)
                """, Tuple.of(org), 0);
    }

    /** How many progress events there are of an incident, published or not. */
    public long toldOf(int org, String sysId) {
        return toldOfKey(org + ":1:" + sysId);
    }

    public long toldOfKey(String key) {
        return count("select count(*) from outbox where key = $1", Tuple.of(key));
    }

    /** How many executions were requested for an organisation. */
    public long requestsOf(int org) {
        return count(
                "select count(*) from outbox where channel = 'runbook-execution' and (data ->> 'org')::int = $1",
                Tuple.of(org));
    }

    public String stateOf(String interaction) {
        return pool.preparedQuery("select state from interaction where id = $1")
                .executeAndAwait(Tuple.of(Long.parseLong(interaction)))
                .iterator()
                .next()
                .getString("state");
    }

    private void await(String query, Tuple parameters, long expected) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> count(query, parameters) == expected);
    }

    private long count(String query, Tuple parameters) {
        return pool.preparedQuery(query)
                .executeAndAwait(parameters)
                .iterator()
                .next()
                .getLong(0);
    }
}
