package io.fettle.gateway.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.concurrent.CompletionStage;

import jakarta.inject.Singleton;

import io.fettle.gateway.failure.Refusal;

/** Exchanges Basic credentials for an access token. */
@Singleton
class BasicCredentials {

    private final AuthService auth;
    private final ExchangedTokens exchanged;

    BasicCredentials(AuthService auth, ExchangedTokens exchanged) {
        this.auth = auth;
        this.exchanged = exchanged;
    }

    /**
     * The caller with these credentials.
     *
     * @param encoded what follows {@code Basic} in the header
     * @param source the caller's address
     * @return fails with a {@link Refusal}: 401, 429 or 503
     */
    CompletionStage<Identity> exchange(String encoded, String source) {
        String credentials = decoded(encoded);
        int colon = credentials.indexOf(':');
        String user = credentials.substring(0, colon);
        String password = credentials.substring(colon + 1);
        return exchanged.find(credentials, () -> auth.token(user, password, source));
    }

    private static String decoded(String encoded) {
        try {
            String credentials = new String(Base64.getDecoder().decode(encoded), UTF_8);
            if (credentials.indexOf(':') > 0) {
                return credentials;
            }
        } catch (IllegalArgumentException e) {
            // Not Base64: no credentials.
        }
        throw Refusal.unauthenticated();
    }
}
