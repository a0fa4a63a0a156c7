package io.fettle.auth.federation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;
import org.jose4j.jwk.JsonWebKey;

/** An issuer's keys, fetched when one is met that is not known. */
final class IssuerKeys {

    /** Tokens with invented keys make the issuer be asked this often, not more. */
    static final Duration PAUSE = Duration.ofSeconds(5);

    /** Older keys are fetched anew, while the known ones go on. */
    static final Duration FRESH = Duration.ofMinutes(5);

    /** Keys of an issuer that does not answer are good no longer than this. */
    static final Duration KEPT = Duration.ofHours(1);

    private record Fetched(List<JsonWebKey> keys, Instant at) {

        List<JsonWebKey> named(String keyId) {
            return keys.stream().filter(key -> keyId.equals(key.getKeyId())).toList();
        }
    }

    private final Supplier<Uni<List<JsonWebKey>>> source;
    private final Clock clock;
    private volatile Fetched fetched = new Fetched(List.of(), Instant.MIN);
    private Instant asked = Instant.MIN;
    private CompletableFuture<Fetched> answer;

    IssuerKeys(Supplier<Uni<List<JsonWebKey>>> source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** The keys with that id, none or usually one. @return fails like the source if they cannot be had */
    Uni<List<JsonWebKey>> named(String keyId) {
        Fetched known = fetched;
        Duration age = Duration.between(known.at, clock.instant());
        List<JsonWebKey> keys = known.named(keyId);
        if (keys.isEmpty() || age.compareTo(KEPT) > 0) {
            return Uni.createFrom().completionStage(() -> fetch().copy()).map(fresh -> fresh.named(keyId));
        }
        if (age.compareTo(FRESH) > 0) {
            fetch();
        }
        return Uni.createFrom().item(keys);
    }

    /** Until the pause is over, the last fetch answers for all: under way, done or failed. */
    private synchronized CompletableFuture<Fetched> fetch() {
        Instant now = clock.instant();
        if (answer == null || answer.isDone() && now.isAfter(asked.plus(PAUSE))) {
            asked = now;
            answer = source.get()
                    .map(keys -> new Fetched(keys, now))
                    .invoke(fresh -> fetched = fresh)
                    .subscribeAsCompletionStage();
        }
        return answer;
    }
}
