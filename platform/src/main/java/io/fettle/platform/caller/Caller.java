package io.fettle.platform.caller;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.fettle.platform.error.ServiceException;

/** Who calls, read from the verified access token. Roles are checked by {@code @RolesAllowed}. */
@RequestScoped
public class Caller {

    /** The claim with the numbers of the organisations a caller belongs to. */
    public static final String ORGANISATIONS = "orgs";

    private final JsonWebToken token;

    @Inject
    Caller(JsonWebToken token) {
        this.token = token;
    }

    /** The user's e-mail address, or the client's name for a service. */
    public String name() {
        return token.getName();
    }

    /**
     * Refuses a caller that does not belong to the organisation.
     *
     * @param organisation as written in the path; only the plain decimal form of a number can match
     */
    void requireMemberOf(String organisation) {
        if (!token.getGroups().contains(Role.SERVICE) && !isMemberOf(organisation)) {
            throw ServiceException.forbidden();
        }
    }

    private boolean isMemberOf(String organisation) {
        JsonArray numbers = token.getClaim(ORGANISATIONS);
        return numbers != null
                && numbers.stream().anyMatch(number -> number.toString().equals(organisation));
    }
}
