package io.fettle.auth.user;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Makes those wait who guess passwords. Counted are the wrong ones of a user from one source, of a source, and of a user:
 * once there are too many, each one more doubles the pause before the next try. A user who has signed in from a source is
 * held up there by his own wrong passwords only, so that nobody shuts an integration out by guessing in its name or from
 * its network. Unknown users are counted like known ones. Each replica counts for itself.
 */
@ApplicationScoped
class WrongPasswords {

    private static final int MOST_OF_A_USER_FROM_A_SOURCE = 10;
    private static final int MOST_OF_A_SOURCE = 100;
    private static final int MOST_OF_A_USER = 100;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration REMEMBERED = Duration.ofMinutes(15);
    private static final Duration TRUSTED = Duration.ofDays(30);
    private static final int MOST_REMEMBERED = 100_000;

    /** Whose wrong passwords are counted together; {@code null} stands for all users, or all sources. */
    private record Who(String email, String source) {}

    private record Count(int wrong, Instant last) {}

    private final Clock clock;
    private final Cache<Who, Count> counts;
    private final Cache<Who, Boolean> trusted;

    WrongPasswords(Clock clock) {
        this.clock = clock;
        this.counts = remembering(REMEMBERED).build();
        this.trusted = remembering(TRUSTED).build();
    }

    private Caffeine<Object, Object> remembering(Duration time) {
        return Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(time)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run);
    }

    /**
     * How long the user must not try from there; zero or less if he may.
     *
     * @param email in its canonical form
     * @param source a network address
     */
    Duration pause(String email, String source) {
        var pair = new Who(email, source);
        Duration own = pause(pair, MOST_OF_A_USER_FROM_A_SOURCE);
        if (trusted.getIfPresent(pair) != null) {
            return own;
        }
        return longer(
                own,
                longer(pause(new Who(null, source), MOST_OF_A_SOURCE), pause(new Who(email, null), MOST_OF_A_USER)));
    }

    private Duration pause(Who who, int most) {
        Count count = counts.getIfPresent(who);
        if (count == null || count.wrong < most) {
            return Duration.ZERO;
        }
        Duration whole = FIRST_PAUSE.multipliedBy(1L << Math.min(count.wrong - most, 30));
        return Duration.between(clock.instant(), count.last.plus(shorter(whole, LONGEST_PAUSE)));
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? b : a;
    }

    void wrong(String email, String source) {
        count(new Who(email, source));
        count(new Who(null, source));
        count(new Who(email, null));
    }

    private void count(Who who) {
        counts.asMap().merge(who, new Count(1, clock.instant()), (old, one) -> new Count(old.wrong + 1, one.last));
    }

    void right(String email, String source) {
        var pair = new Who(email, source);
        counts.invalidate(pair);
        trusted.put(pair, true);
    }
}
