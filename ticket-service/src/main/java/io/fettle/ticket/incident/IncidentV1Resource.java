package io.fettle.ticket.incident;

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

import io.fettle.platform.caller.Caller;
import io.fettle.platform.caller.Role;
import io.fettle.platform.error.V1Answer;
import io.fettle.ticket.Module;
import io.fettle.ticket.push.Ingestion;
import io.fettle.ticket.push.Partial;
import io.fettle.ticket.push.Receipt;
import io.fettle.ticket.read.Page;
import io.fettle.ticket.read.StoredTickets;

/** Incidents and events, V1 (contract sections 3 and 4). */
@Path("iAutomateAPI/Request")
@Tag(name = "Request")
public class IncidentV1Resource {

    private static final int COLS = 5;

    private final Ingestion ingestion;
    private final StoredTickets tickets;
    private final Caller caller;

    IncidentV1Resource(Ingestion ingestion, StoredTickets tickets, Caller caller) {
        this.ingestion = ingestion;
        this.tickets = tickets;
        this.caller = caller;
    }

    @POST
    @Path("SaveIncidentData/{org}")
    @RolesAllowed(Role.TICKETS_WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "Request_SaveIncidentData", summary = "Push incidents and events")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, example = Examples.INCIDENTS))
    @Parameter(name = "partial", in = ParameterIn.QUERY, description = "true stores the good items without the others")
    public Uni<V1Answer> save(@RestPath int org, @Context HttpServerRequest request, byte[] body) {
        return ingestion
                .save(org, Module.ofIncidentPaths(), body, Partial.isAsked(request.query()), caller.name())
                .map(Receipt::answer);
    }

    @GET
    @Path("GetIncidentTicketData/{org}")
    @RolesAllowed(Role.TICKETS_READ)
    @Operation(
            operationId = "Request_GetIncidentTicketData",
            summary = "Read incidents and events; the query is the filter: ?ModuleId=1&start_date>=2020-01-29 07:12:23")
    public Uni<Page.V1> find(@RestPath int org, @Context HttpServerRequest request) {
        return tickets.find(org, Module.ofIncidentPaths(), request.query(), COLS)
                .map(Page::answer);
    }
}
