package io.fettle.gateway.door;

import java.time.Duration;

/**
 * How slowly a body may come: so that callers who send a byte now and then cannot hold connections for ever.
 *
 * @param grace how long it may take, however little comes
 * @param bytesPerSecond of each second beyond that, on the average
 */
record SlowestPace(Duration grace, int bytesPerSecond) {

    boolean allows(long bytes, Duration taken) {
        return taken.compareTo(grace.plusMillis(bytes * 1000 / bytesPerSecond)) <= 0;
    }
}
