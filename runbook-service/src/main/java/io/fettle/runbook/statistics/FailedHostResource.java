package io.fettle.runbook.statistics;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.fettle.platform.caller.Role;
import io.fettle.platform.error.Found;
import io.fettle.platform.openapi.DocumentedAnswers;

/** The hosts on which most executions for incidents and events failed (contract section 14). */
@Path("v2/incident/failedCIs/{org}/count/{n}")
public class FailedHostResource {

    private static final String EXAMPLE = """
            {"Count": 1, "Result": ["printhost01"], "Status": "Success", "Message": "Success"}""";

    private final Failures failures;

    FailedHostResource(Failures failures) {
        this.failures = failures;
    }

    @GET
    @RolesAllowed(Role.TICKETS_READ)
    @Tag(name = "Incident")
    @Operation(
            operationId = "Incident_FailedCIs",
            summary = "The names of the hosts on which most executions failed",
            extensions = @Extension(name = DocumentedAnswers.EXAMPLE, value = EXAMPLE, parseValue = true))
    @APIResponse(responseCode = "200", description = "The names, the one that failed most first")
    public Uni<Found<List<String>>> names(@RestPath int org, @RestPath @Parameter(example = "10") String n) {
        return failures.hosts(org, n).map(Found::all);
    }
}
