package io.fettle.ticket.push;

/** How many tickets of a request were written, or are older than what is stored. The others are unchanged. */
record Written(int inserted, int updated, int stale) {

    static final Written NOTHING = new Written(0, 0, 0);

    Written withStale(int tickets) {
        return new Written(inserted, updated, tickets);
    }
}
