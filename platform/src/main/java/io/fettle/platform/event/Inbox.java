package io.fettle.platform.event;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import org.jboss.logging.Logger;

import io.fettle.platform.row.Rows;

/**
 * Gives each event its effect once, however often it is delivered: the event's id is kept in the transaction of the
 * effect.
 *
 * <p>While the database is away an event waits. A failure of any other kind is tried three times in all and then handed
 * to the channel, which puts the record aside as a dead letter and goes on.
 */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Rows rows;
    private final ObjectMapper json;
    private volatile boolean stopping;

    Inbox(Rows rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /**
     * Reads an event and applies its effect unless that was done before.
     *
     * @param effect what the event changes, in the transaction it is given
     */
    public <E extends Event> Uni<Void> accept(
            byte[] record, Class<E> type, BiFunction<SqlConnection, E, Uni<Void>> effect) {
        return Uni.createFrom()
                .item(() -> read(record, type))
                .chain(event -> once(event, effect))
                .onFailure(Inbox::databaseIsAway)
                .invoke(e -> LOG.warnf("An event waits for the database: %s", e.getMessage()))
                .onFailure(Inbox::databaseIsAway)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .atMost(2)
                // The pool closes under the last records: neither acknowledged nor put aside, they are delivered again.
                .onFailure(e -> stopping)
                .recoverWithUni(() -> Uni.createFrom().nothing());
    }

    private <E extends Event> Uni<Void> once(E event, BiFunction<SqlConnection, E, Uni<Void>> effect) {
        return rows.ofEveryOrganisation()
                .inTransaction(tx -> tx.preparedQuery("insert into inbox (event_id) values ($1) on conflict do nothing")
                        .execute(Tuple.of(event.eventId()))
                        .chain(inserted ->
                                inserted.rowCount() == 0 ? Uni.createFrom().voidItem() : effect.apply(tx, event)));
    }

    private <E extends Event> E read(byte[] record, Class<E> type) {
        try {
            return json.readValue(record, type);
        } catch (IOException e) {
            throw new IllegalArgumentException("The record is no " + type.getSimpleName(), e);
        }
    }

    /** No connection, a broken one, or a server that starts or stops (SQLSTATE classes 08 and 57, 53300). */
    private static boolean databaseIsAway(Throwable failure) {
        if (failure instanceof PgException e) {
            String state = e.getSqlState() == null ? "" : e.getSqlState();
            return state.startsWith("08") || state.startsWith("57") || state.equals("53300");
        }
        return failure instanceof ConnectException
                || failure instanceof IOException
                || failure instanceof VertxException;
    }
}
