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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.fettle.platform.caller.Role;
import io.fettle.platform.error.Found;
import io.fettle.platform.error.Saved;
import io.fettle.ticket.Module;
import io.fettle.ticket.desk.Examples;
import io.fettle.ticket.desk.Form;
import io.fettle.ticket.desk.ServiceDesk;
import io.fettle.ticket.read.TicketItem;
import io.fettle.ticket.status.HistoryItem;
import io.fettle.ticket.status.StatusItem;

/** Sub-tasks (contract sections 3 to 5 and 14). */
@Path("v2/sub-task")
@Tag(name = "SubTask")
public class SubTaskResource {

    private static final String EXAMPLE = """
            [{
              "TicketNumber": "SUB0010001",
              "Priority": "3",
              "Summary": "Clear the queue",
              "Description": "Clear the queue of printer p7 on server printhost01",
            """ + Examples.REST;

    private final ServiceDesk desk;

    SubTaskResource(ServiceDesk desk) {
        this.desk = desk;
    }

    @POST
    @Path("orgentityid/{org}")
    @RolesAllowed(Role.TICKETS_WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "SubTask_SaveSubTaskData", summary = "Push sub-tasks")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, example = EXAMPLE))
    @Parameter(name = "partial", in = ParameterIn.QUERY, description = Examples.PARTIAL)
    public Uni<Saved> save(@RestPath int org, @Context HttpServerRequest request, byte[] body) {
        return desk.save(Form.SUB_TASKS, org, request, body);
    }

    @GET
    @Path("orgentityid/{org}")
    @RolesAllowed(Role.TICKETS_READ)
    @Operation(operationId = "SubTask_GetSubTaskTicketData", summary = "Read sub-tasks")
    @Parameter(name = "queryParams", in = ParameterIn.QUERY, example = Examples.FILTER)
    public Uni<Found<List<TicketItem>>> find(@RestPath int org, @Context HttpServerRequest request) {
        return desk.find(Form.SUB_TASKS, org, request);
    }

    @GET
    @Path("TicketStatus/{ticketnumbers}/{org}")
    @RolesAllowed(Role.TICKETS_READ)
    @Operation(operationId = "SubTask_SubTaskTicketStatus", summary = "Status of sub-tasks, in the order asked")
    public Uni<Found<List<StatusItem>>> statuses(
            @RestPath @Parameter(example = "SUB0010001,SUB0010002") String ticketnumbers,
            @RestPath int org,
            @Context HttpServerRequest request) {
        return desk.statuses(Module.SUB_TASK, org, request);
    }

    @GET
    @Path("TicketHistory/{ticketnumber}/{org}")
    @RolesAllowed(Role.TICKETS_READ)
    @Operation(operationId = "SubTask_SubTaskTicketHistory", summary = "Every transition of a sub-task")
    public Uni<Found<List<HistoryItem>>> history(
            @RestPath @Parameter(example = "SUB0010001") String ticketnumber,
            @RestPath int org,
            @Context HttpServerRequest request) {
        return desk.history(Module.SUB_TASK, org, request);
    }
}
