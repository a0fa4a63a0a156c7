package io.fettle.auth.key;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Map;

import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;

/**
 * An RSA key pair that signs access tokens.
 *
 * @param id the {@code kid}: the RFC 7638 thumbprint of the public key
 */
public record SigningKey(String id, PrivateKey privateKey, PublicKey publicKey) {

    private static final String ALGORITHM = "RSA";
    private static final int BITS = 2048;

    static SigningKey generate() {
        try {
            var generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(BITS);
            return of(generator.generateKeyPair().getPrivate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RSA does not work here", e);
        }
    }

    /** @param encoded the private key, PKCS #8; the public key follows from it */
    static SigningKey of(byte[] encoded) {
        try {
            var factory = KeyFactory.getInstance(ALGORITHM);
            var secret = (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(encoded));
            var open = factory.generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()));
            return new SigningKey(jwk(open).calculateBase64urlEncodedThumbprint("SHA-256"), secret, open);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The bytes are no RSA key", e);
        }
    }

    /** The public key as a member of a JWKS. */
    Map<String, Object> toJwk() {
        var jwk = jwk(publicKey);
        jwk.setKeyId(id);
        jwk.setUse("sig");
        jwk.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
        return jwk.toParams(OutputControlLevel.PUBLIC_ONLY);
    }

    private static RsaJsonWebKey jwk(PublicKey key) {
        return new RsaJsonWebKey((RSAPublicKey) key);
    }

    /** Leaves the private key out: records are printed in logs. */
    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
