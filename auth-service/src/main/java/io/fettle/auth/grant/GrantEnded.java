package io.fettle.auth.grant;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

import io.fettle.platform.event.Event;

/** No token of this grant is good any more. Topic fettle.auth.grant.v1, keyed by the grant's number. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonTypeName("GrantEnded")
record GrantEnded(UUID eventId, Instant occurredAt, long grant) implements Event {}
