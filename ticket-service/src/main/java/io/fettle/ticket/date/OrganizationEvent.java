package io.fettle.ticket.date;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import io.fettle.platform.event.Event;

/** What this service wants to know of topic fettle.auth.organization.v1. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = OrganizationEvent.Other.class)
@JsonSubTypes(@JsonSubTypes.Type(value = OrganizationEvent.Changed.class, name = "OrganizationChanged"))
sealed interface OrganizationEvent extends Event {

    /** @param zoneOverrides all there are, from abbreviation to IANA id */
    record Changed(UUID eventId, Instant occurredAt, int org, Map<String, String> zoneOverrides)
            implements OrganizationEvent {}

    record Other(UUID eventId, Instant occurredAt) implements OrganizationEvent {}
}
