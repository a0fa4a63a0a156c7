package io.fettle.runbook.testsupport;

import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import org.awaitility.Awaitility;

import io.fettle.platform.testsupport.Tables;

/** What is committed: to see that something did not happen, without waiting for it. */
@ApplicationScoped
public class Ledger {

    /** Waits until the event had its effect, if it has any. */
    public void awaitHandled(JsonNode event) {
        var id = UUID.fromString(event.path("eventId").asText());
        await("select count(*) from inbox where event_id = $1", id, 1);
    }

    /** Waits until every waiting ticket was compared with the newest catalogue. */
    public void awaitReview(int org) {
        await("""
                select count(*) from incoming_ticket
                where org = $1 and state = 'WAITING'
                    and revision < (select revision from catalogue where org = $1)
                """, org, 0);
    }

    /** How many progress events there are of an incident, published or not. */
    public long toldOf(int org, String sysId) {
        return toldOfKey(org + ":1:" + sysId);
    }

    public long toldOfKey(String key) {
        return Tables.count("select count(*) from outbox where key = $1", key);
    }

    /** How many executions were requested for an organisation. */
    public long requestsOf(int org) {
        return Tables.count(
                "select count(*) from outbox where channel = 'runbook-execution' and (data ->> 'org')::int = $1", org);
    }

    public String stateOf(String interaction) {
        return Tables.run("select state from interaction where id = $1", Long.parseLong(interaction))
                .get(0)
                .getString("state");
    }

    private static void await(String query, Object value, long expected) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> Tables.count(query, value) == expected);
    }
}
