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

/** The hosts on which most executions for incidents and events failed (contract section 14). */
@Path("v2/incident/failedCIs/{org}/count/{n}")
public class FailedHostResource {

    private final Failures failures;

    FailedHostResource(Failures failures) {
        this.failures = failures;
    }

    @GET
    @RolesAllowed(Role.TICKETS_READ)
    @Tag(name = "Incident")
    @Operation(operationId = "Incident_FailedCIs", summary = "The names of the hosts on which most executions failed")
    public Uni<Found<List<String>>> names(@RestPath int org, @RestPath @Parameter(example = "10") String n) {
        return failures.hosts(org, n).map(Found::all);
    }
}
