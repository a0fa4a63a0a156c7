package io.fettle.auth.federation;

import java.time.Instant;

import io.fettle.auth.user.Identity;

/**
 * A user that another issuer has proven.
 *
 * @param until when the proof expires
 */
public record Guest(Identity identity, Instant until) {}
