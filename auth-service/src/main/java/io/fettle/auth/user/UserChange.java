package io.fettle.auth.user;

import java.util.Set;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.fettle.auth.form.Faults;
import io.fettle.platform.caller.Role;

/**
 * A user as clients write it (contract section 13). In a change, what is {@code null} stays as it is.
 *
 * @param email names the user, without regard to case
 * @param password 8-128 characters, and not one that is tried first
 * @param orgs existing organisations; none for a new user that names none
 * @param roles of contract section 13; none for a new user that names none
 * @param active {@code true} for a new user that does not say
 */
public record UserChange(
        @JsonProperty("Email") String email,
        @JsonProperty("Password") String password,
        @JsonProperty("Orgs") Set<Integer> orgs,
        @JsonProperty("Roles") Set<String> roles,
        @JsonProperty("Active") Boolean active) {

    /** What a user can be given; {@link Role#SERVICE} is not among them. */
    public static final Set<String> ROLES = Set.of(
            Role.TICKETS_WRITE,
            Role.TICKETS_READ,
            Role.RUNBOOKS_RUN,
            Role.RUNBOOKS_ADMIN,
            Role.INVENTORY_WRITE,
            Role.SECRETS_READ,
            Role.SECRETS_WRITE,
            Role.ADMIN);

    public UserChange {
        email = email == null ? null : Email.canonical(email);
    }

    /** The faults of a new user that show without the database. */
    Faults faultsOfNew() {
        var faults = new Faults();
        faults.unless(email != null, "Email", "is required");
        faults.unless(email == null || Email.isValid(email), "Email", "must be an e-mail address");
        faults.unless(password != null, "Password", "is required");
        return form(faults, email);
    }

    /** The faults of a change that show without the database. @param path the user in the path, canonical */
    Faults faultsOfChange(String path) {
        var faults = new Faults();
        faults.unless(email == null || email.equals(path), "Email", "is not the user in the path");
        return form(faults, path);
    }

    private Faults form(Faults faults, String user) {
        if (password != null) {
            PasswordRule.check(password, user).ifPresent(message -> faults.add("Password", message));
        }
        if (roles != null) {
            roles.forEach(role -> faults.unless(isRole(role), "Roles", "has an unknown role: " + role));
        }
        return faults;
    }

    private static boolean isRole(String role) {
        return role != null && ROLES.contains(role);
    }

    /** Leaves the password out: records are printed in logs. */
    @Override
    public String toString() {
        return "UserChange[" + email + ", " + orgs + ", " + roles + ", " + active + "]";
    }
}
