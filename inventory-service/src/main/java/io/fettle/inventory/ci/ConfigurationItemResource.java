package io.fettle.inventory.ci;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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
import org.jboss.resteasy.reactive.RestQuery;

import io.fettle.platform.Ids;
import io.fettle.platform.caller.Caller;
import io.fettle.platform.caller.Role;
import io.fettle.platform.error.Found;
import io.fettle.platform.error.Saved;
import io.fettle.platform.openapi.DocumentedAnswers;

/** The configuration items of an organisation (contract section 9). Who runs runbooks, or writes them, may read. */
@Path("v2/inventory")
@Tag(name = "Inventory", description = "Configuration items: hosts, and how to reach them")
public class ConfigurationItemResource {

    private static final int USUAL = 1_000;

    private static final String EXAMPLE = """
            [{"HostName":"printhost01","device_ci_name":"Print server, ground floor","device_type":"Server",
            "Connection":{"Type":"ssh","Address":"10.0.0.7","Port":22,"User":"ops","SecretName":"print-ops"}}]""";

    private static final String CONTRACT_FIELDS = """
            "HostName": "printhost01",
            "device_ci_name": "Print server, ground floor",
            "device_management_ip": "10.0.0.7",
            "device_firmware_version": "",
            "device_type": "Server",
            "Col1": "", "Col2": "", "Col3": "", "Col4": "", "Col5": "",
            "device_manufacturername": "",
            "device_model": "",
            "device_location": "Pune",
            "device_subcategory": "",
            "device_componentcategory": "",
            "device_productname": "",
            "device_enviornment": "Production",
            "device_componentcriticality": "",
            "device_status": "Active"
            """;
    private static final String OF_TASK = "{\"Count\": 1, \"Result\": [{" + CONTRACT_FIELDS
            + "}], \"Status\": \"Success\", \"Message\": \"Success\"}";
    private static final String FOUND = "{\"Count\": 1, \"Result\": [{" + CONTRACT_FIELDS + """
            ,
            "Connection": {
              "Type": "ssh",
              "Address": "10.0.0.7",
              "Port": 22,
              "User": "ops",
              "SecretName": "print-ops"
            }}], "Status": "Success", "Message": "Success"}""";

    private final ConfigurationItems items;
    private final Caller caller;
    private final Ids ids;

    ConfigurationItemResource(ConfigurationItems items, Caller caller, Ids ids) {
        this.items = items;
        this.caller = caller;
        this.ids = ids;
    }

    @PUT
    @Path("hostname/{org}/{groupId}/{tasknumber}")
    @RolesAllowed(Role.INVENTORY_WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "Inventory_LoadConfigurationItems", summary = "Adds or updates configuration items")
    @APIResponse(responseCode = "200", description = "Configuration items saved successfully")
    public Uni<Saved> load(
            @RestPath int org,
            @RestPath @Parameter(example = "printing") String groupId,
            @RestPath @Parameter(example = "1") String tasknumber,
            @RequestBody(content = @Content(example = EXAMPLE)) List<ConfigurationItem> posted) {
        return items.load(org, Task.of(groupId, tasknumber), posted, caller.name())
                .replaceWith(() -> Saved.of(String.valueOf(ids.next()), "Configuration items saved successfully"));
    }

    /** Has the contract's fields only, and as many items as go: the contract's clients know of no further page. */
    @GET
    @Path("hostname/{org}/{groupId}/{tasknumber}")
    @RolesAllowed({Role.INVENTORY_WRITE, Role.RUNBOOKS_RUN, Role.RUNBOOKS_ADMIN})
    @Operation(
            operationId = "Inventory_HostName",
            summary = "The configuration items of a task",
            extensions = @Extension(name = DocumentedAnswers.EXAMPLE, value = OF_TASK, parseValue = true))
    @APIResponse(responseCode = "200", description = "The items; absent text is empty")
    public Uni<Found<List<ConfigurationItem>>> ofTask(
            @RestPath int org,
            @RestPath @Parameter(example = "printing") String groupId,
            @RestPath @Parameter(example = "1") String tasknumber,
            @RestQuery @Parameter(description = "The Next of the page before") String after,
            @RestQuery @Parameter(description = "The most items of a page, 1-10,000") String limit) {
        Page page = Page.of(after, limit, Page.MOST);
        return items.ofTask(org, Task.of(groupId, tasknumber), page).map(page::of);
    }

    /** @param q in any case, part of a host name, a CI name or a management address */
    @GET
    @Path("ci/{org}")
    @RolesAllowed({Role.INVENTORY_WRITE, Role.RUNBOOKS_RUN, Role.RUNBOOKS_ADMIN})
    @Operation(
            operationId = "Inventory_SearchConfigurationItems",
            summary = "Finds configuration items by name or address",
            extensions = @Extension(name = DocumentedAnswers.EXAMPLE, value = FOUND, parseValue = true))
    @APIResponse(responseCode = "200", description = "The items with their connections; with Next, if there are more")
    public Uni<Found<List<ConfigurationItem>>> search(
            @RestPath int org,
            @RestQuery
                    @DefaultValue("")
                    @Parameter(
                            description = "Part of a host name, a CI name or an address, in any case",
                            example = "print")
                    String q,
            @RestQuery @Parameter(description = "The Next of the page before") String after,
            @RestQuery @Parameter(description = "The most items of a page, 1-10,000") String limit) {
        Page page = Page.of(after, limit, USUAL);
        return items.search(org, q, page).map(page::of);
    }
}
