package io.fettle.platform.event;

import java.util.ArrayList;
import java.util.List;

import io.fettle.platform.event.Publisher.PendingEvent;

/**
 * The batches that were read and are not marked yet. While there are more events than fit into one, the next is read before
 * Kafka has the last; else what comes up meanwhile shares the next. After a failure the others are waited for before
 * anything is read again, so that no event is told before one that failed.
 */
final class Flights {

    private static final int MOST = 3;

    private final List<List<PendingEvent>> batches = new ArrayList<>();
    private boolean moreWaits;
    private boolean failed;
    private boolean readerWaits;

    /** Whether another batch may be read. A reader that is told no waits until {@link #end} or {@link #forgive} calls it. */
    synchronized boolean hasRoom() {
        readerWaits = failed || batches.size() >= (moreWaits ? MOST : 1);
        return !readerWaits;
    }

    /** @param more whether there are events behind it */
    synchronized void begin(List<PendingEvent> batch, boolean more) {
        batches.add(batch);
        moreWaits = more;
    }

    /** Whether the reader waits for this and is to go on. */
    synchronized boolean end(List<PendingEvent> batch) {
        batches.removeIf(other -> other == batch);
        return readerWaits && hasRoom();
    }

    synchronized void fail(List<PendingEvent> batch) {
        batches.removeIf(other -> other == batch);
        failed = true;
    }

    /** Once no batch is left of those before the failure. Whether the reader waits for this and is to go on. */
    synchronized boolean forgive() {
        failed = failed && !batches.isEmpty();
        return readerWaits && hasRoom();
    }

    /** What must not be read again. */
    synchronized Long[] ids() {
        return batches.stream().flatMap(List::stream).map(PendingEvent::id).toArray(Long[]::new);
    }
}
