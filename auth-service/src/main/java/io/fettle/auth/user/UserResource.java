package io.fettle.auth.user;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.fettle.auth.form.Faults;
import io.fettle.platform.Ids;
import io.fettle.platform.caller.Role;
import io.fettle.platform.error.Found;
import io.fettle.platform.error.Saved;

/** Administration of users (contract section 13). */
@Path("v2/users")
@RolesAllowed(Role.ADMIN)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "User")
public class UserResource {

    private static final int PAGE = 1000;

    private final Users users;
    private final Ids ids;

    UserResource(Users users, Ids ids) {
        this.users = users;
        this.ids = ids;
    }

    @POST
    @Operation(operationId = "User_Create", summary = "Creates a user")
    public Uni<Saved> create(UserChange user) {
        return users.create(Faults.required(user)).replaceWith(() -> saved("User saved successfully"));
    }

    @PUT
    @Path("{email}")
    @Operation(operationId = "User_Change", summary = "Changes the fields that are given")
    public Uni<Saved> change(@RestPath String email, UserChange change) {
        return users.change(Email.canonical(email), Faults.required(change))
                .replaceWith(() -> saved("User updated successfully"));
    }

    @POST
    @Path("{email}/revoke")
    @Operation(operationId = "User_Revoke", summary = "Ends all access tokens of a user; the password stays good")
    public Uni<Saved> revoke(@RestPath String email) {
        return users.revoke(Email.canonical(email)).replaceWith(() -> saved("Tokens revoked successfully"));
    }

    @DELETE
    @Path("{email}")
    @Operation(operationId = "User_Delete", summary = "Deletes a user")
    public Uni<Saved> delete(@RestPath String email) {
        return users.delete(Email.canonical(email)).replaceWith(() -> saved("User deleted successfully"));
    }

    @GET
    @Path("{email}")
    @Operation(operationId = "User_Get", summary = "One user, without the password")
    public Uni<Found<User>> get(@RestPath String email) {
        return users.require(Email.canonical(email)).map(Found::one);
    }

    /** @param after the {@code Next} of the page before */
    @GET
    @Operation(operationId = "User_List", summary = "The users, in the order of their addresses")
    public Uni<Found<List<User>>> list(@RestQuery @DefaultValue("") String after) {
        return users.after(Email.canonical(after), PAGE).map(page -> Found.page(page, next(page)));
    }

    private static String next(List<User> page) {
        return page.size() < PAGE ? null : page.get(PAGE - 1).email();
    }

    private Saved saved(String message) {
        return Saved.of(String.valueOf(ids.next()), message);
    }
}
