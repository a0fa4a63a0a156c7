package io.fettle.auth.token;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An access token as {@code /token} answers it (contract section 2, RFC 6749 section 5.1).
 *
 * @param lifetime in seconds
 */
public record Token(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("token_type") String type,
        @JsonProperty("expires_in") long lifetime) {

    /** Leaves the token out: records are printed in logs. */
    @Override
    public String toString() {
        return "Token[" + type + ", " + lifetime + "]";
    }
}
