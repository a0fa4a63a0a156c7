package io.fettle.gateway.identity;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.inject.Singleton;

import io.fettle.gateway.failure.Refusal;

/** Finds out who calls from the Authorization header, of either scheme (contract section 1, credentials). */
@Singleton
public class Credentials {

    private final AccessTokens tokens;
    private final ForeignTokens foreign;
    private final BasicCredentials basic;

    Credentials(AccessTokens tokens, ForeignTokens foreign, BasicCredentials basic) {
        this.tokens = tokens;
        this.foreign = foreign;
        this.basic = basic;
    }

    /**
     * Who calls.
     *
     * @param authorization the values of the header, of which there must be one
     * @param source the caller's address
     * @return fails with a {@link Refusal}: 401, 429 or 503; on a thread of its own choice
     */
    public CompletionStage<Identity> check(List<String> authorization, String source) {
        try {
            if (authorization.size() != 1) {
                throw Refusal.unauthenticated();
            }
            String value = authorization.get(0).trim();
            int blank = value.indexOf(' ');
            String secret = value.substring(blank + 1).trim();
            if (blank < 0 || secret.indexOf(' ') >= 0) {
                throw Refusal.unauthenticated();
            }
            return switch (value.substring(0, blank).toLowerCase(Locale.ROOT)) {
                case "bearer" -> foreign.isForeign(secret) ? foreign.exchange(secret) : tokens.verify(secret);
                case "basic" -> basic.exchange(secret, source);
                default -> throw Refusal.unauthenticated();
            };
        } catch (Refusal e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
