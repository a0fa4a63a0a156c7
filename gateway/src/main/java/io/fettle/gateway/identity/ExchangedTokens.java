package io.fettle.gateway.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.Dependent;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;

import io.fettle.gateway.failure.Refusal;

/**
 * Access tokens that the auth service gave for other credentials, once a minute for each. What is kept says nothing about
 * the credentials: its key is an HMAC whose own key is made at start and never leaves the process.
 */
@Dependent
class ExchangedTokens {

    /** A changed password takes effect within 60 s (contract section 2). */
    private static final Duration KEPT = Duration.ofSeconds(55);

    private static final int MOST_KEPT = 10_000;
    private static final String HMAC = "HmacSHA256";

    private final AccessTokens tokens;
    private final SecretKeySpec key = new SecretKeySpec(random(), HMAC);

    /** Calls with the same credentials share an exchange that is under way; a failed one is forgotten. */
    private final AsyncCache<ByteBuffer, Identity> exchanged = Caffeine.newBuilder()
            .maximumSize(MOST_KEPT)
            .expireAfterWrite(KEPT)
            .executor(Runnable::run)
            .buildAsync();

    ExchangedTokens(AccessTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * The caller with these credentials.
     *
     * @param exchange asks for the access token
     * @return fails with a {@link Refusal}, as the exchange does
     */
    CompletionStage<Identity> find(String credentials, Supplier<Future<String>> exchange) {
        ByteBuffer hash = hash(credentials);
        return exchangeOnce(hash, exchange)
                .thenCompose(identity -> tokens.isGood(identity)
                        ? CompletableFuture.completedFuture(identity)
                        : exchangeAnew(hash, identity, exchange));
    }

    private CompletionStage<Identity> exchangeOnce(ByteBuffer hash, Supplier<Future<String>> exchange) {
        return exchanged.get(
                hash,
                (key, executor) -> exchange.get()
                        .toCompletionStage()
                        .thenCompose(tokens::verify)
                        .toCompletableFuture());
    }

    /** After a change of the user the credentials may be wrong, or right for another token. */
    private CompletionStage<Identity> exchangeAnew(ByteBuffer hash, Identity old, Supplier<Future<String>> exchange) {
        exchanged.synchronous().asMap().remove(hash, old);
        return exchangeOnce(hash, exchange);
    }

    private ByteBuffer hash(String credentials) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return ByteBuffer.wrap(mac.doFinal(credentials.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
