package io.fettle.auth.token;

import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;

import io.fettle.auth.federation.Federation;
import io.fettle.auth.token.TokenFailure.Reason;

/** Exchanges a token of another issuer for one of ours (RFC 8693). */
@Singleton
class TokenExchange {

    static final String GRANT_TYPE = "urn:ietf:params:oauth:grant-type:token-exchange";

    private static final String TYPE = "urn:ietf:params:oauth:token-type:";
    private static final String JWT = TYPE + "jwt";
    private static final String ACCESS_TOKEN = TYPE + "access_token";
    private static final Set<String> TAKEN = Set.of(JWT, ACCESS_TOKEN, TYPE + "id_token");
    private static final Set<String> ISSUED = Set.of(JWT, ACCESS_TOKEN);

    private final Federation federation;
    private final Tokens tokens;

    TokenExchange(Federation federation, Tokens tokens) {
        this.federation = federation;
        this.tokens = tokens;
    }

    List<String> grantTypes() {
        return federation.isOff() ? List.of() : List.of(GRANT_TYPE);
    }

    /** Every one of them is a JWT, whatever the caller calls it. */
    Uni<Token> exchange(TokenForm form) {
        if (federation.isOff()) {
            throw TokenFailure.unsupportedGrantType();
        }
        require(TAKEN.contains(form.require("subject_token_type")), "The subject_token_type is not taken");
        require(
                ISSUED.contains(form.find("requested_token_type").orElse(ACCESS_TOKEN)),
                "The requested_token_type is not issued");
        require(form.find("actor_token").isEmpty(), "Nobody acts for another here: there may be no actor_token");
        return federation
                .admit(form.require("subject_token"))
                .map(guest -> tokens.issue(guest.identity(), guest.until()).asIssued(ACCESS_TOKEN));
    }

    private static void require(boolean rule, String otherwise) {
        if (!rule) {
            throw new TokenFailure(Reason.INVALID_REQUEST, otherwise);
        }
    }
}
