package io.fettle.ticket.statistics;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.fettle.platform.caller.Role;
import io.fettle.platform.error.Found;
import io.fettle.platform.openapi.DocumentedAnswers;
import io.fettle.ticket.status.TicketStatus;

/** How many incidents and events were resolved (contract section 14). */
@Path("v2/incident/resolved/{org}")
public class ResolvedResource {

    private static final String EXAMPLE = """
            {"Count": 1, "Result": {"TicketResolved": "42"}, "Status": "Success", "Message": "Success"}""";

    private final Outcomes outcomes;

    ResolvedResource(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    @GET
    @RolesAllowed(Role.TICKETS_READ)
    @Tag(name = "Incident")
    @Operation(
            operationId = "Incident_Resolved",
            summary = "How many incidents and events were executed successfully",
            extensions = @Extension(name = DocumentedAnswers.EXAMPLE, value = EXAMPLE, parseValue = true))
    @Parameter(
            name = "startdate",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING),
            description = "First day in GMT",
            example = "11-01-2026")
    @Parameter(
            name = "enddate",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING),
            description = "Last day in GMT",
            example = "11-30-2026")
    @APIResponse(responseCode = "200", description = "The number, as a text")
    public Uni<Found<Resolved>> count(@RestPath int org, @Context HttpServerRequest request) {
        return outcomes.count(org, TicketStatus.EXECUTION_SUCCESSFUL, Period.of(request))
                .map(Resolved::of)
                .map(Found::one);
    }
}
