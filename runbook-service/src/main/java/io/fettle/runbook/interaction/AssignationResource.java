package io.fettle.runbook.interaction;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.fettle.platform.caller.Caller;
import io.fettle.platform.caller.Role;
import io.fettle.platform.error.Saved;

/** Decisions of people on tickets that are pending for approval (contract section 6). */
@Path("v2")
@RolesAllowed(Role.RUNBOOKS_RUN)
@Consumes(MediaType.APPLICATION_JSON)
public class AssignationResource {

    private static final int INCIDENT = 1;
    private static final int EVENT = 9;

    private final Assignations assignations;
    private final Caller caller;

    AssignationResource(Assignations assignations, Caller caller) {
        this.assignations = assignations;
        this.caller = caller;
    }

    @POST
    @Path("incident/Assignation/{ticketNumber}/{org}")
    @Tag(name = "Incident")
    @Operation(operationId = "Incident_Assignation", summary = "Approves or releases an incident that is pending")
    public Uni<Saved> incident(@RestPath int org, @RestPath String ticketNumber, Assignation assignation) {
        return assignations.decide(org, INCIDENT, ticketNumber, assignation, caller.name());
    }

    @POST
    @Path("event/Assignation/{ticketNumber}/{org}")
    @Tag(name = "Event")
    @Operation(operationId = "Event_Assignation", summary = "Approves or releases an event that is pending")
    public Uni<Saved> event(@RestPath int org, @RestPath String ticketNumber, Assignation assignation) {
        return assignations.decide(org, EVENT, ticketNumber, assignation, caller.name());
    }
}
