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

    /** A key that was withdrawn is forgotten after this. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    /** No token lives as long, and what has ended is remembered no longer. */
    private static final Duration LONGEST = EndedGrants.REMEMBERED;

    private static final int SKEW_SECONDS = 5;

    private final AuthService auth;
    private final Clock clock;
    private volatile Map<String, JwtConsumer> keys = Map.of();
    private volatile Instant asked = Instant.MIN;
    private CompletableFuture<Map<String, JwtConsumer>> answer;

    KeySet(AuthService auth, Clock clock) {
        this.auth = auth;
        this.clock = clock;
    }

    /**
     * The checker of tokens signed with a key.
     *
     * @return fails with a {@link Refusal}: 401 if there is no such key, 503 if the keys cannot be had
     */
    CompletionStage<JwtConsumer> find(String keyId) {
        JwtConsumer known = keys.get(keyId);
        if (known == null) {
            return fetch().thenApply(fetched -> require(fetched, keyId));
        }
        if (clock.instant().isAfter(asked.plus(FRESH))) {
            fetch();
        }
        return CompletableFuture.completedFuture(known);
    }

    /** Within the pause, the last fetch answers for all: under way, done or failed. */
    private synchronized CompletableFuture<Map<String, JwtConsumer>> fetch() {
        if (answer == null || clock.instant().isAfter(asked.plus(PAUSE))) {
            asked = clock.instant();
            answer = auth.keys()
                    .map(KeySet::checkers)
                    .onSuccess(fetched -> keys = fetched)
                    .toCompletionStage()
                    .toCompletableFuture();
        }
        return answer;
    }

    private static JwtConsumer require(Map<String, JwtConsumer> keys, String keyId) {
        JwtConsumer checker = keys.get(keyId);
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
}
