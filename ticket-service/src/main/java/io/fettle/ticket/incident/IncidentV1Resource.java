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
import io.fettle.platform.error.V1Answer;
import io.fettle.platform.openapi.DocumentedAnswers;
import io.fettle.ticket.desk.Examples;
import io.fettle.ticket.desk.Form;
import io.fettle.ticket.desk.ServiceDesk;
import io.fettle.ticket.read.Page;

/** Incidents and events, V1 (contract sections 3 and 4). */
@Path("iAutomateAPI/Request")
@Tag(name = "Request", description = "The same in the first version of the API, and what became of a push")
public class IncidentV1Resource {

    private static final String FOUND =
            Examples.FOUND_V1 + IncidentResource.OWN + "\"ClosedDate\": null," + Examples.FOUND_V1_REST;

    private final ServiceDesk desk;

    IncidentV1Resource(ServiceDesk desk) {
        this.desk = desk;
    }

    @POST
    @Path("SaveIncidentData/{org}")
    @RolesAllowed(Role.TICKETS_WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "Request_SaveIncidentData",
            summary = "Push incidents and events",
            extensions = @Extension(name = DocumentedAnswers.EXAMPLE, value = Examples.SAVED_V1, parseValue = true))
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(ref = "IncidentPush"),
                            example = IncidentResource.PUSHED))
    @APIResponse(responseCode = "200", description = "Success")
    @APIResponse(responseCode = "400", ref = "V1RefusedPush")
    @Parameter(
            name = "partial",
            in = ParameterIn.QUERY,
            description = Examples.PARTIAL,
            schema = @Schema(type = SchemaType.BOOLEAN))
    public Uni<V1Answer> save(@RestPath int org, @Context HttpServerRequest request, byte[] body) {
        return desk.saveV1(Form.INCIDENTS, org, request, body);
    }

    @GET
    @Path("GetIncidentTicketData/{org}")
    @RolesAllowed(Role.TICKETS_READ)
    @Operation(
            operationId = "Request_GetIncidentTicketData",
            summary = "Read incidents and events; the query is the filter: ?ModuleId=1&start_date>=2020-01-29 07:12:23",
            extensions = @Extension(name = DocumentedAnswers.EXAMPLE, value = FOUND, parseValue = true))
    @APIResponse(responseCode = "200", description = "The tickets; with Next, if there are more than the limit")
    public Uni<Page.V1> find(@RestPath int org, @Context HttpServerRequest request) {
        return desk.findV1(Form.INCIDENTS, org, request);
    }
}
