package io.fettle.ticket.subtask;

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

/** Sub-tasks (contract sections 3 to 5 and 14). */
@Path("v2/sub-task")
@Tag(name = "SubTask", description = "Sub-tasks")
public class SubTaskResource {

    private static final String OWN = """
              "TicketNumber": "SUB0010001",
              "Priority": "3",
              "Summary": "Clear the queue",
              "Description": "Clear the queue of printer p7 on server printhost01",
            """;
    private static final String PUSHED = "[{" + OWN + Examples.REST;
    private static final String FOUND = Examples.FOUND + OWN + "\"ClosedDate\": null," + Examples.FOUND_REST;
    private static final String STATUS = Examples.FOUND + "\"TicketNumber\": \"SUB0010001\"," + Examples.STATUS;

    private final ServiceDesk desk;

    SubTaskResource(ServiceDesk desk) {
        this.desk = desk;
    }

    @POST
    @Path("orgentityid/{org}")
    @RolesAllowed(Role.TICKETS_WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "SubTask_SaveSubTaskData", summary = "Push sub-tasks")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(ref = "SubTaskPush"),
                            example = PUSHED))
    @APIResponse(responseCode = "200", description = "Sub-Task saved successfully")
    @APIResponse(responseCode = "400", ref = "V2RefusedPush")
    @Parameter(
            name = "partial",
            in = ParameterIn.QUERY,
            description = Examples.PARTIAL,
            schema = @Schema(type = SchemaType.BOOLEAN))
    public Uni<Saved> save(@RestPath int org, @Context HttpServerRequest request, byte[] body) {
        return desk.save(Form.SUB_TASKS, org, request, body);
    }

    @GET
    @Path("orgentityid/{org}")
    @RolesAllowed(Role.TICKETS_READ)
    @Operation(
            operationId = "SubTask_GetSubTaskTicketData",
            summary = "Read sub-tasks",
            extensions = @Extension(name = DocumentedAnswers.EXAMPLE, value = FOUND, parseValue = true))
    @Parameter(
            name = "queryParams",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING),
            example = Examples.FILTER)
    @APIResponse(responseCode = "200", description = "The tickets; with Next, if there are more than the limit")
    public Uni<Found<List<TicketItem>>> find(@RestPath int org, @Context HttpServerRequest request) {
        return desk.find(Form.SUB_TASKS, org, request);
    }

    @GET
    @Path("TicketStatus/{ticketnumbers}/{org}")
    @RolesAllowed(Role.TICKETS_READ)
    @Operation(
            operationId = "SubTask_SubTaskTicketStatus",
            summary = "Status of sub-tasks, in the order asked",
            extensions = @Extension(name = DocumentedAnswers.EXAMPLE, value = STATUS, parseValue = true))
    @APIResponse(responseCode = "200", description = "Where the tickets are; unknown numbers are left out")
    public Uni<Found<List<StatusItem>>> statuses(
            @RestPath @Parameter(example = "SUB0010001,SUB0010002") String ticketnumbers,
            @RestPath int org,
            @Context HttpServerRequest request) {
        return desk.statuses(Module.SUB_TASK, org, request);
    }

    @GET
    @Path("TicketHistory/{ticketnumber}/{org}")
    @RolesAllowed(Role.TICKETS_READ)
    @Operation(
            operationId = "SubTask_SubTaskTicketHistory",
            summary = "Every transition of a sub-task",
            extensions = @Extension(name = DocumentedAnswers.EXAMPLE, value = Examples.HISTORY, parseValue = true))
    @APIResponse(responseCode = "200", description = "Every transition, in the order of time")
    public Uni<Found<List<HistoryItem>>> history(
            @RestPath @Parameter(example = "SUB0010001") String ticketnumber,
            @RestPath int org,
            @Context HttpServerRequest request) {
        return desk.history(Module.SUB_TASK, org, request);
    }
}
