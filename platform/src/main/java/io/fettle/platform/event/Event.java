package io.fettle.platform.event;

import java.time.Instant;
import java.util.UUID;

/** Something that happened, told to other services. The id is made once and is the same in every delivery. */
public interface Event {

    UUID eventId();

    Instant occurredAt();
}
