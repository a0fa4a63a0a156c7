package io.fettle.platform.error;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jboss.resteasy.reactive.RestPath;

import io.fettle.platform.caller.Role;

/** Fails in every way a service can fail. */
@Path("")
public class ProbeResource {

    public record Item(
            @JsonProperty("TicketNumber") @NotBlank(message = "is required")
            String ticketNumber) {}

    @POST
    @Path("v2/probe")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    public Found<List<Item>> echo(List<@Valid Item> items) {
        return Found.all(items);
    }

    @GET
    @Path("v2/probe/{kind}")
    @PermitAll
    public Found<List<Item>> fail(@RestPath ServiceException.Kind kind) {
        throw switch (kind) {
            case INVALID ->
                ServiceException.invalid(
                        List.of(new Fault(0, "sys_id", "is required"), new Fault(1, "IsEpoch", "must be Y or N")));
            case UNAUTHENTICATED -> ServiceException.unauthenticated("Credentials are required");
            case FORBIDDEN -> ServiceException.forbidden();
            case NOT_FOUND -> ServiceException.notFound("interaction", 7);
            case NOT_POSSIBLE -> ServiceException.notPossible("The interaction is terminal");
            case TOO_LARGE -> ServiceException.tooLarge("The array has more than 10000 items");
            case UNAVAILABLE -> ServiceException.unavailable("inventory");
        };
    }

    @GET
    @Path("iAutomateAPI/probe/bug")
    @PermitAll
    public String bug() {
        throw new IllegalStateException("select secret from table");
    }

    @GET
    @Path("v2/probe/orgentityid/{org}")
    @RolesAllowed(Role.TICKETS_READ)
    public Found<Integer> organisation(@RestPath int org) {
        return Found.one(org);
    }

    @GET
    @Path("v2/probe/forgotten/annotation")
    public String unannotated() {
        return "never seen";
    }
}
