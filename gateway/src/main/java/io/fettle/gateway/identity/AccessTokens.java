package io.fettle.gateway.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwx.HeaderParameterNames;
import org.jose4j.lang.JoseException;

import io.fettle.gateway.failure.Refusal;

/** Checks bearer tokens here, without asking anyone, and remembers for a while which were good. */
@Singleton
class AccessTokens {

    /** With the 30 s for which a key may be out of date, a token ends within a minute of its key's withdrawal. */
    private static final Duration REMEMBERED = Duration.ofSeconds(25);

    private static final int MOST_REMEMBERED = 10_000;

    /** Three parts of base64url. */
    private static final Pattern FORM = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");

    private final KeySet keys;
    private final EndedGrants ended;
    private final Clock clock;
    private final Cache<ByteBuffer, Identity> verified;

    AccessTokens(KeySet keys, EndedGrants ended, Clock clock) {
        this.keys = keys;
        this.ended = ended;
        this.clock = clock;
        this.verified = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(REMEMBERED)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build();
    }

    /** @return fails with a {@link Refusal}: 401 if the token is not good, 503 if the keys cannot be had */
    CompletionStage<Identity> verify(String token) {
        ByteBuffer hash = hash(token);
        Identity known = verified.getIfPresent(hash);
        if (known != null) {
            return isGood(known)
                    ? CompletableFuture.completedFuture(known)
                    : CompletableFuture.failedFuture(Refusal.unauthenticated());
        }
        String keyId = keyId(token);
        return ended.known()
                .toCompletionStage()
                .thenCompose(isKnown -> keys.find(keyId))
                .thenApply(checker -> {
                    Identity identity = identity(checker, token);
                    verified.put(hash, identity);
                    return require(identity);
                });
    }

    /** Whether a token that was verified once has neither expired nor been revoked since. */
    boolean isGood(Identity identity) {
        return clock.instant().isBefore(identity.expires()) && !ended.contains(identity.grant());
    }

    private Identity require(Identity identity) {
        if (ended.contains(identity.grant())) {
            throw Refusal.unauthenticated();
        }
        return identity;
    }

    private static String keyId(String token) {
        try {
            var signature = new JsonWebSignature();
            signature.setCompactSerialization(token);
            if (isPlain(token, signature)
                    && signature.getHeaders().getObjectHeaderValue(HeaderParameterNames.KEY_ID) instanceof String id) {
                return id;
            }
        } catch (JoseException e) {
            // No token at all, which is as good as one without a key.
        }
        throw Refusal.unauthenticated();
    }

    /** The library also takes tokens in tokens, and what is not quite base64. Our own are neither. */
    private static boolean isPlain(String token, JsonWebSignature signature) {
        return FORM.matcher(token).matches()
                && token.endsWith("." + signature.getEncodedSignature())
                && signature.getHeaders().getObjectHeaderValue(HeaderParameterNames.CONTENT_TYPE) == null;
    }

    private static Identity identity(JwtConsumer checker, String token) {
        try {
            JwtClaims claims = checker.processToClaims(token);
            Instant expires = Instant.ofEpochSecond(claims.getExpirationTime().getValue());
            return new Identity(
                    String.valueOf(claims.getSubject()), token, organisations(claims), expires, grant(claims));
        } catch (InvalidJwtException | MalformedClaimException e) {
            throw Refusal.unauthenticated();
        }
    }

    private static Set<String> organisations(JwtClaims claims) {
        return claims.getClaimValue("orgs") instanceof List<?> numbers
                ? numbers.stream()
                        .filter(Long.class::isInstance)
                        .map(String::valueOf)
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private static long grant(JwtClaims claims) {
        return claims.getClaimValue("grant") instanceof Number number ? number.longValue() : 0;
    }

    private static ByteBuffer hash(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
