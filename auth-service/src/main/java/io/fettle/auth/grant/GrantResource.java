package io.fettle.auth.grant;

import java.time.Duration;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * What the gateway asks for when it starts, and from then on every few seconds, in case Kafka had nothing to say for a
 * reason. Not public: no route leads here. The numbers mean nothing to who has not the tokens.
 */
@Path("grants/ended")
public class GrantResource {

    /** Grants no token of which is good any more. */
    public record Ended(@JsonProperty("Grants") List<Long> grants) {}

    private final Grants grants;

    GrantResource(Grants grants) {
        this.grants = grants;
    }

    /** @param seconds how far back to look; by default as far as anything is known */
    @GET
    @PermitAll
    @Operation(hidden = true)
    public Uni<Ended> ended(@RestQuery @DefaultValue("172800") long seconds) {
        return grants.ended(Duration.ofSeconds(seconds)).map(Ended::new);
    }
}
