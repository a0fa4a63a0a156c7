package io.fettle.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.junit.jupiter.api.Test;

import io.fettle.gateway.testsupport.AdvancedClock;
import io.fettle.gateway.testsupport.Behind;
import io.fettle.gateway.testsupport.Tokens;
import io.fettle.gateway.testsupport.Wire;

@QuarkusTest
class KeySetTest {

    /** How often the auth service is asked for keys at most, as the README says. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** How long a withdrawn key may be good, in seconds, as the README says. */
    private static final int WITHDRAWN_AFTER = 60;

    private static final int FLOOD = 200;

    @Test
    void aNewKeyIsUsedAsSoonAsItIsMet() {
        RsaJsonWebKey key = aKey();
        publish(key);
        await().atMost(PAUSE.plusSeconds(2)).until(() -> status(aToken(key)) == 200);
    }

    @Test
    void aWithdrawnKeyIsForgottenWithTheNextAnswer() {
        RsaJsonWebKey withdrawn = aKey();
        publish(withdrawn);
        await().atMost(PAUSE.plusSeconds(2)).until(() -> status(aToken(withdrawn)) == 200);
        Behind.tell("/withdraw", withdrawn.getKeyId());
        RsaJsonWebKey next = aKey();
        publish(next);
        await().atMost(PAUSE.plusSeconds(2)).until(() -> status(aToken(next)) == 200);
        assertThat(status(aToken(withdrawn))).isEqualTo(401);
        assertThat(status(aToken(Tokens.key()))).isEqualTo(200);
    }

    @Test
    void aTokenInUseEndsWithItsKeyWithinAMinute() {
        RsaJsonWebKey key = aKey();
        publish(key);
        String token = aToken(key);
        await().atMost(PAUSE.plusSeconds(2)).until(() -> status(token) == 200);
        Behind.tell("/withdraw", key.getKeyId());
        for (int second = 1; second < WITHDRAWN_AFTER; second++) {
            AdvancedClock.advance(Duration.ofSeconds(1));
            status(token);
        }
        assertThat(status(token)).isEqualTo(401);
        assertThat(status(aToken(Tokens.key()))).isEqualTo(200);
    }

    @Test
    void aFloodOfUnknownKeysAsksTheAuthServiceNoMoreOftenAndHoldsUpNobody() {
        RsaJsonWebKey stranger = Tokens.strange("stranger");
        long begun = System.nanoTime();
        int before = askedForKeys();
        var unknown = IntStream.range(0, FLOOD).<Supplier<Integer>>mapToObj(i -> () -> status(unknown(stranger, i)));
        var known = IntStream.range(0, FLOOD / 4).<Supplier<Integer>>mapToObj(i -> () -> status(aToken(Tokens.key())));
        ExecutorService callers = Executors.newFixedThreadPool(50);
        var refused = unknown.map(call -> CompletableFuture.supplyAsync(call, callers))
                .toList();
        var passed =
                known.map(call -> CompletableFuture.supplyAsync(call, callers)).toList();
        assertThat(statuses(passed)).containsOnly(200);
        assertThat(statuses(refused)).containsOnly(401);
        callers.shutdown();
        long pauses = Duration.ofNanos(System.nanoTime() - begun).dividedBy(PAUSE);
        assertThat(askedForKeys() - before).isLessThanOrEqualTo((int) pauses + 1);
    }

    private static List<Integer> statuses(List<CompletableFuture<Integer>> calls) {
        return calls.stream().map(CompletableFuture::join).toList();
    }

    private static RsaJsonWebKey aKey() {
        return Tokens.strange(UUID.randomUUID().toString());
    }

    private static void publish(RsaJsonWebKey key) {
        Behind.tell("/publish", key.toJson(OutputControlLevel.PUBLIC_ONLY));
    }

    private static int askedForKeys() {
        return Integer.parseInt(Behind.ask("/askedForKeys"));
    }

    private static String unknown(RsaJsonWebKey key, int number) {
        return Tokens.sign(Tokens.claims(7), key, "unknown" + number);
    }

    private static String aToken(RsaJsonWebKey key) {
        return Tokens.sign(Tokens.claims(7), key);
    }

    private static int status(String token) {
        return Wire.call("GET", "/v2/incident/orgentityid/7", "Authorization: Bearer " + token)
                .status();
    }
}
