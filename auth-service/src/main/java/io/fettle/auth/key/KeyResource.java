package io.fettle.auth.key;

import java.util.List;
import java.util.Map;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;

/** The public keys that access tokens are verified with (contract section 2, RFC 7517). */
@Path(".well-known/jwks.json")
@Tag(name = "Token")
public class KeyResource {

    /** A JWK set. */
    public record KeySet(List<Map<String, Object>> keys) {}

    private final SigningKeys signingKeys;

    KeyResource(SigningKeys signingKeys) {
        this.signingKeys = signingKeys;
    }

    @GET
    @PermitAll
    @Cache(maxAge = 60)
    @Operation(operationId = "Token_Keys", summary = "The keys that access tokens are verified with")
    public KeySet keys() {
        return new KeySet(
                signingKeys.published().stream().map(SigningKey::toJwk).toList());
    }
}
