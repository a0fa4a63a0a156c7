package io.fettle.auth.organisation;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.fettle.auth.form.Faults;
import io.fettle.platform.Ids;
import io.fettle.platform.caller.Role;
import io.fettle.platform.error.Found;
import io.fettle.platform.error.Saved;
import io.fettle.platform.openapi.DocumentedAnswers;

/**
 * Administration of organisations (contract section 13). The path parameter is not {@code org}, which only members may
 * name: an administrator need not be one.
 */
@Path("v2/organizations")
@RolesAllowed(Role.ADMIN)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Organization", description = "Organisations")
public class OrganisationResource {

    private static final String EXAMPLE = """
            {"OrgId": 7, "Name": "Example Ltd", "TimeZone": "Asia/Kolkata", "ZoneOverrides": {"IST": "Europe/Dublin"}}""";
    private static final String CHANGE = "{\"TimeZone\": \"Europe/London\"}";
    private static final String ONE =
            "{\"Count\": 1, \"Result\": " + EXAMPLE + ", \"Status\": \"Success\", \"Message\": \"Success\"}";
    private static final String LIST =
            "{\"Count\": 1, \"Result\": [" + EXAMPLE + "], \"Status\": \"Success\", \"Message\": \"Success\"}";

    private static final int PAGE = 1000;

    private final Organisations organisations;
    private final Ids ids;

    OrganisationResource(Organisations organisations, Ids ids) {
        this.organisations = organisations;
        this.ids = ids;
    }

    @POST
    @Operation(operationId = "Organization_Create", summary = "Creates an organisation")
    @APIResponse(responseCode = "200", description = "Organization saved successfully")
    @APIResponse(responseCode = "422", description = "Organization 7 exists already")
    public Uni<Saved> create(@RequestBody(content = @Content(example = EXAMPLE)) Organisation organisation) {
        return organisations
                .create(Faults.required(organisation))
                .replaceWith(() -> saved("Organization saved successfully"));
    }

    @PUT
    @Path("{orgId}")
    @Operation(operationId = "Organization_Change", summary = "Changes the fields that are given")
    @APIResponse(responseCode = "200", description = "Organization updated successfully")
    @APIResponse(responseCode = "404", description = "There is no organization 7")
    public Uni<Saved> change(
            @RestPath @Parameter(description = "The organisation number", example = "7") int orgId,
            @RequestBody(content = @Content(example = CHANGE)) Organisation change) {
        return organisations
                .change(orgId, Faults.required(change))
                .replaceWith(() -> saved("Organization updated successfully"));
    }

    @GET
    @Path("{orgId}")
    @Operation(
            operationId = "Organization_Get",
            summary = "One organisation",
            extensions = @Extension(name = DocumentedAnswers.EXAMPLE, value = ONE, parseValue = true))
    @APIResponse(responseCode = "200", description = "The organisation")
    @APIResponse(responseCode = "404", description = "There is no organization 7")
    public Uni<Found<Organisation>> get(
            @RestPath @Parameter(description = "The organisation number", example = "7") int orgId) {
        return organisations.require(orgId).map(Found::one);
    }

    /** @param after the {@code Next} of the page before */
    @GET
    @Operation(
            operationId = "Organization_List",
            summary = "The organisations, in the order of their numbers",
            extensions = @Extension(name = DocumentedAnswers.EXAMPLE, value = LIST, parseValue = true))
    @APIResponse(responseCode = "200", description = "The organisations; with Next, if there are more")
    public Uni<Found<List<Organisation>>> list(
            @RestQuery @DefaultValue("0") @Parameter(description = "The Next of the page before") int after) {
        return organisations.after(after, PAGE).map(page -> Found.page(page, next(page)));
    }

    private static String next(List<Organisation> page) {
        return page.size() < PAGE ? null : String.valueOf(page.get(PAGE - 1).id());
    }

    private Saved saved(String message) {
        return Saved.of(String.valueOf(ids.next()), message);
    }
}
