package io.fettle.ticket.status;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.fettle.platform.caller.Role;
import io.fettle.platform.error.Found;
import io.fettle.ticket.Module;

/** Status and history of tickets (contract section 5). */
@Path("v2")
@RolesAllowed(Role.TICKETS_READ)
public class StatusResource {

    private final StoredStatuses statuses;

    StatusResource(StoredStatuses statuses) {
        this.statuses = statuses;
    }

    @GET
    @Path("incident/TicketStatus/{ticketnumbers}/{org}")
    @Tag(name = "Incident")
    @Operation(operationId = "Incident_IncidentTicketStatus", summary = "Status of incidents, in the order asked")
    public Uni<Found<List<StatusItem>>> incidents(
            @RestPath @Parameter(example = "INC0010001,INC0010002") String ticketnumbers,
            @RestPath int org,
            @Context HttpServerRequest request) {
        return of(org, Module.INCIDENT, request);
    }

    @GET
    @Path("event/TicketStatus/{ticketnumbers}/{org}")
    @Tag(name = "Event")
    @Operation(operationId = "Event_EventTicketStatus", summary = "Status of events, in the order asked")
    public Uni<Found<List<StatusItem>>> events(
            @RestPath @Parameter(example = "EVT0010001,EVT0010002") String ticketnumbers,
            @RestPath int org,
            @Context HttpServerRequest request) {
        return of(org, Module.EVENT, request);
    }

    @GET
    @Path("incident/TicketHistory/{ticketnumber}/{org}")
    @Tag(name = "Incident")
    @Operation(operationId = "Incident_IncidentTicketHistory", summary = "Every transition of an incident")
    public Uni<Found<List<HistoryItem>>> incidentHistory(
            @RestPath @Parameter(example = "INC0010001") String ticketnumber,
            @RestPath int org,
            @Context HttpServerRequest request) {
        return history(org, Module.INCIDENT, request);
    }

    @GET
    @Path("event/TicketHistory/{ticketnumber}/{org}")
    @Tag(name = "Event")
    @Operation(operationId = "Event_EventTicketHistory", summary = "Every transition of an event")
    public Uni<Found<List<HistoryItem>>> eventHistory(
            @RestPath @Parameter(example = "EVT0010001") String ticketnumber,
            @RestPath int org,
            @Context HttpServerRequest request) {
        return history(org, Module.EVENT, request);
    }

    private Uni<Found<List<StatusItem>>> of(int org, Module module, HttpServerRequest request) {
        return statuses.of(org, module, TicketNumbers.inPath(request.path())).map(Found::all);
    }

    private Uni<Found<List<HistoryItem>>> history(int org, Module module, HttpServerRequest request) {
        return statuses.history(org, module, TicketNumbers.oneInPath(request.path()))
                .map(Found::all);
    }
}
