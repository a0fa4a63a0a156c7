package io.fettle.gateway.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.fettle.gateway.failure.Refusal;

/**
 * Exchanges Basic credentials for an access token, once a minute for each user. What is kept says nothing about a
 * password: its key is an HMAC whose own key is made at start and never leaves the process.
 */
@Singleton
class BasicCredentials {

    /** A changed password takes effect within 60 s (contract section 2). */
    private static final Duration KEPT = Duration.ofSeconds(55);

    private static final int MOST_KEPT = 10_000;
    private static final String HMAC = "HmacSHA256";

    private final AuthService auth;
    private final AccessTokens tokens;
    private final SecretKeySpec key = new SecretKeySpec(random(), HMAC);

    /** Calls with the same credentials share an exchange that is under way; a failed one is forgotten. */
    private final AsyncCache<ByteBuffer, Identity> exchanged = Caffeine.newBuilder()
            .maximumSize(MOST_KEPT)
            .expireAfterWrite(KEPT)
            .executor(Runnable::run)
            .buildAsync();

    BasicCredentials(AuthService auth, AccessTokens tokens) {
        this.auth = auth;
        this.tokens = tokens;
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
        ByteBuffer hash = hash(credentials);
        return exchange(hash, credentials, source)
                .thenCompose(identity -> tokens.isGood(identity)
                        ? CompletableFuture.completedFuture(identity)
                        : exchangeAnew(hash, identity, credentials, source));
    }

    private CompletionStage<Identity> exchange(ByteBuffer hash, String credentials, String source) {
        return exchanged.get(hash, (key, executor) -> ask(credentials, source).toCompletableFuture());
    }

    /** After a change of the user the credentials may be wrong, or right for another token. */
    private CompletionStage<Identity> exchangeAnew(ByteBuffer hash, Identity old, String credentials, String source) {
        exchanged.synchronous().asMap().remove(hash, old);
        return exchange(hash, credentials, source);
    }

    private CompletionStage<Identity> ask(String credentials, String source) {
        int colon = credentials.indexOf(':');
        return auth.token(credentials.substring(0, colon), credentials.substring(colon + 1), source)
                .toCompletionStage()
                .thenCompose(tokens::verify);
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
