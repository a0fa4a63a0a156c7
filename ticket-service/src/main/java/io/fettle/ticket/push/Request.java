package io.fettle.ticket.push;

import java.util.Collection;

import io.smallrye.mutiny.subscription.UniEmitter;

import io.fettle.platform.caller.Organisations;

/**
 * A push that waits for its commit.
 *
 * @param id of its receipt
 * @param actor who pushes
 * @param rows those of the organisation, if its sender belongs to it; else none
 * @param winners the tickets to write: one for each key
 * @param answer is told what became of it, once
 */
record Request(
        long id,
        int org,
        String actor,
        Organisations rows,
        Batch batch,
        Collection<Push> winners,
        UniEmitter<? super Receipt> answer) {

    Request(long id, int org, Sender sender, Batch batch, UniEmitter<? super Receipt> answer) {
        this(id, org, sender.name(), sender.organisations().only(org), batch, batch.winners(), answer);
    }

    /**
     * Whether it may be written with others. In a transaction that may touch the organisations of all of them, Postgres would
     * take what it refuses to this one alone.
     */
    boolean mayShare() {
        return !rows.isNone();
    }

    /** How many tickets of the same request are older than another one of it. */
    int older() {
        return batch.good().size() - winners.size();
    }

    /** @param written what became of the winners */
    Receipt receipt(Written written) {
        return new Receipt(
                String.valueOf(id),
                written.inserted(),
                written.updated(),
                winners.size() - written.inserted() - written.updated() - written.stale(),
                written.stale() + older(),
                batch.refused(),
                batch.faults());
    }
}
