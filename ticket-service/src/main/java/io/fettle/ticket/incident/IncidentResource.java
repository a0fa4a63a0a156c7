package io.fettle.ticket.incident;

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

/** Incidents with the events beside them, V2 (contract sections 3 to 5). */
@Path("v2/incident")
@Tag(name = "Incident")
public class IncidentResource {

    static final String EXAMPLE = """
            [{
              "TicketNumber": "INC0010001",
              "ModuleId": "1",
              "Summary": "Print spooler stopped",
              "Description": "The spooler on server printhost01 does not answer",
            """ + Examples.REST;

    private final ServiceDesk desk;

    IncidentResource(ServiceDesk desk) {
        this.desk = desk;
    }

    @POST
    @Path("orgentityid/{org}")
    @RolesAllowed(Role.TICKETS_WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "Incident_SaveIncidentData", summary = "Push incidents and events")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, example = EXAMPLE))
    @Parameter(name = "partial", in = ParameterIn.QUERY, description = Examples.PARTIAL)
    public Uni<Saved> save(@RestPath int org, @Context HttpServerRequest request, byte[] body) {
        return desk.save(Form.INCIDENTS, org, request, body);
    }

    @GET
    @Path("orgentityid/{org}")
    @RolesAllowed(Role.TICKETS_READ)
    @Operation(operationId = "Incident_GetIncidentTicketData", summary = "Read incidents and events")
    @Parameter(name = "queryParams", in = ParameterIn.QUERY, example = Examples.FILTER)
    public Uni<Found<List<TicketItem>>> find(@RestPath int org, @Context HttpServerRequest request) {
        return desk.find(Form.INCIDENTS, org, request);
    }

    @GET
    @Path("TicketStatus/{ticketnumbers}/{org}")
    @RolesAllowed(Role.TICKETS_READ)
    @Operation(operationId = "Incident_IncidentTicketStatus", summary = "Status of incidents, in the order asked")
    public Uni<Found<List<StatusItem>>> statuses(
            @RestPath @Parameter(example = "INC0010001,INC0010002") String ticketnumbers,
            @RestPath int org,
            @Context HttpServerRequest request) {
        return desk.statuses(Module.INCIDENT, org, request);
    }

    @GET
    @Path("TicketHistory/{ticketnumber}/{org}")
    @RolesAllowed(Role.TICKETS_READ)
    @Operation(operationId = "Incident_IncidentTicketHistory", summary = "Every transition of an incident")
    public Uni<Found<List<HistoryItem>>> history(
            @RestPath @Parameter(example = "INC0010001") String ticketnumber,
            @RestPath int org,
            @Context HttpServerRequest request) {
        return desk.history(Module.INCIDENT, org, request);
    }
}
