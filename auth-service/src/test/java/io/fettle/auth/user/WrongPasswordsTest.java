package io.fettle.auth.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

class WrongPasswordsTest {

    private static final String USER = "connector@example.org";
    private static final String HOME = "192.0.2.7";
    private static final String ELSEWHERE = "198.51.100.9";

    private Instant now = Instant.parse("2026-01-05T08:00:00Z");

    private final WrongPasswords passwords = new WrongPasswords(new Clock() {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void nineWrongPasswordsAreForgiven() {
        guess(9, USER, HOME);
        assertThat(mayTry(USER, HOME)).isTrue();
    }

    @Test
    void fromTheTenthOnEachDoublesThePauseUpToAMinute() {
        guess(10, USER, HOME);
        assertThat(passwords.pause(USER, HOME)).isEqualTo(Duration.ofSeconds(5));
        guess(3, USER, HOME);
        assertThat(passwords.pause(USER, HOME)).isEqualTo(Duration.ofSeconds(40));
        guess(50, USER, HOME);
        assertThat(passwords.pause(USER, HOME)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void thePauseEnds() {
        guess(10, USER, HOME);
        now = now.plusSeconds(5);
        assertThat(mayTry(USER, HOME)).isTrue();
    }

    @Test
    void theRightPasswordForgivesTheWrongOnes() {
        guess(9, USER, HOME);
        passwords.right(USER, HOME);
        guess(9, USER, HOME);
        assertThat(mayTry(USER, HOME)).isTrue();
    }

    @Test
    void aQuarterOfAnHourLaterAllIsForgotten() {
        guess(99, USER, HOME);
        now = now.plus(Duration.ofMinutes(15));
        guess(1, USER, HOME);
        assertThat(mayTry(USER, HOME)).isTrue();
    }

    @Test
    void aSourceThatTriesManyUsersWaits() {
        for (int i = 0; i < 100; i++) {
            guess(1, "user" + i + "@example.org", HOME);
        }
        assertThat(mayTry("another@example.org", HOME)).isFalse();
        assertThat(mayTry("another@example.org", ELSEWHERE)).isTrue();
    }

    @Test
    void aUserWhoIsTriedFromManySourcesIsKeptFromNewOnes() {
        for (int i = 0; i < 100; i++) {
            guess(1, USER, "203.0.113." + i);
        }
        assertThat(mayTry(USER, ELSEWHERE)).isFalse();
        assertThat(mayTry("another@example.org", ELSEWHERE)).isTrue();
    }

    @Test
    void nobodyShutsOutAnIntegrationThatHasSignedInBefore() {
        passwords.right(USER, HOME);
        for (int i = 0; i < 200; i++) {
            guess(1, USER, "203.0.113." + i);
            guess(1, "user" + i + "@example.org", HOME);
        }
        assertThat(mayTry(USER, HOME)).isTrue();
        assertThat(mayTry("another@example.org", HOME)).isFalse();
    }

    private void guess(int times, String email, String source) {
        for (int i = 0; i < times; i++) {
            passwords.wrong(email, source);
        }
    }

    private boolean mayTry(String email, String source) {
        return passwords.pause(email, source).compareTo(Duration.ZERO) <= 0;
    }
}
