package io.fettle.auth.federation;

import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;

/** A token of somebody else, and what it says, unproven, of who can prove it. */
record ForeignToken(String compact, String issuer, String keyId) {

    /** @throws NotAdmitted if it is no signed JWT with an issuer and a key id */
    static ForeignToken of(String compact) {
        try {
            var signature = new JsonWebSignature();
            signature.setCompactSerialization(compact);
            String keyId = signature.getKeyIdHeaderValue();
            String issuer = JwtClaims.parse(signature.getUnverifiedPayload()).getIssuer();
            if (keyId != null && issuer != null) {
                return new ForeignToken(compact, issuer, keyId);
            }
        } catch (JoseException | InvalidJwtException | MalformedClaimException e) {
            // Refused below, like one that does not say whose it is.
        }
        throw new NotAdmitted("The subject token is no JWT with an issuer and a key id");
    }
}
