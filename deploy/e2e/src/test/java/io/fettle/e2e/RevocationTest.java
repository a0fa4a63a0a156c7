package io.fettle.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import io.fettle.local.Administrator;
import io.fettle.local.FettleClient;
import io.fettle.local.Stack;
import io.fettle.local.Tenant;

/** What an administrator takes away is gone within 60 s, also from who has it in hand (contract section 2). */
@EndToEnd
class RevocationTest {

    private static final int ORG = 50;
    private static final Duration BOUND = Duration.ofSeconds(60);

    @Test
    void aDisabledUserIsOutWithTokenAndPassword(Stack stack) throws Exception {
        Tenant tenant = tenant(stack);
        FettleClient bearer = tenant.bearer();
        FettleClient basic = tenant.basic();
        assertThat(status(bearer)).isEqualTo(200);
        assertThat(status(basic)).isEqualTo(200);
        ObjectNode change = JsonNodeFactory.instance.objectNode().put("Active", false);
        administrator(stack).put("/v2/users/" + tenant.email(), change).require("Disabling");
        print("A disabled user", outAfter(bearer));
        assertThat(status(basic)).isEqualTo(401);
    }

    @Test
    void aTokenOfAnOldPasswordIsOutAlsoWhileKafkaIsAway(Stack stack) throws Exception {
        Tenant tenant = tenant(stack);
        FettleClient bearer = tenant.bearer();
        assertThat(status(bearer)).isEqualTo(200);
        stack.stop(stack.kafka());
        ObjectNode change = JsonNodeFactory.instance.objectNode().put("Password", "another horse battery");
        administrator(stack).put("/v2/users/" + tenant.email(), change).require("Changing the password");
        print("Without Kafka, a token of an old password", outAfter(bearer));
        stack.restart(stack.kafka(), (kafka, time) -> {});
    }

    private static Tenant tenant(Stack stack) throws IOException {
        return Tenant.create(stack.settings().gatewayUrl(), known(stack), ORG, "revocation");
    }

    private static FettleClient administrator(Stack stack) throws IOException {
        Administrator known = known(stack);
        return FettleClient.bearer(stack.settings().gatewayUrl(), known.email(), known.password());
    }

    private static Administrator known(Stack stack) throws IOException {
        return Administrator.known(stack.data()).orElseThrow();
    }

    private static Duration outAfter(FettleClient client) {
        Instant changed = Instant.now();
        await().atMost(BOUND).pollInterval(Duration.ofMillis(20)).until(() -> status(client) == 401);
        return Duration.between(changed, Instant.now());
    }

    private static int status(FettleClient client) throws IOException {
        return client.get("/v2/inventory/ci/" + ORG).status();
    }

    private static void print(String who, Duration time) {
        System.out.printf("%s was out after %d ms%n", who, time.toMillis());
    }
}
