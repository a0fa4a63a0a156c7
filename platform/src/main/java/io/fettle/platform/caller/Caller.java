package io.fettle.platform.caller;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.fettle.platform.error.ServiceException;

/** Who calls, read from the verified access token. Roles are checked by {@code @RolesAllowed}. */
@RequestScoped
public class Caller {

    /** The claim with the numbers of the organisations a caller belongs to. */
    public static final String ORGANISATIONS = "orgs";

    private final JsonWebToken token;

    @Inject
    protected Caller(JsonWebToken token) {
        this.token = token;
    }

    /** The user's e-mail address, or the client's name for a service. */
    public String name() {
        return token.getName();
    }

    /** Whose rows the caller may touch; read from the token alone. */
    public Organisations organisations() {
        if (token.getGroups().contains(Role.SERVICE)) {
            return Organisations.ALL;
        }
        return new Organisations(false, numbers().map(JsonNumber::intValueExact).collect(Collectors.toSet()));
    }

    /**
     * Refuses a caller that does not belong to the organisation.
     *
     * @param organisation as written in the path; only the plain decimal form of a number can match
     */
    protected void requireMemberOf(String organisation) {
        if (!token.getGroups().contains(Role.SERVICE) && !isMemberOf(organisation)) {
            throw ServiceException.forbidden();
        }
    }

    private boolean isMemberOf(String organisation) {
        return numbers().anyMatch(number -> number.toString().equals(organisation));
    }

    /** Whatever else the claim holds is no organisation. */
    private Stream<JsonNumber> numbers() {
        return token.getClaim(ORGANISATIONS) instanceof JsonArray claimed
                ? claimed.stream().filter(Caller::isOrganisation).map(JsonNumber.class::cast)
                : Stream.empty();
    }

    private static boolean isOrganisation(JsonValue value) {
        return value instanceof JsonNumber number
                && number.isIntegral()
                && number.bigIntegerValue().bitLength() < Integer.SIZE;
    }
}
