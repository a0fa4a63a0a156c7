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

/** The runbooks that failed most for incidents and events (contract section 14). */
@Path("v2/incident/failedRunbooks/{org}/count/{n}")
public class FailedRunbookResource {

    private static final String EXAMPLE = """
            {"Count": 1, "Result": ["restart-spooler"], "Status": "Success", "Message": "Success"}""";

    private final Failures failures;

    FailedRunbookResource(Failures failures) {
        this.failures = failures;
    }

    @GET
    @RolesAllowed(Role.TICKETS_READ)
    @Tag(name = "Incident")
    @Operation(
            operationId = "Incident_FailedRunbooks",
            summary = "The names of the runbooks that failed most",
            extensions = @Extension(name = DocumentedAnswers.EXAMPLE, value = EXAMPLE, parseValue = true))
    @APIResponse(responseCode = "200", description = "The names, the one that failed most first")
    public Uni<Found<List<String>>> names(@RestPath int org, @RestPath @Parameter(example = "10") String n) {
        return failures.runbooks(org, n).map(Found::all);
    }
}
