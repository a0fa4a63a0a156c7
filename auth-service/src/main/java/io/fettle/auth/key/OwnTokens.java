package io.fettle.auth.key;

import java.security.PublicKey;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;

/**
 * Verifies access tokens here with the keys in memory; the other services fetch them from the JWKS. Everything but the
 * choice of the key is SmallRye's own check. Goes before the platform's memory of verified tokens.
 */
@ApplicationScoped
@Alternative
@Priority(2)
class OwnTokens extends JWTCallerPrincipalFactory {

    private final JWTCallerPrincipalFactory verifier = new DefaultJWTCallerPrincipalFactory();
    private final SigningKeys keys;

    OwnTokens(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo expected) throws ParseException {
        var expectedOfUs = new JWTAuthContextInfo(expected);
        expectedOfUs.setPublicVerificationKey(key(token));
        return verifier.parse(token, expectedOfUs);
    }

    private PublicKey key(String token) throws ParseException {
        try {
            String id = JsonWebStructure.fromCompactSerialization(token).getKeyIdHeaderValue();
            return keys.find(id)
                    .map(SigningKey::publicKey)
                    .orElseThrow(() -> new ParseException("The token is signed with a key that is not ours"));
        } catch (JoseException e) {
            throw new ParseException("The token is malformed", e);
        }
    }
}
