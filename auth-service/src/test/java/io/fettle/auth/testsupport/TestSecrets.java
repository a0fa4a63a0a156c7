package io.fettle.auth.testsupport;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** What the environment gives the service: its master key, the first administrator, a service client. */
public final class TestSecrets implements QuarkusTestResourceLifecycleManager {

    public static final String ADMIN = "Admin@example.org";
    public static final String ADMIN_PASSWORD = "from-the-environment";
    public static final String CLIENT = "dag-service";
    public static final String CLIENT_SECRET = "a:secret/with+signs=";

    @Override
    public Map<String, String> start() {
        return Map.of(
                "fettle.auth.master-key",
                randomKey(),
                "fettle.auth.service-clients",
                "vault-service:other," + CLIENT + ":" + CLIENT_SECRET,
                "fettle.admin.email",
                ADMIN,
                "fettle.admin.password",
                ADMIN_PASSWORD);
    }

    @Override
    public void stop() {}

    public static String randomKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
