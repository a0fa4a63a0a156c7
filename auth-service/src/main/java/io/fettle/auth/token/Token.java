package io.fettle.auth.token;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An access token as {@code /token} answers it (contract section 2, RFC 6749 section 5.1).
 *
 * @param lifetime in seconds
 * @param issued its kind, in the answer to an exchange (RFC 8693 section 2.2.1), else {@code null}
 */
public record Token(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("token_type") String type,
        @JsonProperty("expires_in") long lifetime,

        @JsonProperty("issued_token_type") @JsonInclude(JsonInclude.Include.NON_NULL)
        String issued) {

    Token asIssued(String kind) {
        return new Token(accessToken, type, lifetime, kind);
    }

    /** Leaves the token out: records are printed in logs. */
    @Override
    public String toString() {
        return "Token[" + type + ", " + lifetime + "]";
    }
}
