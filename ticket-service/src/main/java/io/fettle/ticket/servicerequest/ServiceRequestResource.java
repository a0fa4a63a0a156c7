package io.fettle.ticket.servicerequest;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.fettle.platform.caller.Role;
import io.fettle.platform.error.Found;
import io.fettle.platform.error.Saved;
import io.fettle.platform.openapi.DocumentedAnswers;
import io.fettle.ticket.Module;
import io.fettle.ticket.desk.Examples;
import io.fettle.ticket.desk.Form;
import io.fettle.ticket.desk.ServiceDesk;
import io.fettle.ticket.read.TicketItem;
import io.fettle.ticket.status.HistoryItem;
import io.fettle.ticket.status.StatusItem;

/** Tasks of service requests, V2 (contract sections 3 to 5). */
@Path("v2/serviceRequests")
@Tag(name = "ServiceRequests", description = "Tasks of service requests")
public class ServiceRequestResource {

    static final String OWN = """
              "TicketNumber": "SCTASK0010001",
              "SRId": "REQ0010001",
              "RequestItemId": "RITM0010001",
              "Summary": "Create a mailbox",
              "Description": "Create the mailbox desk@example.org",
            """;
    static final String PUSHED = "[{" + OWN + Examples.REST;
    private static final String FOUND = Examples.FOUND + OWN + Examples.FOUND_REST;
    private static final String STATUS = Examples.FOUND + "\"TicketNumber\": \"SCTASK0010001\"," + Examples.STATUS;

    private final ServiceDesk desk;

    ServiceRequestResource(ServiceDesk desk) {
        this.desk = desk;
    }

    @POST
    @Path("orgentityid/{org}")
    @RolesAllowed(Role.TICKETS_WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "ServiceRequests_SaveServiceRequestTaskData", summary = "Push service request tasks")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(ref = "ServiceRequestTaskPush"),
                            example = PUSHED))
    @APIResponse(responseCode = "200", description = "Service Request saved successfully")
    @APIResponse(responseCode = "400", ref = "V2RefusedPush")
    @Parameter(
            name = "partial",
            in = ParameterIn.QUERY,
            description = Examples.PARTIAL,
            schema = @Schema(type = SchemaType.BOOLEAN))
    public Uni<Saved> save(@RestPath int org, @Context HttpServerRequest request, byte[] body) {
        return desk.save(Form.SERVICE_REQUESTS, org, request, body);
    }

    @GET
    @Path("orgentityid/{org}")
    @RolesAllowed(Role.TICKETS_READ)
    @Operation(
            operationId = "ServiceRequests_GetSRTicketData",
            summary = "Read service request tasks",
            extensions = @Extension(name = DocumentedAnswers.EXAMPLE, value = FOUND, parseValue = true))
    @Parameter(
            name = "queryParams",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING),
            example = Examples.FILTER)
    @APIResponse(responseCode = "200", description = "The tickets; with Next, if there are more than the limit")
    public Uni<Found<List<TicketItem>>> find(@RestPath int org, @Context HttpServerRequest request) {
        return desk.find(Form.SERVICE_REQUESTS, org, request);
    }

    @GET
    @Path("TicketStatus/{ticketnumbers}/{org}")
    @RolesAllowed(Role.TICKETS_READ)
    @Operation(
            operationId = "ServiceRequests_ServiceRequestTicketStatus",
            summary = "Status of service request tasks, in the order asked",
            extensions = @Extension(name = DocumentedAnswers.EXAMPLE, value = STATUS, parseValue = true))
    @APIResponse(responseCode = "200", description = "Where the tickets are; unknown numbers are left out")
    public Uni<Found<List<StatusItem>>> statuses(
            @RestPath @Parameter(example = "SCTASK0010001,SCTASK0010002") String ticketnumbers,
            @RestPath int org,
            @Context HttpServerRequest request) {
        return desk.statuses(Module.SERVICE_REQUEST_TASK, org, request);
    }

    @GET
    @Path("TicketHistory/{ticketnumber}/{org}")
    @RolesAllowed(Role.TICKETS_READ)
    @Operation(
            operationId = "ServiceRequests_ServiceRequestTicketHistory",
            summary = "Every transition of a service request task",
            extensions = @Extension(name = DocumentedAnswers.EXAMPLE, value = Examples.HISTORY, parseValue = true))
    @APIResponse(responseCode = "200", description = "Every transition, in the order of time")
    public Uni<Found<List<HistoryItem>>> history(
            @RestPath @Parameter(example = "SCTASK0010001") String ticketnumber,
            @RestPath int org,
            @Context HttpServerRequest request) {
        return desk.history(Module.SERVICE_REQUEST_TASK, org, request);
    }
}
