package io.fettle.ticket.push;

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

/** What became of a push (contract section 1, {@code Id}). */
@Path("v2/requests/{id}/{org}")
public class ReceiptResource {

    private static final String EXAMPLE = """
            {
              "Count": 1,
              "Result": {
                "Id": "708413586174738432",
                "Inserted": 2,
                "Updated": 1,
                "Unchanged": 0,
                "Stale": 0,
                "Refused": 0
              },
              "Status": "Success",
              "Message": "Success"
            }""";

    private final Receipts receipts;

    ReceiptResource(Receipts receipts) {
        this.receipts = receipts;
    }

    @GET
    @RolesAllowed({Role.TICKETS_WRITE, Role.TICKETS_READ})
    @Tag(name = "Request")
    @Operation(
            operationId = "Request_Receipt",
            summary = "What became of the items of a push, by its Id",
            extensions = @Extension(name = DocumentedAnswers.EXAMPLE, value = EXAMPLE, parseValue = true))
    @APIResponse(responseCode = "200", description = "How many items became what")
    @APIResponse(responseCode = "404", description = "There is no request 708413586174738432")
    public Uni<Found<Receipt>> get(@RestPath @Parameter(example = "708413586174738432") String id, @RestPath int org) {
        return receipts.require(org, id).map(Found::one);
    }
}
