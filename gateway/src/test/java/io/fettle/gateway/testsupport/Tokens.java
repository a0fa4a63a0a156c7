package io.fettle.gateway.testsupport;

import java.util.List;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

import io.fettle.platform.caller.Role;
import io.fettle.platform.testsupport.ForgedTokens;

/** Access tokens as the auth service makes them, and others. */
public final class Tokens {

    /** One that ended before the gateway started. */
    public static final long ENDED_GRANT = 40;

    /** One whose tokens the auth service exchanges. */
    public static final String FEDERATED_ISSUER = "https://login.corp.example/realms/fettle";

    static final String KEY_PROPERTY = "fettle.test.key";

    /** The key whose public half the stand-in publishes. */
    public static RsaJsonWebKey key() {
        try {
            return (RsaJsonWebKey) RsaJsonWebKey.Factory.newPublicJwk(
                    ConfigProvider.getConfig().getValue(KEY_PROPERTY, String.class));
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tokens that nobody may take, and their twins. @param trap an address that must never be asked */
    public static ForgedTokens forged(String trap) {
        RsaJsonWebKey key = key();
        return new ForgedTokens(key.getRsaPrivateKey(), key.getRsaPublicKey(), key.getKeyId(), Role.TICKETS_READ, trap);
    }

    /** A key the auth service does not know. */
    public static RsaJsonWebKey strange(String keyId) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(keyId);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The header line of a member of the organisations. */
    public static String bearer(Object... organisations) {
        return "Authorization: Bearer " + sign(claims(organisations), key());
    }

    public static JwtClaims claims(Object... organisations) {
        var claims = new JwtClaims();
        claims.setIssuer("fettle");
        claims.setSubject("connector@example.org");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(10);
        claims.setGeneratedJwtId();
        claims.setClaim("orgs", List.of(organisations));
        return claims;
    }

    public static String sign(JwtClaims claims, RsaJsonWebKey key) {
        return sign(claims, key, key.getKeyId());
    }

    /** @param keyId what the token says to be signed with */
    public static String sign(JwtClaims claims, RsaJsonWebKey key, String keyId) {
        try {
            var signature = new JsonWebSignature();
            signature.setPayload(claims.toJson());
            signature.setKey(key.getPrivateKey());
            signature.setKeyIdHeaderValue(keyId);
            signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private Tokens() {}
}
