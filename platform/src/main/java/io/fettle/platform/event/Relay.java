package io.fettle.platform.event;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import org.jboss.logging.Logger;

import io.fettle.platform.event.Publisher.PendingEvent;
import io.fettle.platform.row.Rows;

/**
 * Publishes the rows of {@code pending_event} in order per key and marks them with {@code mark_published}. Woken by a
 * commit here or, when another replica keeps the lane, by a notification through Postgres; the sweep is for wake-ups that
 * died with a replica.
 *
 * <p>Rows are claimed by their state, never by an id above the last one, so that a late commit is not skipped. A row is
 * marked after Kafka has it; a replica that dies in between leads to a second delivery, which the {@link Inbox} knows.
 */
@ApplicationScoped
public class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);

    /** Rows are few or small: of large ones as many as fit into the batch's size, but one at least. */
    private static final String NEXT = """
            select id, event_id, channel, key, type, occurred_at, convert_to(data, 'UTF8') as data,
                pending > count(*) over () as more
            from (
                select *, count(*) over () as pending, sum(octet_length(data)) over (order by id) - octet_length(data) as before
                from (
                    select * from pending_event
                    where lane = any($1) and id not in (select unnest($4::bigint[]))
                    order by id
                    limit $2
                ) as next
            ) as sized
            where before < $3
            order by id
            """;

    private final Rows rows;
    private final Lanes lanes;
    private final Publisher publisher;
    private final Notifications notifications;
    private final RelayConfig config;
    private final Vertx vertx;
    private final AtomicInteger wakeUps = new AtomicInteger();
    private final Flights flights = new Flights();
    private volatile boolean stopped;
    private volatile boolean failing;

    Relay(Rows rows, Lanes lanes, Publisher publisher, Notifications notifications, RelayConfig config, Vertx vertx) {
        this.rows = rows;
        this.lanes = lanes;
        this.publisher = publisher;
        this.notifications = notifications;
        this.config = config;
        this.vertx = vertx;
    }

    /** Tells that a transaction with events was committed. Returns at once. */
    public void wake() {
        if (!lanes.holdsAll()) {
            notifications.send();
        }
        drain();
    }

    /** @param started observed late: the migrations have run */
    void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent started) {
        notifications.listen(this::drain);
        sweep(0L);
        vertx.setPeriodic(config.sweepInterval().toMillis(), this::sweep);
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
        lanes.release().subscribe().with(done -> {}, this::report);
    }

    private void sweep(long timer) {
        if (!stopped) {
            lanes.renew().subscribe().with(done -> drainAfterFailure(), this::report);
        }
    }

    private void drainAfterFailure() {
        if (flights.forgive()) {
            drainUntilQuiet();
        }
        drain();
    }

    private void drain() {
        if (!stopped && wakeUps.getAndIncrement() == 0) {
            drainUntilQuiet();
        }
    }

    private void drainUntilQuiet() {
        if (flights.hasRoom()) {
            int answered = wakeUps.get();
            readBatch().subscribe().with(more -> goOn(more, answered), this::pause);
        }
    }

    private void goOn(boolean more, int answered) {
        if (more || wakeUps.addAndGet(-answered) > 0) {
            drainUntilQuiet();
        }
    }

    /** The next sweep tries again. */
    private void pause(Throwable failure) {
        report(failure);
        wakeUps.set(0);
    }

    /** Reads what is next and has it published; whether there is more. */
    private Uni<Boolean> readBatch() {
        Short[] held = lanes.held();
        return held.length == 0
                ? Uni.createFrom().item(false)
                : rows.ofEveryOrganisation()
                        .execute(
                                NEXT,
                                Tuple.of(
                                        held, config.batch(), config.batchSize().asLongValue(), flights.ids()))
                        .map(this::publish);
    }

    private boolean publish(RowSet<Row> rows) {
        if (rows.size() == 0) {
            return false;
        }
        List<PendingEvent> batch = rows.stream().map(Relay::read).toList();
        boolean more = rows.size() == config.batch() || rows.iterator().next().getBoolean("more");
        flights.begin(batch, more);
        publisher
                .publish(batch)
                .chain(() -> mark(batch))
                .subscribe()
                .with(done -> landed(batch), failure -> failed(batch, failure));
        return more;
    }

    private void landed(List<PendingEvent> batch) {
        failing = false;
        if (flights.end(batch)) {
            drainUntilQuiet();
        }
    }

    private void failed(List<PendingEvent> batch, Throwable failure) {
        flights.fail(batch);
        report(failure);
    }

    private Uni<Void> mark(List<PendingEvent> published) {
        Long[] ids = published.stream().map(PendingEvent::id).toArray(Long[]::new);
        return rows.ofEveryOrganisation()
                .execute("select mark_published($1)", Tuple.of(ids))
                .replaceWithVoid();
    }

    private static PendingEvent read(Row row) {
        return new PendingEvent(
                row.getLong("id"),
                row.getUUID("event_id"),
                row.getString("channel"),
                row.getString("key"),
                row.getString("type"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getBuffer("data").getBytes());
    }

    private void report(Throwable failure) {
        if (!failing && !stopped) {
            failing = true;
            LOG.warnf("Events wait in the outbox: %s", failure);
        }
    }
}
