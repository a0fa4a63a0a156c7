package io.fettle.auth.organisation;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

import io.fettle.platform.event.Event;

/**
 * What an organisation is from now on: it is new, or something in it was changed. Topic fettle.auth.organization.v1,
 * keyed by organisation.
 *
 * @param timeZone an IANA id
 * @param zoneOverrides all there are, from abbreviation to IANA id
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonTypeName("OrganizationChanged")
public record OrganizationChanged(
        UUID eventId, Instant occurredAt, int org, String timeZone, Map<String, String> zoneOverrides)
        implements Event {}
