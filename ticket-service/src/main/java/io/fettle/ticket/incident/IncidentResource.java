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

import io.fettle.platform.caller.Caller;
import io.fettle.platform.caller.Role;
import io.fettle.platform.error.Found;
import io.fettle.platform.error.Saved;
import io.fettle.ticket.Module;
import io.fettle.ticket.push.Ingestion;
import io.fettle.ticket.push.Partial;
import io.fettle.ticket.read.StoredTickets;
import io.fettle.ticket.read.TicketItem;

/** Incidents and events, V2 (contract sections 3 and 4). */
@Path("v2/incident/orgentityid/{org}")
@Tag(name = "Incident")
public class IncidentResource {

    private static final int COLS = 20;

    private final Ingestion ingestion;
    private final StoredTickets tickets;
    private final Caller caller;

    IncidentResource(Ingestion ingestion, StoredTickets tickets, Caller caller) {
        this.ingestion = ingestion;
        this.tickets = tickets;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Role.TICKETS_WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "Incident_SaveIncidentData", summary = "Push incidents and events")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, example = Examples.INCIDENTS))
    @Parameter(name = "partial", in = ParameterIn.QUERY, description = "true stores the good items without the others")
    public Uni<Saved> save(@RestPath int org, @Context HttpServerRequest request, byte[] body) {
        return ingestion
                .save(org, Module.ofIncidentPaths(), body, Partial.isAsked(request.query()), caller.name())
                .map(receipt -> receipt.saved("Incident data saved successfully"));
    }

    @GET
    @RolesAllowed(Role.TICKETS_READ)
    @Operation(operationId = "Incident_GetIncidentTicketData", summary = "Read incidents and events")
    @Parameter(name = "queryParams", in = ParameterIn.QUERY, example = Examples.FILTER)
    public Uni<Found<List<TicketItem>>> find(@RestPath int org, @Context HttpServerRequest request) {
        return tickets.find(org, Module.ofIncidentPaths(), request.query(), COLS)
                .map(page -> page.found());
    }
}
