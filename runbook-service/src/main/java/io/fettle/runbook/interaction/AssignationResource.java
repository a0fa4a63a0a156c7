package io.fettle.runbook.interaction;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.fettle.platform.caller.Caller;
import io.fettle.platform.caller.Role;
import io.fettle.platform.error.Saved;
import io.fettle.runbook.catalogue.Module;

/** Decisions of people on tickets that are pending for approval (contract section 6). */
@Path("")
@RolesAllowed(Role.RUNBOOKS_RUN)
@Consumes(MediaType.APPLICATION_JSON)
public class AssignationResource {

    private static final String EXAMPLE = "{\"Decision\":\"Approve\",\"Remarks\":\"Outside office hours\"}";

    private final Assignations assignations;
    private final Caller caller;

    AssignationResource(Assignations assignations, Caller caller) {
        this.assignations = assignations;
        this.caller = caller;
    }

    @POST
    @Path("v2/incident/Assignation/{ticketNumber}/{org}")
    @Tag(name = "Incident")
    @Operation(operationId = "Incident_Assignation", summary = "Approves or releases an incident that is pending")
    @APIResponse(responseCode = "200", description = "Marked for Execution")
    @APIResponse(responseCode = "404", description = "There is no ticket INC0010001")
    @APIResponse(responseCode = "422", description = "Ticket INC0010001 is not pending for approval")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, example = EXAMPLE))
    public Uni<Saved> incident(
            @RestPath int org,
            @RestPath @Parameter(example = "INC0010001") String ticketNumber,
            Assignation assignation) {
        return decide(org, Module.INCIDENT, ticketNumber, assignation);
    }

    @POST
    @Path("v2/changeRequests/Assignation/{ticketNumber}/{org}")
    @Tag(name = "ChangeRequests")
    @Operation(
            operationId = "ChangeRequests_Assignation",
            summary = "Approves or releases a change request task that is pending")
    @APIResponse(responseCode = "200", description = "Marked for Execution")
    @APIResponse(responseCode = "404", description = "There is no ticket CTASK0010001")
    @APIResponse(responseCode = "422", description = "Ticket CTASK0010001 is not pending for approval")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, example = EXAMPLE))
    public Uni<Saved> changeRequest(
            @RestPath int org,
            @RestPath @Parameter(example = "CTASK0010001") String ticketNumber,
            Assignation assignation) {
        return decide(org, Module.CHANGE_REQUEST_TASK, ticketNumber, assignation);
    }

    @POST
    @Path("v2/serviceRequests/Assignation/{ticketNumber}/{org}")
    @Tag(name = "ServiceRequests")
    @Operation(
            operationId = "ServiceRequests_Assignation",
            summary = "Approves or releases a service request task that is pending")
    @APIResponse(responseCode = "200", description = "Marked for Execution")
    @APIResponse(responseCode = "404", description = "There is no ticket SCTASK0010001")
    @APIResponse(responseCode = "422", description = "Ticket SCTASK0010001 is not pending for approval")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, example = EXAMPLE))
    public Uni<Saved> serviceRequest(
            @RestPath int org,
            @RestPath @Parameter(example = "SCTASK0010001") String ticketNumber,
            Assignation assignation) {
        return decide(org, Module.SERVICE_REQUEST_TASK, ticketNumber, assignation);
    }

    @POST
    @Path("v2/sub-task/Assignation/{ticketNumber}/{org}")
    @Tag(name = "SubTask")
    @Operation(operationId = "SubTask_Assignation", summary = "Approves or releases a sub-task that is pending")
    @APIResponse(responseCode = "200", description = "Marked for Execution")
    @APIResponse(responseCode = "404", description = "There is no ticket SUB0010001")
    @APIResponse(responseCode = "422", description = "Ticket SUB0010001 is not pending for approval")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, example = EXAMPLE))
    public Uni<Saved> subTask(
            @RestPath int org,
            @RestPath @Parameter(example = "SUB0010001") String ticketNumber,
            Assignation assignation) {
        return decide(org, Module.SUB_TASK, ticketNumber, assignation);
    }

    @POST
    @Path("v2/problem/Assignation/{ticketNumber}/{org}")
    @Tag(name = "Problem")
    @Operation(operationId = "Problem_Assignation", summary = "Approves or releases a problem that is pending")
    @APIResponse(responseCode = "200", description = "Marked for Execution")
    @APIResponse(responseCode = "404", description = "There is no ticket PRB0010001")
    @APIResponse(responseCode = "422", description = "Ticket PRB0010001 is not pending for approval")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, example = EXAMPLE))
    public Uni<Saved> problem(
            @RestPath int org,
            @RestPath @Parameter(example = "PRB0010001") String ticketNumber,
            Assignation assignation) {
        return decide(org, Module.PROBLEM, ticketNumber, assignation);
    }

    @POST
    @Path("v2/event/Assignation/{ticketNumber}/{org}")
    @Tag(name = "Event")
    @Operation(operationId = "Event_Assignation", summary = "Approves or releases an event that is pending")
    @APIResponse(responseCode = "200", description = "Marked for Execution")
    @APIResponse(responseCode = "404", description = "There is no ticket EVT0010001")
    @APIResponse(responseCode = "422", description = "Ticket EVT0010001 is not pending for approval")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, example = EXAMPLE))
    public Uni<Saved> event(
            @RestPath int org,
            @RestPath @Parameter(example = "EVT0010001") String ticketNumber,
            Assignation assignation) {
        return decide(org, Module.EVENT, ticketNumber, assignation);
    }

    @POST
    @Path("v1/vulnerability/Assignation/{ticketNumber}/{org}")
    @Tag(name = "Vulnerability")
    @Operation(
            operationId = "Vulnerability_Assignation",
            summary = "Approves or releases a vulnerability that is pending")
    @APIResponse(responseCode = "200", description = "Marked for Execution")
    @APIResponse(responseCode = "404", description = "There is no ticket VUL0010001")
    @APIResponse(responseCode = "422", description = "Ticket VUL0010001 is not pending for approval")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, example = EXAMPLE))
    public Uni<Saved> vulnerability(
            @RestPath int org,
            @RestPath @Parameter(example = "VUL0010001") String ticketNumber,
            Assignation assignation) {
        return decide(org, Module.VULNERABILITY, ticketNumber, assignation);
    }

    private Uni<Saved> decide(int org, Module module, String ticketNumber, Assignation assignation) {
        return assignations.decide(org, module.number(), ticketNumber, assignation, caller.name());
    }
}
