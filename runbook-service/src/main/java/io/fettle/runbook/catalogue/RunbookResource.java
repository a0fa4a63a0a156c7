package io.fettle.runbook.catalogue;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.fettle.platform.caller.Caller;
import io.fettle.platform.caller.Role;
import io.fettle.platform.error.Found;
import io.fettle.platform.error.Saved;

/** The catalogue of runbooks (contract section 6, catalogue and matching). */
@Path("v2/runbook/orgentityid/{org}")
@Tag(name = "Runbook")
public class RunbookResource {

    private final Runbooks runbooks;
    private final Caller caller;

    RunbookResource(Runbooks runbooks, Caller caller) {
        this.runbooks = runbooks;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Role.RUNBOOKS_ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "Runbook_Create", summary = "Adds one runbook, or several of which all are added or none")
    public Uni<Saved> create(@RestPath int org, List<Runbook> posted) {
        return runbooks.create(org, posted, caller.name());
    }

    @GET
    @RolesAllowed({Role.RUNBOOKS_ADMIN, Role.RUNBOOKS_RUN})
    @Operation(operationId = "Runbook_List", summary = "The organisation's runbooks, by id")
    public Uni<Found<List<Runbook>>> list(@RestPath int org) {
        return runbooks.all(org).map(Found::all);
    }

    @GET
    @Path("{runbookId}")
    @RolesAllowed({Role.RUNBOOKS_ADMIN, Role.RUNBOOKS_RUN})
    @Operation(operationId = "Runbook_Get", summary = "One runbook")
    public Uni<Found<Runbook>> get(@RestPath int org, @RestPath String runbookId) {
        return runbooks.require(org, runbookId).map(Found::one);
    }

    @PUT
    @Path("{runbookId}")
    @RolesAllowed(Role.RUNBOOKS_ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "Runbook_Replace", summary = "Puts another definition in the place of a runbook's")
    public Uni<Saved> replace(@RestPath int org, @RestPath String runbookId, Runbook runbook) {
        return runbooks.replace(org, runbookId, runbook, caller.name());
    }

    @DELETE
    @Path("{runbookId}")
    @RolesAllowed(Role.RUNBOOKS_ADMIN)
    @Operation(operationId = "Runbook_Delete", summary = "Removes a runbook; what it did stays recorded")
    public Uni<Saved> delete(@RestPath int org, @RestPath String runbookId) {
        return runbooks.delete(org, runbookId);
    }
}
