package io.fettle.ticket.event;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.fettle.platform.caller.Role;
import io.fettle.platform.error.Found;
import io.fettle.platform.openapi.DocumentedAnswers;
import io.fettle.ticket.Module;
import io.fettle.ticket.desk.Examples;
import io.fettle.ticket.desk.ServiceDesk;
import io.fettle.ticket.status.HistoryItem;
import io.fettle.ticket.status.StatusItem;

/** Events; they are pushed and read beside incidents (contract section 5). */
@Path("v2/event")
@Tag(name = "Event", description = "Where events are; they are pushed and read as incidents")
public class EventResource {

    private static final String STATUS = Examples.FOUND + "\"TicketNumber\": \"EVT0010001\"," + Examples.STATUS;

    private final ServiceDesk desk;

    EventResource(ServiceDesk desk) {
        this.desk = desk;
    }

    @GET
    @Path("TicketStatus/{ticketnumbers}/{org}")
    @RolesAllowed(Role.TICKETS_READ)
    @Operation(
            operationId = "Event_EventTicketStatus",
            summary = "Status of events, in the order asked",
            extensions = @Extension(name = DocumentedAnswers.EXAMPLE, value = STATUS, parseValue = true))
    @APIResponse(responseCode = "200", description = "Where the tickets are; unknown numbers are left out")
    public Uni<Found<List<StatusItem>>> statuses(
            @RestPath @Parameter(example = "EVT0010001,EVT0010002") String ticketnumbers,
            @RestPath int org,
            @Context HttpServerRequest request) {
        return desk.statuses(Module.EVENT, org, request);
    }

    @GET
    @Path("TicketHistory/{ticketnumber}/{org}")
    @RolesAllowed(Role.TICKETS_READ)
    @Operation(
            operationId = "Event_EventTicketHistory",
            summary = "Every transition of an event",
            extensions = @Extension(name = DocumentedAnswers.EXAMPLE, value = Examples.HISTORY, parseValue = true))
    @APIResponse(responseCode = "200", description = "Every transition, in the order of time")
    public Uni<Found<List<HistoryItem>>> history(
            @RestPath @Parameter(example = "EVT0010001") String ticketnumber,
            @RestPath int org,
            @Context HttpServerRequest request) {
        return desk.history(Module.EVENT, org, request);
    }
}
