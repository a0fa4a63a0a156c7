package io.fettle.auth.key;

import java.util.List;
import java.util.Map;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;

import io.fettle.platform.openapi.DocumentedAnswers;

/** The public keys that access tokens are verified with (contract section 2, RFC 7517). */
@Path(".well-known/jwks.json")
@Tag(name = "Token")
public class KeyResource {

    private static final String EXAMPLE = """
            {"keys": [{"kty": "RSA", "kid": "2026-11-24", "use": "sig", "alg": "RS256", "n": "u1W…", "e": "AQAB"}]}""";

    /** A JWK set. */
    public record KeySet(List<Map<String, Object>> keys) {}

    private final SigningKeys signingKeys;

    KeyResource(SigningKeys signingKeys) {
        this.signingKeys = signingKeys;
    }

    @GET
    @PermitAll
    @Cache(maxAge = 60)
    @Operation(
            operationId = "Token_Keys",
            summary = "The keys that access tokens are verified with",
            extensions = @Extension(name = DocumentedAnswers.EXAMPLE, value = EXAMPLE, parseValue = true))
    @APIResponse(responseCode = "200", description = "A JWK set (RFC 7517)")
    public KeySet keys() {
        return new KeySet(
                signingKeys.published().stream().map(SigningKey::toJwk).toList());
    }
}
