package io.fettle.bench.site;

import java.io.IOException;
import java.time.Duration;

import io.fettle.bench.run.CheckFailed;

/** The tickets that the ticket service has stored. */
public final class Tickets {

    /** The number of an incident that {@link #multiply} can go on from. */
    public static final String FIRST = "INC0000000";

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Database database;

    Tickets(Database database) {
        this.database = database;
    }

    void clear() throws IOException {
        awaitTold();
        database.execute("truncate ticket.ticket, ticket.transition, ticket.pending_transition, ticket.receipt");
    }

    /**
     * Makes an organisation's only ticket, which is the {@link #FIRST}, many, with random {@code sys_id}s as sources
     * have them, and numbers that go on from the first.
     */
    public void multiply(int org, int tickets) throws IOException {
        database.update("""
                insert into ticket.ticket
                select made.*
                from ticket.ticket as pushed
                cross join generate_series(1, ? - 1) as n
                cross join lateral jsonb_populate_record(pushed, jsonb_build_object(
                    'sys_id', md5(n::text),
                    'ticket_number', 'INC' || lpad(n::text, 7, '0'),
                    'creation_date', pushed.creation_date + n * interval '1 second',
                    'last_modified_date', pushed.last_modified_date + n * interval '1 second')) as made
                where pushed.org = ?
                """, tickets, org);
    }

    public long count() throws IOException {
        return database.count("select count(*) from ticket.ticket");
    }

    /** Waits until Kafka has every event. @throws CheckFailed when that takes too long */
    public void awaitTold() throws IOException {
        if (!Waiting.until(PATIENCE, this::isTold)) {
            throw new CheckFailed("The relay has not drained within " + PATIENCE.toMinutes() + " min");
        }
    }

    private boolean isTold() throws IOException {
        return database.text("select exists (select from ticket.pending_transition)")
                .equals("f");
    }
}
