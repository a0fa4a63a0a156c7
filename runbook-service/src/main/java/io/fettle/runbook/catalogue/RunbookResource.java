package io.fettle.runbook.catalogue;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.fettle.platform.caller.Caller;
import io.fettle.platform.caller.Role;
import io.fettle.platform.error.Found;
import io.fettle.platform.error.Saved;
import io.fettle.platform.openapi.DocumentedAnswers;

/** The catalogue of runbooks (contract section 6, catalogue and matching). */
@Path("v2/runbook/orgentityid/{org}")
@Tag(name = "Runbook", description = "The catalogue of runbooks: which tickets they are for, and what they run")
public class RunbookResource {

    private static final String DEFINITION = """
            {
              "RunbookId": "7611",
              "RunbookName": "restart-spooler",
              "RunbookUserFriendlyName": "Restart the print spooler",
              "RunbookDescription": "Restarts the spooler of the server that the ticket names",
              "RunbookToolId": "1",
              "ModuleIds": ["1", "9"],
              "Executable": {
                "Type": "Command",
                "Command": "systemctl restart ${service}",
                "TargetHost": "${host}"
              },
              "Match": [{"Field": "Summary", "Operator": "Regex", "Value": "(?i)spooler"}],
              "AutoMode": true,
              "Threshold": 0.7,
              "TimeOutPeriod": "10Min",
              "Parameters": [
                {
                  "Name": "host",
                  "Required": true,
                  "Field": "Description",
                  "RegEx": "server ([\\\\w.-]+)",
                  "DefaultValue": "",
                  "IsPasswordParam": false
                },
            """;
    private static final String POSTED = DEFINITION + """
                {"Name": "service", "DefaultValue": "spooler"}
              ]
            }""";
    private static final String STORED = DEFINITION + """
                {
                  "Name": "service",
                  "Required": false,
                  "Field": null,
                  "RegEx": null,
                  "DefaultValue": "spooler",
                  "IsPasswordParam": false
                }
              ],
              "IsActive": true
            }""";
    private static final String ONE =
            "{\"Count\": 1, \"Result\": " + STORED + ", \"Status\": \"Success\", \"Message\": \"Success\"}";
    private static final String LIST =
            "{\"Count\": 1, \"Result\": [" + STORED + "], \"Status\": \"Success\", \"Message\": \"Success\"}";

    private final Runbooks runbooks;
    private final Caller caller;

    RunbookResource(Runbooks runbooks, Caller caller) {
        this.runbooks = runbooks;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Role.RUNBOOKS_ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "Runbook_Create", summary = "Adds one runbook, or several of which all are added or none")
    @APIResponse(responseCode = "200", description = "Runbook created successfully")
    @APIResponse(responseCode = "422", description = "There is a runbook 7611 already")
    public Uni<Saved> create(
            @RestPath int org, @RequestBody(content = @Content(example = "[" + POSTED + "]")) List<Runbook> posted) {
        return runbooks.create(org, posted, caller.name());
    }

    @GET
    @RolesAllowed({Role.RUNBOOKS_ADMIN, Role.RUNBOOKS_RUN})
    @Operation(
            operationId = "Runbook_List",
            summary = "The organisation's runbooks, by id",
            extensions = @Extension(name = DocumentedAnswers.EXAMPLE, value = LIST, parseValue = true))
    @APIResponse(responseCode = "200", description = "The runbooks")
    public Uni<Found<List<Runbook>>> list(@RestPath int org) {
        return runbooks.all(org).map(Found::all);
    }

    @GET
    @Path("{runbookId}")
    @RolesAllowed({Role.RUNBOOKS_ADMIN, Role.RUNBOOKS_RUN})
    @Operation(
            operationId = "Runbook_Get",
            summary = "One runbook",
            extensions = @Extension(name = DocumentedAnswers.EXAMPLE, value = ONE, parseValue = true))
    @APIResponse(responseCode = "200", description = "The runbook")
    @APIResponse(responseCode = "404", description = "There is no runbook 7611")
    public Uni<Found<Runbook>> get(@RestPath int org, @RestPath @Parameter(example = "7611") String runbookId) {
        return runbooks.require(org, runbookId).map(Found::one);
    }

    @PUT
    @Path("{runbookId}")
    @RolesAllowed(Role.RUNBOOKS_ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "Runbook_Replace", summary = "Puts another definition in the place of a runbook's")
    @APIResponse(responseCode = "200", description = "Runbook updated successfully")
    @APIResponse(responseCode = "404", description = "There is no runbook 7611")
    public Uni<Saved> replace(
            @RestPath int org,
            @RestPath @Parameter(example = "7611") String runbookId,
            @RequestBody(content = @Content(example = POSTED)) Runbook runbook) {
        return runbooks.replace(org, runbookId, runbook, caller.name());
    }

    @DELETE
    @Path("{runbookId}")
    @RolesAllowed(Role.RUNBOOKS_ADMIN)
    @Operation(operationId = "Runbook_Delete", summary = "Removes a runbook; what it did stays recorded")
    @APIResponse(responseCode = "200", description = "Runbook deleted successfully")
    @APIResponse(responseCode = "404", description = "There is no runbook 7611")
    public Uni<Saved> delete(@RestPath int org, @RestPath @Parameter(example = "7611") String runbookId) {
        return runbooks.delete(org, runbookId);
    }
}
