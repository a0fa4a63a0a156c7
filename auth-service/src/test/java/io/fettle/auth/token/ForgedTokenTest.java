package io.fettle.auth.token;

import static io.fettle.auth.testsupport.Calls.accessToken;
import static io.restassured.RestAssured.given;

import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import org.junit.jupiter.api.Test;

import io.fettle.auth.key.SigningKeys;
import io.fettle.auth.testsupport.TestSecrets;
import io.fettle.platform.caller.Role;

/** The check of tokens in this service, which chooses the key itself. */
@QuarkusTest
class ForgedTokenTest {

    @Inject
    SigningKeys keys;

    @Test
    void aTokenLikeOursPasses() {
        get(sign(claims("fettle", 600), ours(), id()), 200);
    }

    @Test
    void anExpiredTokenIsRefused() {
        get(sign(claims("fettle", -600), ours(), id()), 401);
    }

    @Test
    void anotherIssuersTokenIsRefused() {
        get(sign(claims("other", 600), ours(), id()), 401);
    }

    @Test
    void aTokenUnderAnotherKeyIsRefusedWhateverIdItNames() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        PrivateKey foreign = generator.generateKeyPair().getPrivate();
        get(sign(claims("fettle", 600), foreign, id()), 401);
        get(sign(claims("fettle", 600), foreign, "foreign"), 401);
    }

    @Test
    void aTokenWithoutAKeyIdIsRefused() {
        get(claims("fettle", 600).jws().sign(ours()), 401);
    }

    @Test
    void thePublicKeyIsNoSharedSecret() {
        var secret = new SecretKeySpec(keys.signing().publicKey().getEncoded(), "HmacSHA256");
        get(claims("fettle", 600).jws().keyId(id()).sign(secret), 401);
    }

    @Test
    void anUnsignedOrChangedTokenIsRefused() {
        String[] parts =
                accessToken(TestSecrets.ADMIN, TestSecrets.ADMIN_PASSWORD).split("\\.");
        String none = base64("{\"alg\":\"none\",\"kid\":\"" + id() + "\"}");
        get(none + "." + parts[1] + ".", 401);
        get(parts[0] + "." + base64("{\"iss\":\"fettle\",\"upn\":\"x\",\"groups\":[\"admin\"]}") + "." + parts[2], 401);
        get("nonsense", 401);
    }

    private static JwtClaimsBuilder claims(String issuer, long lifetime) {
        return Jwt.issuer(issuer)
                .upn("admin@example.org")
                .groups(Set.of(Role.ADMIN))
                .expiresAt(System.currentTimeMillis() / 1000 + lifetime);
    }

    private static String sign(JwtClaimsBuilder claims, PrivateKey key, String id) {
        return claims.jws().keyId(id).sign(key);
    }

    private PrivateKey ours() {
        return keys.signing().privateKey();
    }

    private String id() {
        return keys.signing().id();
    }

    private static String base64(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes());
    }

    private static void get(String token, int status) {
        given().auth().oauth2(token).get("/v2/organizations").then().statusCode(status);
    }
}
