package io.fettle.runbook.statistics;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.fettle.platform.caller.Role;
import io.fettle.platform.error.Found;

/** Where executions for incidents and events fail (contract section 14). */
@Path("")
@RolesAllowed(Role.TICKETS_READ)
@Tag(name = "Incident")
public class FailureResource {

    private final Failures failures;

    FailureResource(Failures failures) {
        this.failures = failures;
    }

    @GET
    @Path("v2/incident/failedRunbooks/{org}/count/{n}")
    @Operation(operationId = "Incident_FailedRunbooks", summary = "The names of the runbooks that failed most")
    public Uni<Found<List<String>>> runbooks(@RestPath int org, @RestPath @Parameter(example = "10") String n) {
        return failures.runbooks(org, n).map(Found::all);
    }

    @GET
    @Path("v2/incident/failedCIs/{org}/count/{n}")
    @Operation(operationId = "Incident_FailedCIs", summary = "The names of the hosts on which most executions failed")
    public Uni<Found<List<String>>> hosts(@RestPath int org, @RestPath @Parameter(example = "10") String n) {
        return failures.hosts(org, n).map(Found::all);
    }
}
