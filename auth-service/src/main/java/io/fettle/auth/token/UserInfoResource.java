package io.fettle.auth.token;

import java.util.List;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.fettle.platform.caller.Caller;
import io.fettle.platform.openapi.DocumentedAnswers;

/** Tells a caller as whom it is known (OpenID Connect Core section 5.3): with it an integration tries its credentials. */
@Path("userinfo")
@Tag(name = "Token")
public class UserInfoResource {

    private static final String EXAMPLE = """
            {"sub": "connector@example.org", "groups": ["tickets.read", "tickets.write"], "orgs": [1]}""";

    /**
     * What the access token says, under the names it has there.
     *
     * @param subject a user's e-mail address, or a service client's name
     * @param roles as in contract section 13
     * @param organisations the numbers of those the user belongs to
     */
    public record UserInfo(
            @JsonProperty("sub") String subject,
            @JsonProperty("groups") Set<String> roles,
            @JsonProperty("orgs") List<Integer> organisations) {}

    private final JsonWebToken token;

    UserInfoResource(JsonWebToken token) {
        this.token = token;
    }

    @GET
    @RolesAllowed("**") // whoever has a token
    @Operation(
            operationId = "Token_UserInfo",
            summary = "Who the caller is, and what its token allows",
            extensions = @Extension(name = DocumentedAnswers.EXAMPLE, value = EXAMPLE, parseValue = true))
    @APIResponse(responseCode = "200", description = "What the access token says")
    public RestResponse<UserInfo> userInfo() {
        JsonArray organisations = token.getClaim(Caller.ORGANISATIONS);
        var userInfo = new UserInfo(
                token.getSubject(),
                token.getGroups(),
                organisations.getValuesAs(JsonNumber.class).stream()
                        .map(JsonNumber::intValue)
                        .toList());
        return ResponseBuilder.ok(userInfo)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
