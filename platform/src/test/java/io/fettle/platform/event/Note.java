package io.fettle.platform.event;

import java.time.Instant;
import java.util.UUID;

record Note(UUID eventId, Instant occurredAt, String text) implements Event {}
