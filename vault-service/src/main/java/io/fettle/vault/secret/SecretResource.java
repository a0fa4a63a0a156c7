package io.fettle.vault.secret;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.fettle.platform.Ids;
import io.fettle.platform.caller.Caller;
import io.fettle.platform.caller.Role;
import io.fettle.platform.error.Found;
import io.fettle.platform.error.Saved;
import io.fettle.platform.error.ServiceException;
import io.fettle.vault.audit.Who;

/** The secrets of an organisation (contract section 10). */
@Path("v2/secret")
@Tag(name = "Secret")
public class SecretResource {

    private static final String TOOL = "InternalVault";
    private static final String REQUEST_ID = "X-Request-Id";
    private static final int PAGE = 1000;

    private final Secrets secrets;
    private final Caller caller;
    private final Ids ids;

    SecretResource(Secrets secrets, Caller caller, Ids ids) {
        this.secrets = secrets;
        this.caller = caller;
        this.ids = ids;
    }

    @PUT
    @Path("{toolcode}/{name}/{org}")
    @RolesAllowed(Role.SECRETS_WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "Secret_Write", summary = "Makes a new version of a secret")
    public Uni<Saved> write(
            @RestPath String toolcode,
            @RestPath String name,
            @RestPath int org,
            @RestHeader(REQUEST_ID) String requestId,
            @RequestBody(content = @Content(example = "{\"Value\":\"correct horse\"}")) SecretValue posted) {
        requireOurs(toolcode);
        return secrets.write(who(requestId), org, name, posted).replaceWith(() -> saved("Secret saved successfully"));
    }

    /** @param version {@code null} for the newest */
    @GET
    @Path("{toolcode}/{name}/{org}")
    @RolesAllowed({Role.SECRETS_READ, Role.SERVICE})
    @Cache(noStore = true)
    @Operation(operationId = "Secret_Read", summary = "The value of a secret; the read is audited")
    public Uni<Found<String>> read(
            @RestPath String toolcode,
            @RestPath String name,
            @RestPath int org,
            @RestHeader(REQUEST_ID) String requestId,
            @RestQuery Integer version) {
        requireOurs(toolcode);
        return secrets.read(who(requestId), org, name, version).map(Found::one);
    }

    @DELETE
    @Path("{toolcode}/{name}/{org}")
    @RolesAllowed(Role.SECRETS_WRITE)
    @Operation(operationId = "Secret_Delete", summary = "Destroys a secret with all its versions")
    public Uni<Saved> delete(
            @RestPath String toolcode,
            @RestPath String name,
            @RestPath int org,
            @RestHeader(REQUEST_ID) String requestId) {
        requireOurs(toolcode);
        return secrets.delete(who(requestId), org, name).replaceWith(() -> saved("Secret deleted successfully"));
    }

    /** @param after the {@code Next} of the page before */
    @GET
    @Path(TOOL + "/{org}")
    @RolesAllowed({Role.SECRETS_READ, Role.SECRETS_WRITE})
    @Operation(
            operationId = "Secret_List",
            summary = "The names of the secrets and their newest versions, never values")
    public Uni<Found<List<StoredSecret>>> list(@RestPath int org, @RestQuery @DefaultValue("") String after) {
        return secrets.list(org, after, PAGE + 1).map(SecretResource::page);
    }

    private static Found<List<StoredSecret>> page(List<StoredSecret> found) {
        return found.size() <= PAGE
                ? Found.all(found)
                : Found.page(found.subList(0, PAGE), found.get(PAGE - 1).name());
    }

    private static void requireOurs(String toolcode) {
        if (!toolcode.equalsIgnoreCase(TOOL)) {
            throw ServiceException.notFound("vault", toolcode);
        }
    }

    private Who who(String requestId) {
        return new Who(caller.name(), requestId);
    }

    private Saved saved(String message) {
        return Saved.of(String.valueOf(ids.next()), message);
    }
}
