package io.fettle.auth.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.fettle.auth.testsupport.TestSecrets;

@QuarkusTest
class SigningKeysTest {

    @Inject
    SigningKeys running;

    @Inject
    MasterKey masterKey;

    @Inject
    Pool pool;

    @Inject
    Clock clock;

    @AfterEach
    void theServiceHasWhatTheTableHas() throws Throwable {
        await(running.load());
    }

    @Test
    void replicasThatStartTogetherShareOneKey() throws Throwable {
        await(pool.query("delete from signing_key").execute());
        List<SigningKeys> replicas =
                Stream.generate(() -> aReplica(masterKey)).limit(4).toList();
        await(Uni.join().all(replicas.stream().map(SigningKeys::load).toList()).andFailFast());
        assertThat(replicas).extracting(replica -> replica.signing().id()).containsOnly(only().getString("kid"));
    }

    @Test
    void aRestartKeepsTheKey() throws Throwable {
        var restarted = aReplica(masterKey);
        await(restarted.load());
        assertThat(restarted.signing().id()).isEqualTo(running.signing().id());
    }

    @Test
    void thePrivateKeyIsNotReadableInTheDatabase() throws Throwable {
        byte[] kept = only().get(Buffer.class, "sealed_private_key").getBytes();
        assertThatThrownBy(() -> SigningKey.of(kept)).hasMessage("The bytes are no RSA key");
        assertThat(running.signing().toString())
                .isEqualTo("SigningKey[" + running.signing().id() + "]");
    }

    @Test
    void underAnotherMasterKeyTheServiceDoesNotStart() {
        String other = TestSecrets.randomKey();
        assertThatThrownBy(() -> await(aReplica(new MasterKey(() -> other)).load()))
                .hasMessageContaining("FETTLE_AUTH_MASTER_KEY does not open");
    }

    @Test
    void aKeyThatRetiresIsStillPublishedButSignsNoMore() throws Throwable {
        String old = running.signing().id();
        await(pool.query("update signing_key set state = 'retiring' where state = 'signing'")
                .execute());
        await(running.load());
        assertThat(running.signing().id()).isNotEqualTo(old);
        assertThat(running.published())
                .extracting(SigningKey::id)
                .containsSubsequence(running.signing().id(), old);
        await(pool.query("delete from signing_key where state = 'retiring'").execute());
    }

    private SigningKeys aReplica(MasterKey key) {
        return new SigningKeys(pool, key, clock);
    }

    private Row only() throws Throwable {
        RowSet<Row> rows = await(
                pool.query("select * from signing_key where state = 'signing'").execute());
        assertThat(rows.size()).isEqualTo(1);
        return rows.iterator().next();
    }

    private static <T> T await(Uni<T> uni) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> uni);
    }
}
