package io.fettle.platform.event;

import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Events written in the transaction of the change they tell of. The {@link Relay} publishes them after the commit. */
@ApplicationScoped
public class Outbox {

    private final ObjectMapper json;

    Outbox(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Adds an event. Call {@link Relay#wake} once the transaction is committed.
     *
     * @param channel the local name of the topic, a key of {@link RelayConfig#topics}
     * @param key events of one key are delivered in the order in which they were added
     */
    public Uni<Void> add(SqlConnection tx, String channel, String key, Event event) {
        return tx.preparedQuery("""
                        insert into outbox (event_id, channel, key, lane, type, occurred_at, data)
                        values ($1, $2, $3, $4, $5, $6, $7)
                        """)
                .execute(Tuple.from(new Object[] {
                    event.eventId(),
                    channel,
                    key,
                    Lanes.of(key),
                    event.getClass().getSimpleName(),
                    event.occurredAt().atOffset(ZoneOffset.UTC),
                    toJson(event)
                }))
                .replaceWithVoid();
    }

    private JsonObject toJson(Event event) {
        try {
            return new JsonObject(json.writeValueAsString(event));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The event cannot be written as JSON", e);
        }
    }
}
