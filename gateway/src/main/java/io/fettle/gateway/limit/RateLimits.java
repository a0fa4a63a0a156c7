package io.fettle.gateway.limit;

import java.time.Duration;

import jakarta.inject.Singleton;

import io.fettle.gateway.failure.Refusal;

/** Keeps a user, and all users of an organisation together, from taking more than their share of the platform. */
@Singleton
public class RateLimits {

    private final Buckets users;
    private final Buckets organisations;

    RateLimits(LimitConfig config) {
        users = new Buckets(config.userPerSecond(), config.burstSeconds());
        organisations = new Buckets(config.organisationPerSecond(), config.burstSeconds());
    }

    /**
     * Counts a call.
     *
     * @param organisation the call is about, {@code null} for none
     * @throws Refusal 429 if there are too many; then it does not count
     */
    public void count(String user, String organisation) {
        require("user", users.take(user));
        if (organisation != null) {
            Duration wait = organisations.take(organisation);
            if (!wait.isZero()) {
                users.giveBack(user);
            }
            require("organisation", wait);
        }
    }

    private static void require(String whose, Duration wait) {
        if (!wait.isZero()) {
            throw Refusal.tooMany(whose, wait);
        }
    }
}
