package io.fettle.auth.user;

import static io.fettle.auth.testsupport.Calls.asAdministrator;
import static io.fettle.auth.testsupport.Calls.login;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import org.junit.jupiter.api.Test;

import io.fettle.auth.testsupport.TestSecrets;
import io.fettle.platform.caller.Role;

@QuarkusTest
class FirstAdministratorTest {

    @Inject
    FirstAdministrator first;

    @Test
    void theAdministratorOfTheEnvironmentSignsInAndHasTheRole() {
        login(TestSecrets.ADMIN, TestSecrets.ADMIN_PASSWORD).statusCode(200);
        asAdministrator()
                .get("/v2/users/" + TestSecrets.ADMIN)
                .then()
                .body("Result.Email", equalTo("admin@example.org"))
                .body("Result.Roles", equalTo(List.of(Role.ADMIN)))
                .body("Result.Orgs", equalTo(List.of()));
    }

    @Test
    void aChangedPasswordInTheEnvironmentReplacesTheOldOne() {
        start("root@example.org", "the first password");
        start("root@example.org", "the second password");
        login("root@example.org", "the second password").statusCode(200);
        login("root@example.org", "the first password").statusCode(400);
    }

    @Test
    void replicasThatStartTogetherMakeOneAdministrator() {
        var one = CompletableFuture.runAsync(() -> start("twin@example.org", "of both replicas"));
        var other = CompletableFuture.runAsync(() -> start("twin@example.org", "of both replicas"));
        CompletableFuture.allOf(one, other).join();
        login("twin@example.org", "of both replicas").statusCode(200);
    }

    private void start(String email, String password) {
        try {
            VertxContextSupport.subscribeAndAwait(() -> first.ensure(email, password));
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
