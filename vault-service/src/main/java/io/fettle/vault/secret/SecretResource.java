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
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
import io.fettle.platform.openapi.DocumentedAnswers;
import io.fettle.vault.audit.Who;

/** The secrets of an organisation (contract section 10). */
@Path("v2/secret")
@Tag(name = "Secret", description = "Secrets, encrypted at rest; every read is audited")
public class SecretResource {

    private static final String VALUE = """
            {"Count": 1, "Result": "correct horse", "Status": "Success", "Message": "Success"}""";
    private static final String NAMES = """
            {
              "Count": 1,
              "Result": [{
                "Name": "print-ops",
                "Version": 2,
                "CreatedBy": "admin@example.org",
                "CreatedDate": "2026-11-24 10:15:31.204"
              }],
              "Status": "Success",
              "Message": "Success"
            }""";

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
    @APIResponse(responseCode = "200", description = "Secret saved successfully")
    @APIResponse(responseCode = "404", description = "There is no vault CyberArk")
    public Uni<Saved> write(
            @RestPath @Parameter(example = TOOL) String toolcode,
            @RestPath @Parameter(example = "print-ops") String name,
            @RestPath int org,
            @Parameter(hidden = true) @RestHeader(REQUEST_ID) String requestId,
            @RequestBody(content = @Content(example = "{\"Value\":\"correct horse\"}")) SecretValue posted) {
        requireOurs(toolcode);
        return secrets.write(who(requestId), org, name, posted).replaceWith(() -> saved("Secret saved successfully"));
    }

    /** @param version {@code null} for the newest */
    @GET
    @Path("{toolcode}/{name}/{org}")
    @RolesAllowed({Role.SECRETS_READ, Role.SERVICE})
    @Cache(noStore = true)
    @Operation(
            operationId = "Secret_Read",
            summary = "The value of a secret; the read is audited",
            extensions = @Extension(name = DocumentedAnswers.EXAMPLE, value = VALUE, parseValue = true))
    @APIResponse(responseCode = "200", description = "The value of the newest version, or of the one asked for")
    @APIResponse(responseCode = "404", description = "There is no secret print-ops")
    public Uni<Found<String>> read(
            @RestPath @Parameter(example = TOOL) String toolcode,
            @RestPath @Parameter(example = "print-ops") String name,
            @RestPath int org,
            @Parameter(hidden = true) @RestHeader(REQUEST_ID) String requestId,
            @RestQuery @Parameter(description = "The newest, if it is left out") Integer version) {
        requireOurs(toolcode);
        return secrets.read(who(requestId), org, name, version).map(Found::one);
    }

    @DELETE
    @Path("{toolcode}/{name}/{org}")
    @RolesAllowed(Role.SECRETS_WRITE)
    @Operation(operationId = "Secret_Delete", summary = "Destroys a secret with all its versions")
    @APIResponse(responseCode = "200", description = "Secret deleted successfully")
    @APIResponse(responseCode = "404", description = "There is no secret print-ops")
    public Uni<Saved> delete(
            @RestPath @Parameter(example = TOOL) String toolcode,
            @RestPath @Parameter(example = "print-ops") String name,
            @RestPath int org,
            @Parameter(hidden = true) @RestHeader(REQUEST_ID) String requestId) {
        requireOurs(toolcode);
        return secrets.delete(who(requestId), org, name).replaceWith(() -> saved("Secret deleted successfully"));
    }

    /** @param after the {@code Next} of the page before */
    @GET
    @Path(TOOL + "/{org}")
    @RolesAllowed({Role.SECRETS_READ, Role.SECRETS_WRITE})
    @Operation(
            operationId = "Secret_List",
            summary = "The names of the secrets and their newest versions, never values",
            extensions = @Extension(name = DocumentedAnswers.EXAMPLE, value = NAMES, parseValue = true))
    @APIResponse(responseCode = "200", description = "The names; with Next, if there are more")
    public Uni<Found<List<StoredSecret>>> list(
            @RestPath int org,
            @RestQuery @DefaultValue("") @Parameter(description = "The Next of the page before") String after) {
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
