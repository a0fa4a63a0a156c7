package io.fettle.inventory.ci;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

import io.fettle.platform.caller.Role;

/** Tells our own services how to reach a host. The gateway has no route to it. */
@Path("internal/hosts/{org}")
public class HostResource {

    private final ConfigurationItems items;

    HostResource(ConfigurationItems items) {
        this.items = items;
    }

    @GET
    @Path("{hostName}")
    @RolesAllowed(Role.SERVICE)
    @Operation(hidden = true)
    public Uni<Host> find(@RestPath int org, @RestPath String hostName) {
        return items.require(org, hostName).map(Host::of);
    }
}
