package io.fettle.gateway.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

import io.fettle.gateway.failure.Refusal;

/** The auth service's keys, fetched when one is met that is not known, and a checker of tokens for each. */
@Singleton
class KeySet {

    /** Tokens with invented keys make the auth service be asked this often, not more. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** Keys older than this are fetched again before they are used, so that a withdrawn one is forgotten. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    /** No token lives as long, and what has ended is remembered no longer. */
    private static final Duration LONGEST = EndedGrants.REMEMBERED;

    private static final int SKEW_SECONDS = 5;

    private final AuthService auth;
    private final Clock clock;
    private volatile Keys keys = new Keys(Map.of(), Instant.MIN);
    private Instant asked = Instant.MIN;
    private CompletableFuture<Keys> answer;

    KeySet(AuthService auth, Clock clock) {
        this.auth = auth;
        this.clock = clock;
    }

    /**
     * The checker of tokens signed with a key. While the keys cannot be had, those known already are used.
     *
     * @return fails with a {@link Refusal}: 401 if there is no such key, 503 if it is unknown and the keys cannot be had
     */
    CompletionStage<JwtConsumer> find(String keyId) {
        Keys known = keys;
        if (!known.checkers.containsKey(keyId)) {
            return fetch().thenApply(fetched -> require(fetched, keyId));
        }
        if (clock.instant().isBefore(known.asked.plus(FRESH))) {
            return CompletableFuture.completedFuture(known.checkers.get(keyId));
        }
        return fetch().exceptionally(e -> known).thenApply(fetched -> require(fetched, keyId));
    }

    /** Within the pause, the last fetch answers for all: under way, done or failed. */
    private synchronized CompletableFuture<Keys> fetch() {
        Instant now = clock.instant();
        if (answer == null || now.isAfter(asked.plus(PAUSE))) {
            asked = now;
            answer = auth.keys()
                    .map(fetched -> new Keys(checkers(fetched), now))
                    .onSuccess(fetched -> keys = fetched)
                    .toCompletionStage()
                    .toCompletableFuture();
        }
        return answer;
    }

    private static JwtConsumer require(Keys keys, String keyId) {
        JwtConsumer checker = keys.checkers.get(keyId);
        if (checker == null) {
            throw Refusal.unauthenticated();
        }
        return checker;
    }

    private static Map<String, JwtConsumer> checkers(JsonWebKeySet keys) {
        return keys.getJsonWebKeys().stream()
                .filter(key -> key instanceof RsaJsonWebKey && key.getKeyId() != null)
                .collect(Collectors.toMap(key -> key.getKeyId(), key -> checker((RsaJsonWebKey) key), (a, b) -> a));
    }

    private static JwtConsumer checker(RsaJsonWebKey key) {
        return new JwtConsumerBuilder()
                .setVerificationKey(key.getRsaPublicKey())
                .setJwsAlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                .setExpectedIssuer("fettle")
                .setSkipDefaultAudienceValidation()
                .setRequireSubject()
                .setRequireIssuedAt()
                .setRequireExpirationTime()
                .setMaxFutureValidityInMinutes((int) LONGEST.toMinutes())
                .setIssuedAtRestrictions(SKEW_SECONDS, (int) LONGEST.toSeconds())
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .build();
    }

    /** A checker for each key, and when the auth service was asked for them. */
    private record Keys(Map<String, JwtConsumer> checkers, Instant asked) {}
}
