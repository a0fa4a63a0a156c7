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
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.fettle.auth.form.Faults;
import io.fettle.platform.Ids;
import io.fettle.platform.caller.Role;
import io.fettle.platform.error.Found;
import io.fettle.platform.error.Saved;
import io.fettle.platform.openapi.DocumentedAnswers;

/** Administration of users (contract section 13). */
@Path("v2/users")
@RolesAllowed(Role.ADMIN)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "User", description = "Users, their organisations and their roles")
public class UserResource {

    private static final String EXAMPLE = """
            {
              "Email": "connector@example.org",
              "Password": "correct horse battery staple",
              "Orgs": [7],
              "Roles": ["tickets.write", "tickets.read"],
              "Active": true
            }""";
    private static final String CHANGE = "{\"Roles\": [\"tickets.read\"]}";
    private static final String READ = """
            {
              "Email": "connector@example.org",
              "Orgs": [7],
              "Roles": ["tickets.read", "tickets.write"],
              "Active": true
            }""";
    private static final String ONE =
            "{\"Count\": 1, \"Result\": " + READ + ", \"Status\": \"Success\", \"Message\": \"Success\"}";
    private static final String LIST =
            "{\"Count\": 1, \"Result\": [" + READ + "], \"Status\": \"Success\", \"Message\": \"Success\"}";

    private static final int PAGE = 1000;

    private final Users users;
    private final Ids ids;

    UserResource(Users users, Ids ids) {
        this.users = users;
        this.ids = ids;
    }

    @POST
    @Operation(operationId = "User_Create", summary = "Creates a user")
    @APIResponse(responseCode = "200", description = "User saved successfully")
    @APIResponse(responseCode = "422", description = "User connector@example.org exists already")
    public Uni<Saved> create(@RequestBody(content = @Content(example = EXAMPLE)) UserChange user) {
        return users.create(Faults.required(user)).replaceWith(() -> saved("User saved successfully"));
    }

    @PUT
    @Path("{email}")
    @Operation(operationId = "User_Change", summary = "Changes the fields that are given")
    @APIResponse(responseCode = "200", description = "User updated successfully")
    @APIResponse(responseCode = "404", description = "There is no user connector@example.org")
    public Uni<Saved> change(
            @RestPath @Parameter(description = "In any case", example = "connector@example.org") String email,
            @RequestBody(content = @Content(example = CHANGE)) UserChange change) {
        return users.change(Email.canonical(email), Faults.required(change))
                .replaceWith(() -> saved("User updated successfully"));
    }

    @POST
    @Path("{email}/revoke")
    @Operation(operationId = "User_Revoke", summary = "Ends all access tokens of a user; the password stays good")
    @APIResponse(responseCode = "200", description = "Tokens revoked successfully")
    @APIResponse(responseCode = "404", description = "There is no user connector@example.org")
    public Uni<Saved> revoke(
            @RestPath @Parameter(description = "In any case", example = "connector@example.org") String email) {
        return users.revoke(Email.canonical(email)).replaceWith(() -> saved("Tokens revoked successfully"));
    }

    @DELETE
    @Path("{email}")
    @Operation(operationId = "User_Delete", summary = "Deletes a user")
    @APIResponse(responseCode = "200", description = "User deleted successfully")
    @APIResponse(responseCode = "404", description = "There is no user connector@example.org")
    public Uni<Saved> delete(
            @RestPath @Parameter(description = "In any case", example = "connector@example.org") String email) {
        return users.delete(Email.canonical(email)).replaceWith(() -> saved("User deleted successfully"));
    }

    @GET
    @Path("{email}")
    @Operation(
            operationId = "User_Get",
            summary = "One user, without the password",
            extensions = @Extension(name = DocumentedAnswers.EXAMPLE, value = ONE, parseValue = true))
    @APIResponse(responseCode = "200", description = "The user")
    @APIResponse(responseCode = "404", description = "There is no user connector@example.org")
    public Uni<Found<User>> get(
            @RestPath @Parameter(description = "In any case", example = "connector@example.org") String email) {
        return users.require(Email.canonical(email)).map(Found::one);
    }

    /** @param after the {@code Next} of the page before */
    @GET
    @Operation(
            operationId = "User_List",
            summary = "The users, in the order of their addresses",
            extensions = @Extension(name = DocumentedAnswers.EXAMPLE, value = LIST, parseValue = true))
    @APIResponse(responseCode = "200", description = "The users; with Next, if there are more")
    public Uni<Found<List<User>>> list(
            @RestQuery @DefaultValue("") @Parameter(description = "The Next of the page before") String after) {
        return users.after(Email.canonical(after), PAGE).map(page -> Found.page(page, next(page)));
    }

    private static String next(List<User> page) {
        return page.size() < PAGE ? null : page.get(PAGE - 1).email();
    }

    private Saved saved(String message) {
        return Saved.of(String.valueOf(ids.next()), message);
    }
}
