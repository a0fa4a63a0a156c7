package io.fettle.platform.event;

import java.time.Instant;
import java.util.UUID;

/**
 * A row of {@code pending_event}: an event that Kafka does not have yet.
 *
 * @param data the body: JSON in UTF-8
 */
record PendingEvent(long id, UUID eventId, String channel, String key, String type, Instant occurredAt, byte[] data) {}
