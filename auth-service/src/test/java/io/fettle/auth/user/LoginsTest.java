package io.fettle.auth.user;

import static io.fettle.auth.testsupport.Calls.login;
import static io.fettle.auth.testsupport.Calls.saveUser;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.LongStream;

import jakarta.inject.Inject;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LoginsTest {

    private static final String PASSWORD = "correct horse battery";

    @Inject
    Pool pool;

    @Test
    void aWeakerHashIsRenewedByALogin() throws Throwable {
        save("old@example.org");
        String weak = Argon2Function.getInstance(1024, 1, 1, 32, Argon2.ID)
                .hash(PASSWORD.getBytes(), new byte[16])
                .getResult();
        execute("update user_account set password_hash = $2 where email = $1", Tuple.of("old@example.org", weak));
        login("old@example.org", "a wrong password").statusCode(400);
        assertThat(hash("old@example.org")).isEqualTo(weak);
        login("old@example.org", PASSWORD).statusCode(200);
        assertThat(hash("old@example.org")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        login("old@example.org", PASSWORD).statusCode(200);
    }

    @Test
    void theSamePasswordHasAnotherHashForEachUser() throws Throwable {
        save("one@example.org");
        save("two@example.org");
        assertThat(hash("one@example.org")).isNotEqualTo(hash("two@example.org"));
    }

    @Test
    void anUnknownUserTakesAsLongAsAWrongPassword() {
        save("known@example.org");
        long known = fastest("known@example.org");
        long unknown = fastest("unknown@example.org");
        // One hash takes many times what the rest of a login takes, so half is far from chance.
        assertThat(unknown).isGreaterThan(known / 2);
    }

    private static long fastest(String email) {
        return LongStream.range(0, 5).map(i -> millisOfLogin(email)).min().orElseThrow();
    }

    private static long millisOfLogin(String email) {
        long start = System.nanoTime();
        login(email, "a wrong password").statusCode(400);
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    private static void save(String email) {
        saveUser(Map.of("Email", email, "Password", PASSWORD)).statusCode(200);
    }

    private String hash(String email) throws Throwable {
        return execute("select password_hash from user_account where email = $1", Tuple.of(email));
    }

    private String execute(String sql, Tuple parameters) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> pool.preparedQuery(sql)
                .execute(parameters)
                .map(rows -> rows.iterator().hasNext() ? rows.iterator().next().getString(0) : null));
    }
}
