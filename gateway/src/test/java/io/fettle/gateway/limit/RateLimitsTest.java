package io.fettle.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

import io.fettle.gateway.failure.Refusal;

class RateLimitsTest {

    private final RateLimits limits = new RateLimits(new Few());

    @Test
    void aUserMayMakeABurstOfCallsAndNoMore() {
        count("alice", null, 20);
        Refusal refusal = refusal("alice", null);
        assertThat(refusal.status()).isEqualTo(429);
        assertThat(refusal).hasMessage("Too many calls of this user");
        assertThat(refusal.headers()).containsEntry("Retry-After", "1");
    }

    @Test
    void usersDoNotTakeFromOneAnother() {
        count("alice", null, 20);
        assertThatNoException().isThrownBy(() -> limits.count("bob", null));
    }

    @Test
    void allUsersOfAnOrganisationShareItsCalls() {
        count("alice", "7", 15);
        count("bob", "7", 15);
        assertThat(refusal("carol", "7")).hasMessage("Too many calls of this organisation");
        assertThatNoException().isThrownBy(() -> limits.count("carol", "8"));
    }

    @Test
    void aCallThatTheOrganisationMayNotMakeIsNotCountedForTheUser() {
        count("alice", "7", 15);
        count("bob", "7", 15);
        for (int i = 0; i < 30; i++) {
            refusal("carol", "7");
        }
        count("carol", "8", 20);
    }

    private void count(String user, String organisation, int calls) {
        for (int i = 0; i < calls; i++) {
            limits.count(user, organisation);
        }
    }

    private Refusal refusal(String user, String organisation) {
        return catchThrowableOfType(Refusal.class, () -> limits.count(user, organisation));
    }

    /** A burst of 20 for a user, 30 for an organisation; the next call takes a while. */
    private record Few() implements LimitConfig {

        @Override
        public int userPerSecond() {
            return 2;
        }

        @Override
        public int organisationPerSecond() {
            return 3;
        }

        @Override
        public int burstSeconds() {
            return 10;
        }
    }
}
