package io.fettle.ticket.statistics;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.fettle.platform.caller.Role;
import io.fettle.platform.error.Found;
import io.fettle.ticket.status.TicketStatus;

/** How many incidents and events were resolved, and how many were not (contract section 14). */
@Path("v2/incident")
@RolesAllowed(Role.TICKETS_READ)
@Tag(name = "Incident")
public class OutcomeResource {

    private static final String START = "startdate";
    private static final String END = "enddate";

    private final Outcomes outcomes;

    OutcomeResource(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    @GET
    @Path("resolved/{org}")
    @Operation(operationId = "Incident_Resolved", summary = "How many incidents and events were executed successfully")
    @Parameter(name = START, in = ParameterIn.QUERY, description = "First day in GMT", example = "11-01-2026")
    @Parameter(name = END, in = ParameterIn.QUERY, description = "Last day in GMT", example = "11-30-2026")
    public Uni<Found<Resolved>> resolved(@RestPath int org, @Context HttpServerRequest request) {
        return count(org, TicketStatus.EXECUTION_SUCCESSFUL, request)
                .map(Resolved::new)
                .map(Found::one);
    }

    @GET
    @Path("unresolved/{org}")
    @Operation(operationId = "Incident_Unresolved", summary = "How many incidents and events failed in execution")
    @Parameter(name = START, in = ParameterIn.QUERY, description = "First day in GMT", example = "11-01-2026")
    @Parameter(name = END, in = ParameterIn.QUERY, description = "Last day in GMT", example = "11-30-2026")
    public Uni<Found<Unresolved>> unresolved(@RestPath int org, @Context HttpServerRequest request) {
        return count(org, TicketStatus.EXECUTION_FAILED, request)
                .map(Unresolved::new)
                .map(Found::one);
    }

    /** The names of the query's parameters ignore case (contract section 1). */
    private Uni<String> count(int org, TicketStatus outcome, HttpServerRequest request) {
        Period period = Period.of(request.getParam(START), request.getParam(END));
        return outcomes.count(org, outcome, period).map(String::valueOf);
    }
}
