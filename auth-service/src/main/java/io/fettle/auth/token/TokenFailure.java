package io.fettle.auth.token;

/** A token that is not issued, in the words of RFC 6749 section 5.2. */
final class TokenFailure extends RuntimeException {

    /** The closed set of reasons. */
    enum Reason {
        INVALID_REQUEST("invalid_request", 400),
        INVALID_CLIENT("invalid_client", 401),
        INVALID_GRANT("invalid_grant", 400),
        UNSUPPORTED_GRANT_TYPE("unsupported_grant_type", 400);

        final String code;
        final int status;

        Reason(String code, int status) {
            this.code = code;
            this.status = status;
        }
    }

    final Reason reason;

    /** @param description for the caller */
    TokenFailure(Reason reason, String description) {
        super(description, null, false, false); // an answer, not an accident: it needs no stack trace
        this.reason = reason;
    }

    static TokenFailure unsupportedGrantType() {
        return new TokenFailure(
                Reason.UNSUPPORTED_GRANT_TYPE,
                "The grant types are those of grant_types_supported in /.well-known/openid-configuration");
    }
}
