package io.fettle.auth.user;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A user as clients read it (contract section 13): everything but the password, which never comes back.
 *
 * @param email in lower case
 * @param active whether the user may sign in
 */
public record User(
        @JsonProperty("Email") String email,
        @JsonProperty("Orgs") List<Integer> orgs,
        @JsonProperty("Roles") List<String> roles,
        @JsonProperty("Active") boolean active) {}
