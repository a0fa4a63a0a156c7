package io.fettle.auth.key;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

import io.fettle.platform.Ids;
import io.fettle.platform.caller.Role;
import io.fettle.platform.error.Saved;

/** Rotation out of turn: keys rotate by themselves (see {@link KeyRotation}). */
@Path("v2/keys/rotate")
@RolesAllowed(Role.ADMIN)
@Tag(name = "Token")
public class KeyRotationResource {

    private final KeyRotation rotation;
    private final Ids ids;

    KeyRotationResource(KeyRotation rotation, Ids ids) {
        this.rotation = rotation;
        this.ids = ids;
    }

    @POST
    @Operation(operationId = "Token_RotateKeys", summary = "Lets the next key sign from now on")
    @APIResponse(responseCode = "200", description = "Keys rotated successfully")
    public Uni<Saved> rotate(
            @Parameter(description = "Whether no token of the present key is good any more; yours is one of them")
                    @RestQuery
                    boolean withdraw) {
        return (withdraw ? rotation.withdraw() : rotation.turnNow())
                .replaceWith(() -> Saved.of(String.valueOf(ids.next()), "Keys rotated successfully"));
    }
}
