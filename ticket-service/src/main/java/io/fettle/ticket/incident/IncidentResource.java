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

/** Incidents with the events beside them, V2 (contract sections 3 to 5). */
@Path("v2/incident")
@Tag(name = "Incident", description = "Incidents, and the events that are pushed and read beside them")
public class IncidentResource {

    static final String OWN = """
              "TicketNumber": "INC0010001",
              "Summary": "Print spooler stopped",
              "Description": "The spooler on server printhost01 does not answer",
            """;
    static final String PUSHED = "[{\"ModuleId\": \"1\"," + OWN + Examples.REST;
    private static final String FOUND = Examples.FOUND + OWN + "\"ClosedDate\": null," + Examples.FOUND_REST;
    private static final String STATUS = Examples.FOUND + "\"TicketNumber\": \"INC0010001\"," + Examples.STATUS;

    private final ServiceDesk desk;

    IncidentResource(ServiceDesk desk) {
        this.desk = desk;
    }

    @POST
    @Path("orgentityid/{org}")
    @RolesAllowed(Role.TICKETS_WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "Incident_SaveIncidentData", summary = "Push incidents and events")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(ref = "IncidentPush"),
                            example = PUSHED))
    @APIResponse(responseCode = "200", description = "Incident data saved successfully")
    @APIResponse(responseCode = "400", ref = "V2RefusedPush")
    @Parameter(
            name = "partial",
            in = ParameterIn.QUERY,
            description = Examples.PARTIAL,
            schema = @Schema(type = SchemaType.BOOLEAN))
    public Uni<Saved> save(@RestPath int org, @Context HttpServerRequest request, byte[] body) {
        return desk.save(Form.INCIDENTS, org, request, body);
    }

    @GET
    @Path("orgentityid/{org}")
    @RolesAllowed(Role.TICKETS_READ)
    @Operation(
            operationId = "Incident_GetIncidentTicketData",
            summary = "Read incidents and events",
            extensions = @Extension(name = DocumentedAnswers.EXAMPLE, value = FOUND, parseValue = true))
    @Parameter(
            name = "queryParams",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING),
            example = Examples.FILTER)
    @APIResponse(responseCode = "200", description = "The tickets; with Next, if there are more than the limit")
    public Uni<Found<List<TicketItem>>> find(@RestPath int org, @Context HttpServerRequest request) {
        return desk.find(Form.INCIDENTS, org, request);
    }

    @GET
    @Path("TicketStatus/{ticketnumbers}/{org}")
    @RolesAllowed(Role.TICKETS_READ)
    @Operation(
            operationId = "Incident_IncidentTicketStatus",
            summary = "Status of incidents, in the order asked",
            extensions = @Extension(name = DocumentedAnswers.EXAMPLE, value = STATUS, parseValue = true))
    @APIResponse(responseCode = "200", description = "Where the tickets are; unknown numbers are left out")
    public Uni<Found<List<StatusItem>>> statuses(
            @RestPath @Parameter(example = "INC0010001,INC0010002") String ticketnumbers,
            @RestPath int org,
            @Context HttpServerRequest request) {
        return desk.statuses(Module.INCIDENT, org, request);
    }

    @GET
    @Path("TicketHistory/{ticketnumber}/{org}")
    @RolesAllowed(Role.TICKETS_READ)
    @Operation(
            operationId = "Incident_IncidentTicketHistory",
            summary = "Every transition of an incident",
            extensions = @Extension(name = DocumentedAnswers.EXAMPLE, value = Examples.HISTORY, parseValue = true))
    @APIResponse(responseCode = "200", description = "Every transition, in the order of time")
    public Uni<Found<List<HistoryItem>>> history(
            @RestPath @Parameter(example = "INC0010001") String ticketnumber,
            @RestPath int org,
            @Context HttpServerRequest request) {
        return desk.history(Module.INCIDENT, org, request);
    }
}
