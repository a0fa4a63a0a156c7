package io.fettle.auth.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import io.smallrye.mutiny.Uni;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctJwkGenerator;
import org.junit.jupiter.api.Test;

class IssuerKeysTest {

    private Instant now = Instant.parse("2026-11-24T10:00:00Z");
    private final List<CompletableFuture<List<JsonWebKey>>> asked = new ArrayList<>();
    private final Deque<List<JsonWebKey>> answers = new ArrayDeque<>();
    private final IssuerKeys keys = new IssuerKeys(this::ask, new Clock() {

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
            throw new UnsupportedOperationException(); // nobody here asks for a zone
        }
    });

    @Test
    void theIssuerIsAskedOnceForKeysThatAreKnown() {
        published("a", "b");
        assertThat(has("a")).isTrue();
        assertThat(has("b")).isTrue();
        assertThat(asked).hasSize(1);
    }

    @Test
    void aFloodOfUnknownKeysAsksTheIssuerOncePerPause() {
        published("a");
        for (int i = 0; i < 1000; i++) {
            assertThat(has("unknown " + i)).isFalse();
        }
        assertThat(asked).hasSize(1);
        published("a", "new");
        pass(IssuerKeys.PAUSE);
        assertThat(has("new")).isTrue();
        assertThat(asked).hasSize(2);
    }

    @Test
    void anIssuerThatIsAwayIsAskedOncePerPause() {
        for (int i = 0; i < 1000; i++) {
            assertThatThrownBy(() -> has("a")).hasMessage("away");
        }
        assertThat(asked).hasSize(1);
        published("a");
        pass(IssuerKeys.PAUSE);
        assertThat(has("a")).isTrue();
    }

    @Test
    void aSlowIssuerIsNotAskedAgainWhileItAnswers() {
        var first = later("a");
        pass(IssuerKeys.PAUSE);
        var second = later("a");
        assertThat(asked).hasSize(1);
        answer(0, "a");
        assertThat(first.join()).hasSize(1);
        assertThat(second.join()).hasSize(1);
    }

    @Test
    void aCallerThatGoesAwayDoesNotTakeTheAnswerFromOthers() {
        var gone = later("a");
        var other = later("a");
        gone.cancel(true);
        answer(0, "a");
        assertThat(other.join()).hasSize(1);
    }

    @Test
    void knownKeysAreUsedWhileNewOnesAreFetchedAndWithdrawnOnesAreForgotten() {
        published("a");
        assertThat(has("a")).isTrue();
        pass(IssuerKeys.FRESH);
        assertThat(later("a")).isCompleted();
        answer(1, "b");
        assertThat(has("a")).isFalse();
        assertThat(has("b")).isTrue();
    }

    @Test
    void keysOfAnIssuerThatIsAwayAreGoodForATime() {
        published("a");
        assertThat(has("a")).isTrue();
        pass(IssuerKeys.KEPT.minusSeconds(2));
        answers.clear();
        assertThat(has("a")).isTrue();
        pass(IssuerKeys.PAUSE);
        assertThatThrownBy(() -> has("a")).hasMessage("away");
    }

    private boolean has(String id) {
        var answer = later(id);
        if (!answer.isDone()) {
            var waiting = asked.get(asked.size() - 1);
            if (answers.isEmpty()) {
                waiting.completeExceptionally(new IllegalStateException("away"));
            } else {
                waiting.complete(answers.peek());
            }
        }
        try {
            return !answer.join().isEmpty();
        } catch (CompletionException e) {
            throw (RuntimeException) e.getCause();
        }
    }

    private CompletableFuture<List<JsonWebKey>> later(String id) {
        return keys.named(id).subscribeAsCompletionStage();
    }

    private Uni<List<JsonWebKey>> ask() {
        var answer = new CompletableFuture<List<JsonWebKey>>();
        asked.add(answer);
        return Uni.createFrom().completionStage(answer);
    }

    private void published(String... ids) {
        answers.clear();
        answers.add(keys(ids));
    }

    private void answer(int fetch, String... ids) {
        asked.get(fetch).complete(keys(ids));
    }

    private static List<JsonWebKey> keys(String... ids) {
        return Arrays.stream(ids).map(IssuerKeysTest::key).toList();
    }

    private static JsonWebKey key(String id) {
        JsonWebKey key = OctJwkGenerator.generateJwk(256);
        key.setKeyId(id);
        return key;
    }

    private void pass(Duration time) {
        now = now.plus(time).plusSeconds(1);
    }
}
