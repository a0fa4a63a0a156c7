package io.fettle.platform.testsupport;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Puts a key pair of this test run in the place of the auth service's. Found by the service loader. */
public final class TestKeys implements QuarkusTestResourceLifecycleManager {

    static final String ID = "test";

    private static final KeyPair PAIR = generate();

    @Override
    public Map<String, String> start() {
        return Map.of(
                "mp.jwt.verify.publickey.location", "NONE",
                "mp.jwt.verify.publickey", keySet((RSAPublicKey) PAIR.getPublic()),
                "smallrye.jwt.sign.key", pem("PRIVATE", PAIR.getPrivate().getEncoded()));
    }

    /** As the auth service publishes it. */
    private static String keySet(RSAPublicKey key) {
        return new JsonObject()
                .put(
                        "keys",
                        JsonArray.of(new JsonObject()
                                .put("kty", "RSA")
                                .put("use", "sig")
                                .put("alg", "RS256")
                                .put("kid", ID)
                                .put("n", RawToken.encode(key.getModulus().toByteArray()))
                                .put(
                                        "e",
                                        RawToken.encode(key.getPublicExponent().toByteArray()))))
                .encode();
    }

    /** Tokens that no service may take, and their twins. @see ForgedTokens */
    public static ForgedTokens forgedTokens(String role, String trap) {
        return new ForgedTokens(PAIR.getPrivate(), (RSAPublicKey) PAIR.getPublic(), ID, role, trap);
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
