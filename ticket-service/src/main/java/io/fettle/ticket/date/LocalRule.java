package io.fettle.ticket.date;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** How the local times of a ticket become GMT (contract section 3, {@code IsTimeZoneOrOffset}). */
@FunctionalInterface
public interface LocalRule {

    LocalRule GMT = local -> local.toInstant(ZoneOffset.UTC);

    Instant toGmt(LocalDateTime local);

    /** @param minutes GMT minus local: India is -330 */
    static LocalRule offset(int minutes) {
        return local -> GMT.toGmt(local.plusMinutes(minutes));
    }

    /** A time in a gap moves forward by the gap; one in an overlap takes the earlier offset. */
    static LocalRule zone(ZoneId zone) {
        return local -> local.atZone(zone).toInstant();
    }
}
