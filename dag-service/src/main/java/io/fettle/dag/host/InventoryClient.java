package io.fettle.dag.host;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** What inventory-service answers to other services. */
@RegisterRestClient(configKey = "inventory")
@Path("internal/hosts/{org}/{hostName}")
interface InventoryClient {

    @GET
    Uni<Host> find(
            @RestPath int org, @RestPath String hostName, @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization);
}
