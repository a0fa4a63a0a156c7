package io.fettle.platform.caller;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Checks, before any resource with {@code {org}} in its path, that the caller belongs to that organisation. */
public class OrganisationFilter {

    @Inject
    Caller caller;

    @ServerRequestFilter
    public void check(ContainerRequestContext request) {
        for (String organisation : request.getUriInfo().getPathParameters().getOrDefault("org", List.of())) {
            caller.requireMemberOf(organisation);
        }
    }
}
