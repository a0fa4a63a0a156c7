package io.fettle.gateway.identity;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;

import io.fettle.gateway.failure.Refusal;

/** Exchanges tokens of other issuers for ours. Which are good, and for what, the auth service decides. */
@Singleton
class ForeignTokens {

    private final AuthService auth;
    private final ExchangedTokens exchanged;
    private final Set<String> issuers;

    /** @param issuers the {@code iss} of tokens worth asking about; without any, none is */
    ForeignTokens(
            AuthService auth,
            ExchangedTokens exchanged,
            @ConfigProperty(name = "fettle.gateway.federated-issuers") Optional<Set<String>> issuers) {
        this.auth = auth;
        this.exchanged = exchanged;
        this.issuers = issuers.orElse(Set.of());
    }

    /** Whether the token says, unproven, that it is of such an issuer. */
    boolean isForeign(String token) {
        if (issuers.isEmpty()) {
            return false;
        }
        try {
            var signature = new JsonWebSignature();
            signature.setCompactSerialization(token);
            String issuer = JwtClaims.parse(signature.getUnverifiedPayload()).getIssuer();
            return issuer != null && issuers.contains(issuer);
        } catch (JoseException | InvalidJwtException | MalformedClaimException e) {
            return false;
        }
    }

    /**
     * The caller with this token. It is not good any longer than the token is, for neither is the one that it is exchanged for.
     *
     * @return fails with a {@link Refusal}: 401 or 503
     */
    CompletionStage<Identity> exchange(String token) {
        return exchanged.find(token, () -> auth.exchange(token));
    }
}
