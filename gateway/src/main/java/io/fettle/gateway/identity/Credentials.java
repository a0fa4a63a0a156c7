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
    private final BasicCredentials basic;

    Credentials(AccessTokens tokens, BasicCredentials basic) {
        this.tokens = tokens;
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
            String[] words =
                    authorization.size() == 1 ? authorization.get(0).trim().split(" +") : new String[0];
            if (words.length != 2) {
                throw Refusal.unauthenticated();
            }
            return switch (words[0].toLowerCase(Locale.ROOT)) {
                case "bearer" -> tokens.verify(words[1]);
                case "basic" -> basic.exchange(words[1], source);
                default -> throw Refusal.unauthenticated();
            };
        } catch (Refusal e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
