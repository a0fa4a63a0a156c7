package io.fettle.gateway.limit;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;

/** A token bucket for each of many names. One that nobody uses fills up, and is forgotten: a new one is as full. */
final class Buckets {

    private static final int MOST = 100_000;

    private final LoadingCache<String, Bucket> buckets;

    Buckets(int perSecond, int burstSeconds) {
        long capacity = (long) perSecond * burstSeconds;
        buckets = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(Duration.ofSeconds(burstSeconds + 1L))
                .executor(Runnable::run)
                .build(name -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(capacity).refillGreedy(perSecond, Duration.ofSeconds(1)))
                        .build());
    }

    /** Takes a token; returns after how long there is one again, which is zero if it was taken. */
    Duration take(String name) {
        return Duration.ofNanos(
                buckets.get(name).tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
    }

    void giveBack(String name) {
        buckets.get(name).addTokens(1);
    }
}
