package io.fettle.platform.testsupport;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Puts a key pair of this test run in the place of the auth service's. Found by the service loader. */
public final class TestKeys implements QuarkusTestResourceLifecycleManager {

    private static final KeyPair PAIR = generate();

    @Override
    public Map<String, String> start() {
        return Map.of(
                "mp.jwt.verify.publickey.location", "NONE",
                "mp.jwt.verify.publickey", pem("PUBLIC", PAIR.getPublic().getEncoded()),
                "smallrye.jwt.sign.key", pem("PRIVATE", PAIR.getPrivate().getEncoded()));
    }

    @Override
    public void stop() {}

    private static KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String kind, byte[] encoded) {
        return "-----BEGIN " + kind + " KEY-----\n" + Base64.getMimeEncoder().encodeToString(encoded) + "\n-----END "
                + kind + " KEY-----";
    }
}
