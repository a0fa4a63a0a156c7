package io.fettle.vault.testsupport;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** What the environment gives the service. A test listens to all that is logged; people need not. */
public final class TestMasterKey implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Map.of(
                "fettle.vault.master-key",
                Base64.getEncoder().encodeToString(key),
                "quarkus.log.console.level",
                "INFO");
    }

    @Override
    public void stop() {}
}
