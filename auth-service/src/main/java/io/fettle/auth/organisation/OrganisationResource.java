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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.fettle.auth.form.Faults;
import io.fettle.platform.Ids;
import io.fettle.platform.caller.Role;
import io.fettle.platform.error.Found;
import io.fettle.platform.error.Saved;

/**
 * Administration of organisations (contract section 13). The path parameter is not {@code org}, which only members may
 * name: an administrator need not be one.
 */
@Path("v2/organizations")
@RolesAllowed(Role.ADMIN)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Organization")
public class OrganisationResource {

    private static final int PAGE = 1000;

    private final Organisations organisations;
    private final Ids ids;

    OrganisationResource(Organisations organisations, Ids ids) {
        this.organisations = organisations;
        this.ids = ids;
    }

    @POST
    @Operation(operationId = "Organization_Create", summary = "Creates an organisation")
    public Uni<Saved> create(Organisation organisation) {
        return organisations
                .create(Faults.required(organisation))
                .replaceWith(() -> saved("Organization saved successfully"));
    }

    @PUT
    @Path("{orgId}")
    @Operation(operationId = "Organization_Change", summary = "Changes the fields that are given")
    public Uni<Saved> change(@RestPath int orgId, Organisation change) {
        return organisations
                .change(orgId, Faults.required(change))
                .replaceWith(() -> saved("Organization updated successfully"));
    }

    @GET
    @Path("{orgId}")
    @Operation(operationId = "Organization_Get", summary = "One organisation")
    public Uni<Found<Organisation>> get(@RestPath int orgId) {
        return organisations.require(orgId).map(Found::one);
    }

    /** @param after the {@code Next} of the page before */
    @GET
    @Operation(operationId = "Organization_List", summary = "The organisations, in the order of their numbers")
    public Uni<Found<List<Organisation>>> list(@RestQuery @DefaultValue("0") int after) {
        return organisations.after(after, PAGE).map(page -> Found.page(page, next(page)));
    }

    private static String next(List<Organisation> page) {
        return page.size() < PAGE ? null : String.valueOf(page.get(PAGE - 1).id());
    }

    private Saved saved(String message) {
        return Saved.of(String.valueOf(ids.next()), message);
    }
}
